import { parseAst } from 'rollup/parseAst';
import { edit } from './edit.mjs';

/** Yields every object property called `sources` below a node, with its object. */
function* sourcesIn(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* sourcesIn(item);
    return;
  }
  const isSources = (property) =>
    property.type === 'Property' && !property.computed && (property.key.name ?? property.key.value) === 'sources';
  for (const property of node.type === 'ObjectExpression' ? node.properties : []) {
    if (isSources(property)) yield { object: node, property };
  }
  if (!isSources(node)) for (const value of Object.values(node)) yield* sourcesIn(value);
}

/** Returns the code of a module without its provenance notes, the source map, and the number of notes. */
export function strip(code) {
  const edits = [...sourcesIn(parseAst(code))].map(({ object, property }) => {
    const at = object.properties.indexOf(property);
    const next = object.properties[at + 1];
    const previous = object.properties[at - 1];
    if (next) return { start: property.start, end: next.start, to: '' };
    if (previous) return { start: previous.end, end: property.end, to: '' };
    return { start: object.start + 1, end: object.end - 1, to: '' };
  });
  return { ...edit(code, edits), removed: edits.length };
}

/**
 * Removes the provenance notes (`sources`) from the directory module. They stay in the repository for the person who checks a
 * number, so that a visitor on a slow phone need not download them.
 */
export function withoutSources({ file }) {
  let total = 0;
  return {
    name: 'without-sources',
    buildStart() {
      total = 0;
    },
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(`/${file}`)) return null;
      const { removed, ...stripped } = strip(code);
      total += removed;
      return stripped;
    },
    buildEnd(error) {
      if (!error && total === 0)
        this.error(`without-sources: no \`sources\` found in ${file}; was it moved or renamed?`);
    },
  };
}
