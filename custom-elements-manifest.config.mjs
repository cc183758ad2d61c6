/** State of an element's own is a property to Lit; nobody outside can set it, so nobody is told of it. */
const withoutState = {
  name: 'without-state',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const { attributes, members = [] } of (declarations ?? []).filter(({ tagName }) => tagName)) {
        for (const { name } of members.filter(({ privacy, attribute }) => privacy === 'private' && attribute)) {
          attributes.splice(
            attributes.findIndex(({ fieldName }) => fieldName === name),
            1,
          );
        }
      }
    }
  },
};

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [withoutState],
};
