/*
 * What an editor pastes: plain HTML that is of use before the script comes, and where it never does. Every number and address
 * comes from the directory, so that one who changes a number there and says `npm run pages` has changed it everywhere.
 *
 * Runs in Node from the sources, and in a test page from what was built.
 */
const { hertfordshire, en, routesFor, contactById, digitsOf, presetAnswers, DEFAULT_DESTINATION } =
  typeof process === 'object' ? await fromSources() : await fromBuild();

async function fromSources() {
  const { load } = await import('./directory/load.mjs');
  return load('src/data/locales/en.ts', 'src/core/audiences.ts', 'src/core/quick-exit.ts');
}

async function fromBuild() {
  const paths = [
    'data/hertfordshire',
    'data/locales/en',
    'core/directory',
    'core/routing',
    'core/audiences',
    'core/quick-exit',
  ];
  const modules = await Promise.all(paths.map((path) => import(`../dist/${path}.js`)));
  return Object.assign({}, ...modules);
}

export const ELEMENTS = /** @type {const} */ (['report', 'signs', 'banner', 'exit']);
export const WAYS = /** @type {const} */ (['placeholder', 'element', 'link']);
/** Where a link marker leads, and what it says: a page that is of use by itself. */
const PAGE = 'https://www.example.org/say-something/';
const LINK_TEXT = { report: en.routesHeading, signs: en.signs.heading, banner: en.banner.heading };
/** How many routes stand on the panel's first screen. */
const FIRST = 3;

const contact = (id) => {
  const found = contactById(hertfordshire, id);
  if (!found) throw new Error(`the directory has no contact ${id}`);
  return found;
};
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const tel = (value) => `<a href="tel:${digitsOf(value)}">${value}</a>`;
const phoneOf = ({ channels }) => channels.find(({ type }) => type === 'phone');
const isChild = (audience) => presetAnswers(audience).who === 'under-19';

/** Danger, and the line for children: both come first, whatever else is shown. */
function first() {
  const children = contact(hertfordshire.children);
  const line = phoneOf(children);
  return [
    `<p><strong>${en.banner.danger} Call ${tel(phoneOf(contact(hertfordshire.emergency)).value)}</strong></p>`,
    `<p>${en.underAge((children.maximumAge ?? 18) + 1)} ${children.name} ${tel(line.value)}${en.childrenFacts(
      !!line.free,
      line.hours === 'always',
    )}</p>`,
  ];
}

/**
 * The first routes of a panel that nobody has touched, as far as a page can know them that cannot look at the clock: those that
 * never close come before the rest.
 */
function routes(audience) {
  const at = new Date(`${contact(hertfordshire.emergency).gathered}T12:00:00Z`);
  const all = routesFor(hertfordshire, presetAnswers(audience), at)
    .map((route) => route.contact)
    .filter((one) => one.id !== hertfordshire.children && phoneOf(one));
  const always = all.filter((one) => phoneOf(one).hours === 'always');
  return [...always, ...all.filter((one) => !always.includes(one))].slice(0, FIRST);
}

function report(audience) {
  const finder = contact(hertfordshire.finder).channels.find(({ use }) => use === 'find').value;
  return [
    ...first(),
    '<ul>',
    ...routes(audience).map(
      (one) =>
        `  <li>${one.name}: ${tel(phoneOf(one).value)}${one.askFor && !isChild(audience) ? en.askFor(one.askFor) : ''}</li>`,
    ),
    `  <li>Somewhere else in England: <a href="${finder}">${finder.replace('https://', '')}</a></li>`,
    '</ul>',
  ];
}

/** Where a filter takes away `tel:`, and with it every number's link, one link still has to work. */
function guidance() {
  const page = contact(hertfordshire.finder).channels.find(({ use }) => use === 'read').value;
  return `<p>Who to tell in England: <a href="${page}">${page.replace('https://', '')}</a></p>`;
}

const exit = () => [
  `<p>${en.exit.before} <a href="${DEFAULT_DESTINATION}" rel="noreferrer nofollow">${en.exit.leave}</a></p>`,
];

/**
 * What stands in a page until the script has drawn the element, and for good where it never does.
 *
 * @param {{ element: string, audience?: string }} what
 */
export function fallbackFor({ element, audience = 'public' }) {
  const lines = element === 'report' ? report(audience) : element === 'exit' ? exit() : [...first(), guidance()];
  return lines.join('\n');
}

/**
 * The snippet for an element, as HTML.
 *
 * `placeholder` is the published one; `element` is the custom element with the same inside it; `link` is a link alone in its
 * paragraph below the numbers. The exit has no marker as a link: there the link itself is all there is.
 *
 * @param {{ element: string, way?: string, audience?: string, page?: string }} what
 */
export function snippetFor({ element, way = 'placeholder', audience = 'public', page = PAGE }) {
  if (!ELEMENTS.includes(element) || !WAYS.includes(way)) throw new Error(`there is no ${element} as ${way}`);
  const inside = fallbackFor({ element, audience });
  const setting = element === 'exit' ? '' : ` audience="${escaped(audience)}"`;
  const fragment = audience === 'public' || element === 'exit' ? element : `${element}-${audience}`;
  if (way === 'placeholder') {
    // some filters leave the class alone, and the class alone means the panel for everybody
    const more = fragment === 'report' ? '' : ` say-something-${fragment}`;
    return `<div class="say-something${more}" data-say-something="${element}"${setting.replace(' ', ' data-')}>\n${indented(inside)}\n</div>`;
  }
  if (way === 'element') {
    const fallback = `<div class="say-something-fallback">\n${indented(inside)}\n</div>`;
    return `<say-something-${element}${setting}>\n${indented(fallback)}\n</say-something-${element}>`;
  }
  if (element === 'exit') return inside;
  return `${first().join('\n')}\n<p><a href="${escaped(page)}#${fragment}">${LINK_TEXT[element]}</a></p>`;
}

const indented = (text) => text.replace(/^/gm, '  ');
