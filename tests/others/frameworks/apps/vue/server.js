import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { start } from '#state';
import View from './View.vue';

export const page = () => renderToString(createSSRApp(() => h(View, { state: start })));
