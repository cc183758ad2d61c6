import { flushSync, mount, unmount } from 'svelte';
import { received } from '#state';
import View from './View.svelte';

let view;

window.app = {
  received,
  mount(first) {
    view = mount(View, { target: document.querySelector('#root'), props: { first } });
    flushSync();
  },
  update(changes) {
    view.update(changes);
    flushSync();
  },
  unmount: () => unmount(view),
};
