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

/**
 * Takes the provenance notes (`sources`) out of the directory module, once TypeScript has become JavaScript. They stay
 * in the repository for whoever has to check a number; a visitor on a slow phone need not download them.
 */
export function withoutSources({ file }) {
  let removed = 0;
  return {
    name: 'without-sources',
    buildStart() {
      removed = 0;
    },
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(`/${file}`)) return null;
      const text = new MagicString(code);
      for (const { object, property } of sourcesIn(this.parse(code))) {
        const at = object.properties.indexOf(property);
        const next = object.properties[at + 1];
        const previous = object.properties[at - 1];
        if (next) text.remove(property.start, next.start);
        else if (previous) text.remove(previous.end, property.end);
        else text.remove(object.start + 1, object.end - 1);
        removed++;
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    buildEnd(error) {
      if (!error && removed === 0)
        this.error(`without-sources: no \`sources\` found in ${file}; was it moved or renamed?`);
    },
  };
}
