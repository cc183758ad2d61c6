import { createApp, createSSRApp, h, reactive, nextTick } from 'vue';
import { received, start } from '#state';
import View from './View.vue';

const state = reactive({ ...start });
let page;

window.app = {
  received,
  ready: false,
  mount(changes) {
    Object.assign(state, start, changes);
    page = createApp(() => h(View, { state }));
    page.mount('#root');
  },
  hydrate() {
    page = createSSRApp(() => h(View, { state }));
    page.mount('#root');
    this.ready = true;
  },
  update(changes) {
    Object.assign(state, start, changes);
    return nextTick();
  },
  unmount: () => page.unmount(),
};
