import MagicString from 'magic-string';

/** Every object property called `sources` below a node, with the object it stands in. */
function* sourcesIn(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* sourcesIn(item);
    return;
  }
  for (const property of node.type === 'ObjectExpression' ? node.properties : []) {
    if (property.type !== 'Property' || property.computed) continue;
    if ((property.key.name ?? property.key.value) === 'sources') yield { object: node, property };
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'parent') yield* sourcesIn(value);
}

/** The code of a module without its provenance notes, and how many those were. `tree` is its ESTree. */
export function strip(code, tree) {
  const text = new MagicString(code);
  let removed = 0;
  for (const { object, property } of sourcesIn(tree)) {
    const at = object.properties.indexOf(property);
    const next = object.properties[at + 1];
    const previous = object.properties[at - 1];
    if (next) text.remove(property.start, next.start);
    else if (previous) text.remove(previous.end, property.end);
    else text.remove(object.start + 1, object.end - 1);
    removed++;
  }
  return { text, removed };
}

/**
 * Takes the provenance notes (`sources`) out of the directory module, once TypeScript has become JavaScript. They stay
 * in the repository for whoever has to check a number; a visitor on a slow phone need not download them.
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
      const { text, removed } = strip(code, this.parse(code));
      total += removed;
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    buildEnd(error) {
      if (!error && total === 0)
        this.error(`without-sources: no \`sources\` found in ${file}; was it moved or renamed?`);
    },
  };
}
