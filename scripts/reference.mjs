// Writes the page of settings and tokens from the manifest, which comes from the doc comments in src/elements. So the two agree.
import { escaped } from '../demo/snippets.ts';
import { sitePage } from './site-page.mjs';

const ORDER = ['report', 'signs', 'banner', 'exit'].map((kind) => `say-something-${kind}`);

/** Text of a doc comment as HTML, with code for text in backticks. */
const prose = (text = '') =>
  escaped(text.replace(/\s+/g, ' ').trim()).replace(/`([^`]+)`/g, (_, code) => `<code>${code}</code>`);
const code = (text) => `<code>${escaped(text)}</code>`;

/** A table under its own heading, or nothing if it has no rows. `of` distinguishes headings with the same words. */
function table(id, heading, of, columns, rows) {
  if (!rows.length) return '';
  return `<h3 id="${id}">${heading}</h3>
<section class="scroll" aria-label="${heading}, ${of}" tabindex="0">
<table>
<thead><tr>${columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
</section>
`;
}

function element({ tagName, description, attributes = [], members, events = [], slots = [], cssParts = [] }) {
  const kind = tagName.replace('say-something-', '');
  const propertyOf = (name) => members.find(({ attribute }) => attribute === name)?.name ?? '';
  const methods = members.filter(({ kind: what, privacy, description: said }) => what === 'method' && !privacy && said);
  const said = description.split(/\n\n/).map((paragraph) => `<p>${prose(paragraph)}</p>`);
  return `<section aria-labelledby="${kind}">
<h2 id="${kind}">${code(`<${tagName}>`)}</h2>
${said.join('\n')}
<p>As a marker: ${code(`data-say-something="${kind}"`)}, with each attribute below as ${code('data-…')}.</p>
${table(
  `${kind}-attributes`,
  'Attributes',
  tagName,
  ['Attribute', 'Property', 'Where left out', 'What it does'],
  attributes.map((one) => [
    code(one.name),
    code(propertyOf(one.name)),
    one.default === undefined || /^[A-Z_]+$/.test(one.default) ? '' : code(one.default.replaceAll("'", '')),
    prose(one.description),
  ]),
)}${table(
    `${kind}-methods`,
    'Methods',
    tagName,
    ['Method', 'What it does'],
    methods.map((one) => [code(`${one.name}()`), prose(one.description)]),
  )}${table(
    `${kind}-events`,
    'Events',
    tagName,
    ['Event', 'When'],
    events.map((one) => [code(one.name), prose(one.description)]),
  )}${table(
    `${kind}-slots`,
    'Slots',
    tagName,
    ['Slot', 'Content'],
    slots.map((one) => [one.name ? code(one.name) : 'without a name', prose(one.description)]),
  )}${table(
    `${kind}-parts`,
    'Parts',
    tagName,
    ['Part', 'What it is'],
    cssParts.map((one) => [code(one.name), prose(one.description)]),
  )}</section>
`;
}

/** Lists each token once, with what it colours or shapes and the elements that use it. */
function tokens(elements) {
  const byName = new Map();
  for (const { tagName, cssProperties = [] } of elements) {
    for (const { name, description } of cssProperties) {
      const uses = byName.get(name) ?? new Map();
      uses.set(description, [...(uses.get(description) ?? []), tagName.replace('say-something-', '')]);
      byName.set(name, uses);
    }
  }
  return table(
    'tokens-table',
    `All ${byName.size} of them`,
    'tokens',
    ['Token', 'What it is for', 'In'],
    [...byName].flatMap(([name, uses]) =>
      [...uses].map(([description, used]) => [code(name), prose(description), used.join(', ')]),
    ),
  );
}

/** The page as HTML, from a custom elements manifest (schema 1.0.0). */
export function reference({ modules }) {
  const all = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const elements = all.toSorted((a, b) => ORDER.indexOf(a.tagName) - ORDER.indexOf(b.tagName));
  return sitePage({
    title: 'Settings and tokens',
    description: 'Every attribute, event, part and token of the elements',
    up: '../',
    here: 'reference/',
    main: `<h1>Settings and tokens</h1>
<p class="lead">For developers. Editors find what to paste with <a href="../builder/">the snippet builder</a>.</p>
<p>A value that is not known is left out and named once in the console. Nothing throws at the page.</p>
${elements.map(element).join('')}<section aria-labelledby="tokens">
<h2 id="tokens">Tokens</h2>
<p>Custom properties of CSS, set anywhere above an element. No value can make an element unreadable: a colour with too little contrast is replaced, and the console names it.</p>
${tokens(elements)}</section>
`,
  });
}
