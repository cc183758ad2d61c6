import 'say-something';

export { default } from 'vitepress/theme';
