import { fileURLToPath } from 'node:url';

export default {
  output: 'export',
  // The folder that holds the packages of all three pages.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
