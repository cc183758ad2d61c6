import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('.', import.meta.url));
const published = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');

/** Removes what a page author cannot use: private and protected members, and an element's internal state. */
const withoutPrivate = {
  name: 'without-private',
  packageLinkPhase({ customElementsManifest }) {
    for (const element of elementsOf(customElementsManifest)) {
      const isPrivate = ({ privacy }) => privacy === 'private' || privacy === 'protected';
      const fields = element.members.filter(isPrivate).map(({ name }) => name);
      element.members = element.members.filter((member) => !isPrivate(member));
      element.attributes = element.attributes.filter(({ fieldName }) => !fields.includes(fieldName));
    }
  },
};

/** Adds the types and defaults that the analyser cannot see, because they are in other files than the class. */
const fromOtherFiles = {
  name: 'from-other-files',
  packageLinkPhase({ customElementsManifest }) {
    const known = typesAndConstants();
    const tokens = readFileSync(`${root}src/guest/theme.styles.ts`, 'utf8');
    for (const element of elementsOf(customElementsManifest)) {
      for (const attribute of element.attributes) {
        const field = element.members.find(({ name }) => name === attribute.fieldName);
        const constant = known.constants.get(attribute.default);
        if (constant) attribute.default = field.default = constant;
        attribute.type = { text: known.valueOf(attribute.fieldName) };
      }
      for (const token of element.cssProperties) {
        const name = token.name.replace('--say-something-', '--_default-');
        const [, value] = new RegExp(`${name}: (.+);`).exec(tokens) ?? [];
        if (!value) throw new Error(`${token.name} has no default in src/guest/theme.styles.ts. Add one.`);
        token.default = value;
      }
    }
  },
};

/** Describes the published package, which has no sources and in which one module registers all tags. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    // sort, so that the bytes do not depend on the order of the files on the disk
    modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of modules) {
      module.path = published(module.path);
      for (const { declaration } of module.exports) declaration.module = published(declaration.module);
    }
    const definitions = modules.flatMap(({ path, declarations }) =>
      declarations
        .filter(({ tagName }) => tagName)
        .map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: path },
        })),
    );
    modules.push({ kind: 'javascript-module', path: 'dist/index.js', declarations: [], exports: definitions });
  },
};

function elementsOf({ modules }) {
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}

/** The values that an author may write for a property, as in `Values` of src/jsx.ts, and the values of the constants of core. */
function typesAndConstants() {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] };
  const program = ts.createProgram([`${root}src/jsx.ts`], { ...options, lib: ['lib.es2023.d.ts'] });
  const checker = program.getTypeChecker();
  const constants = new Map();
  let values;
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${root}src/`))) {
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement) && statement.name.text === 'Values') {
        values = checker.getTypeAtLocation(statement);
      }
      for (const { name } of ts.isVariableStatement(statement) ? statement.declarationList.declarations : []) {
        const type = checker.getTypeAtLocation(name);
        if (ts.isIdentifier(name) && type.isStringLiteral()) constants.set(name.text, `'${type.value}'`);
      }
    }
  }
  const valueOf = (property) => {
    const type = checker.getTypeOfSymbol(values.getProperty(property));
    // an attribute is a text or a boolean, never an object or undefined
    const written = type.isUnion()
      ? type.types.filter(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike))
      : [type];
    const words = written.map((one) => (one.flags & ts.TypeFlags.BooleanLike ? 'boolean' : checker.typeToString(one)));
    return [...new Set(words)].sort().join(' | ').replaceAll('"', "'");
  };
  return { constants, valueOf };
}

export default {
  globs: ['src/elements/*/say-something-*.ts', 'src/elements/shared/events.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [withoutPrivate, fromOtherFiles, asPublished],
};
