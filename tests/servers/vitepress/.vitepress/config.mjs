import { defineConfig } from 'vitepress';

export default defineConfig({
  lang: 'en-GB',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('say-something-') } } },
});
