import { parseAst } from 'rollup/parseAst';
import { edit } from './edit.mjs';

const NAME = '__templates';

/** Every template literal in a tree, with its tag if it has one. */
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
 * A script without template literals, and its source map.
 *
 * A template literal becomes a sum. One with a tag becomes a call: the strings of all these are one text at the start of the script,
 * taken apart once, because Lit knows a template by the identity of its strings. That is smaller than the literals were. Throws
 * for a tag that is no plain name, as it may be `String.raw`, which reads the text otherwise.
 */
function plain(code) {
  if (code.includes(NAME)) throw new Error(`plain-strings: the name ${NAME} is taken.`);
  const ast = parseAst(code);
  const tagged = [];
  const edits = [...templatesIn(ast)].flatMap(({ tag, template: { start, end, quasis } }) => {
    if (tag && tag.type !== 'Identifier')
      throw new Error(`plain-strings: this tag is not known: ${code.slice(tag.start, end)}`);
    const strings = quasis.map(({ value }) => value.cooked);
    const first = tag ? `${NAME}[${tagged.push(strings) - 1}]` : JSON.stringify(strings[0]);
    const last = strings.length - 1;
    return quasis.map((quasi, i) => ({
      start: i ? quasi.start - '}'.length : start,
      end: i < last ? quasi.end + '${'.length : end,
      to: [
        i ? ')' : `(${first}`,
        // An empty string counts only as the first: it makes the sum a text.
        i && !tag && strings[i] ? `+${JSON.stringify(strings[i])}` : '',
        i < last ? `${tag ? ',' : '+'}(` : ')',
      ].join(''),
    }));
  });
  if (tagged.length) {
    const held = tagged.flat().join('');
    const [hole, seam] = [...'&|^~'].filter((character) => !held.includes(character));
    if (!seam) throw new Error('plain-strings: the templates hold each character that could be between them.');
    const text = JSON.stringify(tagged.map((strings) => strings.join(hole)).join(seam));
    const start = statementsOf(ast)?.find(({ directive }) => !directive)?.start ?? 0;
    // Lit takes an array for the strings of a template only where that has a `raw` of its own.
    const to = `const ${NAME}=${text}.split("${seam}").map(text=>(text=text.split("${hole}")).raw=text);`;
    edits.push({ start, end: start, to });
  }
  return edit(code, edits);
}

/**
 * Writes every template literal as plain strings, for visitors of a page whose optimiser changes spaces in the script. Many such
 * tools keep what is in quotes and take what is in back-ticks for code. The script would still run, and draw answers that do
 * nothing.
 */
export const plainStrings = () => ({ name: 'plain-strings', renderChunk: (code) => plain(code) });
