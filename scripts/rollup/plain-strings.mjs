import { parseAst } from 'rollup/parseAst';
import { edit } from './edit.mjs';

const NAME = '__templates';

/** Yields every template literal in a tree, with its tag if it has one. */
function* templatesIn(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TemplateLiteral') yield { template: node };
  if (node.type === 'TaggedTemplateExpression') {
    yield { tag: node.tag, template: node.quasi };
    yield* templatesIn(node.tag);
    yield* templatesIn(node.quasi.expressions);
  } else for (const value of Object.values(node)) yield* templatesIn(value);
}

/** The statements of the function that holds the whole script. */
function statementsOf(node) {
  if (!node || typeof node !== 'object') return undefined;
  if (node.type === 'FunctionExpression') return node.body.body;
  for (const value of Object.values(node)) {
    const statements = statementsOf(value);
    if (statements) return statements;
  }
  return undefined;
}

/**
 * Returns a script without template literals, and its source map.
 *
 * A template literal becomes a sum. One with a tag becomes a call. The strings of all calls are one text at the start of the script
 * that is split once, because Lit knows a template by the identity of its strings. That is smaller than the literals. Throws when
 * a tag is not a plain name, because it may be `String.raw`, which reads the text differently.
 */
function plain(code) {
  if (code.includes(NAME)) throw new Error(`plain-strings: the script already uses the name ${NAME}. Choose another.`);
  const ast = parseAst(code);
  const tagged = [];
  const edits = [...templatesIn(ast)].flatMap(({ tag, template: { start, end, quasis } }) => {
    if (tag && tag.type !== 'Identifier')
      throw new Error(`plain-strings: this tag is not a plain name: ${code.slice(tag.start, end)}`);
    const strings = quasis.map(({ value }) => value.cooked);
    const first = tag ? `${NAME}[${tagged.push(strings) - 1}]` : JSON.stringify(strings[0]);
    const last = strings.length - 1;
    return quasis.map((quasi, i) => ({
      start: i ? quasi.start - '}'.length : start,
      end: i < last ? quasi.end + '${'.length : end,
      to: [
        i ? ')' : `(${first}`,
        // An empty string is only needed at the start, where it makes the sum a text.
        i && !tag && strings[i] ? `+${JSON.stringify(strings[i])}` : '',
        i < last ? `${tag ? ',' : '+'}(` : ')',
      ].join(''),
    }));
  });
  if (tagged.length) {
    const held = tagged.flat().join('');
    const [hole, seam] = [...'&|^~'].filter((character) => !held.includes(character));
    if (!seam) throw new Error('plain-strings: the templates contain every separator. Add another one.');
    const text = JSON.stringify(tagged.map((strings) => strings.join(hole)).join(seam));
    const start = statementsOf(ast)?.find(({ directive }) => !directive)?.start ?? 0;
    // Lit accepts an array as the strings of a template only if the array has its own `raw`.
    const to = `const ${NAME}=${text}.split("${seam}").map(text=>(text=text.split("${hole}")).raw=text);`;
    edits.push({ start, end: start, to });
  }
  return edit(code, edits);
}

/**
 * Writes every template literal as plain strings, for visitors of a page whose optimiser changes spaces in the script. Many such
 * tools leave text in quotes alone but treat text in back-ticks as code. The script would still run, but its answers would do
 * nothing.
 */
export const plainStrings = () => ({ name: 'plain-strings', renderChunk: (code) => plain(code) });
