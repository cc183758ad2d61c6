import { fileURLToPath } from 'node:url';

export default {
  output: 'export',
  // This is the folder with the packages of all three pages.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
