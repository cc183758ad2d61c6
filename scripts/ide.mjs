// Writes the data with which VS Code and JetBrains' editors complete our tags, from the manifest. Part of `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

const dist = (name) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

/** Merges the entries of a token or part that several elements share, because an editor would offer each entry separately. */
function merged(entries) {
  const byName = new Map();
  for (const entry of entries) {
    const said = byName.get(entry.name)?.description ?? entry.description;
    const description = said.split('; ').includes(entry.description) ? said : `${said}; ${entry.description}`;
    byName.set(entry.name, { ...entry, description });
  }
  return [...byName.values()];
}

const { exports: published } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** The name of a file of the package in `exports`, without the dot. */
function entryOf(path) {
  const entry = Object.keys(published).find((name) => published[name] === `./${path}`);
  if (!entry) throw new Error(`exports in package.json does not name ${path}.`);
  return entry.slice(1);
}

export function ide() {
  const manifest = () => JSON.parse(readFileSync(dist('custom-elements.json'), 'utf8'));
  const write = (name, data) => writeFileSync(dist(name), `${JSON.stringify(data, null, 2)}\n`);

  const html = JSON.parse(getVsCodeHtmlCustomData(manifest(), {}));
  // a rule directly below a paragraph would turn the paragraph into a heading
  for (const tag of html.tags) tag.description = tag.description.replace('\n---\n', '\n\n---\n');
  write('vscode.html-custom-data.json', html);

  const css = JSON.parse(getVsCodeCssCustomData(manifest(), {}));
  const { properties, pseudoElements } = css;
  write('vscode.css-custom-data.json', {
    ...css,
    properties: merged(properties),
    pseudoElements: merged(pseudoElements),
  });

  // the module of each element, as `exports` names it
  const modulePathTemplate = (_name, path) => `say-something${entryOf(path)}`;
  const webTypes = JSON.parse(getWebTypesData(manifest(), { modulePathTemplate }));
  for (const element of webTypes.contributions.html.elements) delete element['doc-url'];
  const ours = webTypes.contributions.css;
  ours.properties = merged(ours.properties);
  ours['pseudo-elements'] = merged(ours['pseudo-elements']);
  write('web-types.json', webTypes);
}
