// Checks that the manifest, the data for editors and the types for JSX describe the elements completely and describe nothing else.
// Compares them with the built script in a browser and, for what the tested states may not show, with the syntax of the sources.
/* global CSSStyleRule, addEventListener, customElements, document, getComputedStyle, window -- in the page */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import ts from 'typescript';
import cssService from 'vscode-css-languageservice';
import htmlService from 'vscode-html-languageservice';
import { AUDIENCES } from '../../src/core/audiences.js';
import { launch, without } from '../helpers/browsers.mjs';

const { getCSSLanguageService, newCSSDataProvider } = cssService;
const { getLanguageService, newHTMLDataProvider, TextDocument } = htmlService;
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(root + file, 'utf8');
const json = (file) => JSON.parse(read(file));

const manifest = json('dist/custom-elements.json');
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const tags = elements.map(({ tagName }) => tagName);
const names = (list = []) => list.map(({ name }) => name).sort();
const sorted = (set) => [...set].sort();
const byTag = (about) => Object.fromEntries(elements.map((element) => [element.tagName, about(element)]));
const unionOf = (about) => sorted(new Set(elements.flatMap(about)));

/** The syntax trees of every module that draws. */
const files = ['elements', 'guest'].flatMap((room) =>
  readdirSync(`${root}src/${room}`, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ts.createSourceFile(name, read(`src/${room}/${name}`), ts.ScriptTarget.ES2022, true)),
);
function* nodesOf(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}
/** The text of every HTML template, in which an expression is `${}`. */
const templates = files.flatMap((file) =>
  [...nodesOf(file)]
    .filter((node) => ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html')
    .map(({ template }) =>
      ts.isNoSubstitutionTemplateLiteral(template)
        ? template.text
        : template.head.text + template.templateSpans.map(({ literal }) => `\${}${literal.text}`).join(''),
    ),
);

describe('custom-elements.json, compared with the built script', { skip: without('chromium') }, () => {
  let browser;
  /** The findings of all states, by tag. */
  const seen = Object.fromEntries(
    tags.map((tag) => [tag, { parts: new Set(), tokens: new Set(), events: new Set(), attributes: {}, values: {} }]),
  );

  before(async () => {
    browser = await launch('chromium');
    // The first time is on the day of the facts. At the second, facts are old and contacts are replaced.
    for (const time of ['2026-11-23T12:00:00Z', '2028-08-01T02:00:00Z']) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(stopClock, Date.parse(time));
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.respond({ contentType: 'text/html', body: '<!doctype html><html lang="en-GB"><title>A page</title>' }),
      );
      await page.goto('https://council.example/');
      assert.equal(await page.evaluate(() => new Date().toISOString()), new Date(time).toISOString());
      await page.evaluate(read('dist/say-something.js'));
      const found = await page.evaluate(look, { tags, audiences: AUDIENCES });
      await page.close();
      for (const tag of tags) {
        for (const kind of ['parts', 'tokens', 'events'])
          for (const name of found[tag][kind]) seen[tag][kind].add(name);
        Object.assign(seen[tag].attributes, found[tag].attributes);
        Object.assign(seen[tag].values, found[tag].values);
      }
    }
  });
  after(() => browser?.close());

  /** Runs in the page. Stops the clock at a time. */
  function stopClock(time) {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length ? given : [time]));
      }
      static now = () => time;
    };
  }

  /** Runs in the page. Puts each element into its states and notes its parts, its tokens in use and its events. */
  async function look({ tags, audiences }) {
    const found = Object.fromEntries(
      tags.map((tag) => [tag, { parts: new Set(), tokens: new Set(), events: new Set(), attributes: {}, values: {} }]),
    );
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      found[this.localName]?.events.add(event.type);
      return dispatchEvent.call(this, event);
    };
    // cancel clicks on links after their listeners have run
    addEventListener(
      'click',
      (event) => event.composedPath().some(({ localName }) => localName === 'a') && event.preventDefault(),
      true,
    );

    const rulesOf = (rules) =>
      [...rules].flatMap((rule) => [...(rule instanceof CSSStyleRule ? [rule] : []), ...rulesOf(rule.cssRules ?? [])]);
    const parts = (tree, noted) => {
      for (const node of tree.querySelectorAll('[part]')) for (const part of node.part) noted.parts.add(part);
    };
    /** Whether another rule sets this colour of every one of these nodes. Rules for a state or a medium are not judged. */
    const isOverridden = (rule, property, nodes) =>
      /^(?:background-)?color$/.test(property) &&
      !rule.parentRule &&
      !/:(?:focus|hover|active|checked)/.test(rule.selectorText) &&
      nodes.every((node) => {
        const shown = getComputedStyle(node)[property];
        node.style.setProperty(property, rule.style.getPropertyValue(property));
        const asked = getComputedStyle(node)[property];
        node.style.removeProperty(property);
        return shown !== asked;
      });
    /** Whether a property of a rule can be seen on one of these nodes: a border without width has no colour. */
    const shows = (rule, property, nodes) =>
      /^border(?!.*radius)/.test(property)
        ? nodes.some((node) => /[1-9]/.test(getComputedStyle(node).borderWidth))
        : !isOverridden(rule, property, nodes);
    /** The tokens in rules that match a drawn element in any state of focus and pointer, including those in private properties. */
    const tokens = (tree, noted) => {
      const made = new Map();
      const wanted = [];
      for (const rule of rulesOf(tree.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]))) {
        const { selectorText, style } = rule;
        const anyTime = selectorText
          .replace(/::(?:before|after)\b/g, '')
          .replace(/:(?:focus-visible|focus|hover|active|checked)\b/g, ':not(none)');
        const nodes = [...tree.querySelectorAll(anyTime)].filter((node) => !node.matches('.probe'));
        if (!nodes.length) continue;
        for (const [, property, value] of style.cssText.matchAll(/([-\w]+):\s*([^;]+)/g)) {
          const used = [...value.matchAll(/var\(\s*(--[-\w]+)/g)].map(([, name]) => name);
          if (property.startsWith('--')) made.set(property, [...(made.get(property) ?? []), ...used]);
          else if (shows(rule, property, nodes)) wanted.push(...used);
        }
      }
      const passed = new Set();
      for (let name = wanted.pop(); name; name = wanted.pop()) {
        if (passed.has(name)) continue;
        passed.add(name);
        if (name.startsWith('--say-something-')) noted.tokens.add(name);
        wanted.push(...(made.get(name) ?? []));
      }
    };

    for (const tag of tags) {
      const Element = customElements.get(tag);
      const noted = found[tag];
      for (const [name, options] of Object.entries(Element.properties)) {
        const attribute = typeof options.attribute === 'string' ? options.attribute : name.toLowerCase();
        if (Element.observedAttributes.includes(attribute)) noted.attributes[attribute] = name;
        noted.values[name] = document.createElement(tag)[name] ?? null;
      }
      for (const audience of audiences) {
        for (const href of [null, '/elsewhere']) {
          const element = document.createElement(tag);
          element.setAttribute('audience', audience);
          if (href) element.setAttribute('href', href);
          document.body.append(element);
          await element.updateComplete;
          const tree = element.shadowRoot;
          parts(tree, noted);
          // draws what is behind disclosures
          dispatchEvent.call(window, new Event('beforeprint'));
          await element.updateComplete;
          for (const radio of tree.querySelectorAll('input')) {
            radio.click();
            await element.updateComplete;
            parts(tree, noted);
          }
          for (const node of tree.querySelectorAll('summary, button, a:not([part="exit"])')) node.click();
          await element.updateComplete;
          parts(tree, noted);
          tokens(tree, noted);
          element.remove();
        }
      }
    }
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    return Object.fromEntries(
      Object.entries(found).map(([tag, noted]) => [
        tag,
        { ...noted, parts: [...noted.parts], tokens: [...noted.tokens], events: [...noted.events] },
      ]),
    );
  }

  it('has the observed attributes, each with its property', () => {
    assert.deepEqual(
      byTag(({ attributes }) => Object.fromEntries(attributes.map(({ name, fieldName }) => [name, fieldName]))),
      byTag(({ tagName }) => seen[tagName].attributes),
    );
  });

  it('has the defaults of a new element', () => {
    for (const { tagName, members, attributes } of elements) {
      for (const [name, value] of Object.entries(seen[tagName].values)) {
        const stated = [members.find((one) => one.name === name), attributes.find((one) => one.fieldName === name)];
        for (const { default: text } of stated) {
          assert.equal(text?.replaceAll("'", ''), value === null ? undefined : String(value), `${tagName} ${name}`);
        }
      }
    }
  });

  it('has the parts that are drawn', () => {
    assert.deepEqual(
      byTag(({ cssParts }) => names(cssParts)),
      byTag(({ tagName }) => sorted(seen[tagName].parts)),
    );
  });

  it('has the tokens that match a drawn element', () => {
    assert.deepEqual(
      byTag(({ cssProperties }) => names(cssProperties)),
      byTag(({ tagName }) => sorted(seen[tagName].tokens)),
    );
  });

  it('has the events that are sent', () => {
    assert.deepEqual(
      byTag(({ events }) => names(events)),
      byTag(({ tagName }) => sorted(seen[tagName].events)),
    );
  });

  it('has the tags that the script registers, each with the class that its module exports', async () => {
    const page = await browser.newPage();
    const registered = await page.evaluate(
      `(() => { const all = []; const { define } = CustomElementRegistry.prototype;
        CustomElementRegistry.prototype.define = function (tag, ...rest) { all.push(tag); return define.call(this, tag, ...rest); };
        ${read('dist/say-something.js')}; return all; })()`,
    );
    await page.close();
    const definitions = manifest.modules
      .flatMap(({ exports }) => exports)
      .filter(({ kind }) => kind === 'custom-element-definition');
    assert.deepEqual(names(definitions), registered.sort());
    assert.deepEqual(tags.toSorted(), registered);
    const { exports } = json('package.json');
    for (const { declaration, name } of definitions) {
      assert.equal(elements.find(({ tagName }) => tagName === name).name, declaration.name);
      assert.match(read(declaration.module), new RegExp(`export class ${declaration.name} `));
      assert.equal(exports[`./elements/${name}.js`], `./${declaration.module}`);
    }
  });
});

describe('custom-elements.json', () => {
  it('is valid for the schema of custom elements manifests', () => {
    // the schema is a dependency of the analyser
    const validate = new Ajv({ strict: false }).compile(json('node_modules/custom-elements-manifest/schema.json'));
    assert.ok(validate(manifest), JSON.stringify(validate.errors));
    assert.equal(validate({ ...manifest, modules: undefined }), false);
  });
});

describe('custom-elements.json, compared with the sources', () => {
  it('has every public field and method of a class and no other', () => {
    const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.OverrideKeyword];
    const isPublic = (member) =>
      (ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member) || ts.isAccessor(member)) &&
      !ts.isPrivateIdentifier(member.name) &&
      !member.modifiers?.some(({ kind }) => hidden.includes(kind)) &&
      !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal') &&
      // only the browser calls these methods
      !/Callback$/.test(member.name.text);
    const classes = files.flatMap((file) => file.statements.filter(ts.isClassDeclaration));
    const declared = byTag(({ name }) => {
      const { members } = classes.find((one) => one.name.text === name);
      return members
        .filter(isPublic)
        .map((member) => `${ts.isMethodDeclaration(member) ? 'method' : 'field'} ${member.name.text}`);
    });
    assert.deepEqual(
      byTag(({ members }) => members.map(({ kind, name }) => `${kind} ${name}`).sort()),
      Object.fromEntries(Object.entries(declared).map(([tag, members]) => [tag, members.sort()])),
    );
  });

  it('has every part of a template, even if no tested state draws it', () => {
    const inTemplates = templates.flatMap((text) =>
      [...text.matchAll(/\spart="([^"]*)"/g)].flatMap(([, value]) => value.split(' ')),
    );
    assert.ok(
      templates.every((text) => !/\spart=[^"]/.test(text)),
      'every part has a literal name',
    );
    assert.deepEqual(
      unionOf(({ cssParts }) => names(cssParts)),
      sorted(new Set(inTemplates)),
    );
  });

  it('has every slot of a template except those of the phrases, which are private', () => {
    const slots = templates.flatMap((text) =>
      [...text.matchAll(/<slot\b(?:[^>]*?\sname=("[^"]*"|\$\{\}))?/g)].map(([, name]) => name?.slice(1, -1) ?? ''),
    );
    assert.deepEqual(
      unionOf(({ slots: stated }) => names(stated)),
      sorted(new Set(slots)),
    );
    // The slots of phrases have a name that changes from phrase to phrase: `phrase` in guest-element.ts makes them, and nothing else does.
    const made = files.flatMap((file) =>
      [...nodesOf(file)]
        .filter((node) => ts.isCallExpression(node) && node.getText() === "document.createElement('slot')")
        .map((node) => `${file.fileName}: ${node.parent.getText()}`),
    );
    assert.deepEqual(made.sort(), [
      "guest-element.ts: slot = document.createElement('slot')",
      "guest-element.ts: this.renderRoot.replaceChildren(document.createElement('slot'))",
    ]);
    for (const { tagName, slots: stated } of elements) assert.deepEqual(names(stated), [''], tagName);
  });

  it('has every event class, and every dispatched event is an instance of one', () => {
    const own = files
      .find(({ fileName }) => fileName.endsWith('/events.ts'))
      .statements.filter(
        (one) => ts.isClassDeclaration(one) && /\bEvent\b/.test(one.heritageClauses?.[0].getText() ?? ''),
      );
    const typeOf = ({ members }) => members.find((member) => member.name?.text === 'type').initializer.text;
    assert.deepEqual(
      unionOf(({ events = [] }) => events.map(({ name, type }) => `${type.text} ${name}`)),
      own.map((one) => `${one.name.text} ${typeOf(one)}`).sort(),
    );
    const dispatched = files.flatMap((file) =>
      [...nodesOf(file)].filter(
        (node) => ts.isCallExpression(node) && /\.dispatchEvent$/.test(node.expression.getText()),
      ),
    );
    assert.ok(dispatched.length > 0);
    for (const {
      arguments: [event],
    } of dispatched) {
      assert.ok(
        ts.isNewExpression(event) && own.some(({ name }) => name.text === event.expression.getText()),
        event.getText(),
      );
    }
  });

  it('has an attribute for every setting of a marker', () => {
    const path = 'src/page/recognition.ts';
    const settings = [...nodesOf(ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true))]
      .find((node) => ts.isVariableDeclaration(node) && node.name.getText() === 'SETTINGS')
      .initializer.getText()
      .match(/(?<=')[\w-]+(?=')/g);
    // every HTML element has `lang`
    assert.deepEqual([...unionOf(({ attributes }) => names(attributes)), 'lang'].sort(), settings.toSorted());
  });

  it('has a description for everything', () => {
    for (const element of elements) {
      const { tagName, description, members, attributes, cssParts, cssProperties, slots, events = [] } = element;
      assert.ok(description, tagName);
      for (const one of [...members, ...attributes, ...cssParts, ...cssProperties, ...slots, ...events]) {
        assert.ok(one.description, `${tagName} ${one.name}`);
      }
      for (const one of [...attributes, ...cssProperties]) assert.ok(one.default || one.type, `${tagName} ${one.name}`);
    }
  });
});

describe('the data for editors', () => {
  const html = getLanguageService({
    customDataProviders: [newHTMLDataProvider('ours', json('dist/vscode.html-custom-data.json'))],
    useDefaultDataProvider: false,
  });
  const css = getCSSLanguageService({
    customDataProviders: [newCSSDataProvider(json('dist/vscode.css-custom-data.json'))],
    useDefaultDataProvider: false,
  });
  /** The completions of VS Code's own service at the bar in a text. */
  function complete(service, language, text, parse) {
    const at = text.indexOf('|');
    const file = TextDocument.create(`file:///page.${language}`, language, 1, text.replace('|', ''));
    // leave out the completions of HTML itself
    return service
      .doComplete(file, file.positionAt(at), parse(file))
      .items.map(({ label }) => label)
      .filter((label) => !['!DOCTYPE', 'data-'].includes(label))
      .sort();
  }
  const inHtml = (text) => complete(html, 'html', text, (file) => html.parseHTMLDocument(file));
  const inCss = (text) => complete(css, 'css', text, (file) => css.parseStylesheet(file));
  const tokens = unionOf(({ cssProperties }) => names(cssProperties));
  const allParts = unionOf(({ cssParts }) => names(cssParts));

  it('completes tags, attributes and their values in VS Code', () => {
    assert.deepEqual(inHtml('<|'), tags.toSorted());
    for (const { tagName, attributes } of elements) {
      assert.deepEqual(inHtml(`<${tagName} |`), names(attributes), tagName);
    }
    assert.deepEqual(inHtml('<say-something-report audience="|"'), AUDIENCES.toSorted());
    assert.deepEqual(inHtml('<say-something-report heading-level="|"'), ['1', '2', '3', '4', '5', '6']);
  });

  it('describes each tag and token in VS Code', () => {
    const file = TextDocument.create(
      'file:///page.html',
      'html',
      1,
      '<say-something-exit href=""></say-something-exit>',
    );
    const { contents } = html.doHover(file, { line: 0, character: 3 }, html.parseHTMLDocument(file));
    const { description } = elements.find(({ tagName }) => tagName === 'say-something-exit');
    assert.ok(contents.value.startsWith(description), contents.value);
    assert.doesNotMatch(contents.value, /[^\n]\n---/, 'a rule directly below a paragraph would turn it into a heading');
    const sheet = TextDocument.create('file:///page.css', 'css', 1, ':root { --say-something-urgent: red }');
    const hover = css.doHover(sheet, { line: 0, character: 12 }, css.parseStylesheet(sheet));
    assert.match(JSON.stringify(hover?.contents ?? ''), /Danger now/);
  });

  it('completes tokens and parts once each in VS Code', () => {
    assert.deepEqual(
      inCss('say-something-report { --say| }').filter((label) => label.startsWith('--say')),
      tokens,
    );
    assert.deepEqual(
      inCss('say-something-report::| {}').filter((label) => label.startsWith('::part')),
      allParts.map((part) => `::part(${part})`),
    );
  });

  it('contains the same for JetBrains in its own format', () => {
    const { contributions, name, version } = json('dist/web-types.json');
    const { name: ours, version: now, exports } = json('package.json');
    assert.deepEqual([name, version], [ours, now]);
    assert.deepEqual(names(contributions.html.elements), tags.toSorted());
    for (const element of contributions.html.elements) {
      const stated = elements.find(({ tagName }) => tagName === element.name);
      assert.deepEqual(
        element.attributes.map(({ name: attribute, value }) => [attribute, value.type, value.default]),
        stated.attributes.map(({ name: attribute, type, default: text }) => [attribute, type.text, text]),
      );
      assert.deepEqual(names(element.slots), names(stated.slots));
      assert.deepEqual(names(element.events), names(stated.events));
      assert.deepEqual(names(element.js.events), names(stated.events));
      const fields = stated.members.filter(({ kind, static: shared }) => kind === 'field' && !shared);
      assert.deepEqual(names(element.js.properties), names(fields));
      assert.equal(element.source.symbol, stated.name);
      const entry = exports[element.source.module.replace(ours, '.')];
      assert.match(read(entry), new RegExp(`export class ${stated.name} `));
    }
    assert.deepEqual(names(contributions.css.properties), tokens);
    assert.deepEqual(
      names(contributions.css['pseudo-elements']),
      allParts.map((part) => `part(${part})`),
    );
  });

  it('has JSX types with the attributes, properties and events and no others', () => {
    const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] };
    const program = ts.createProgram([`${root}src/jsx.ts`], options);
    const checker = program.getTypeChecker();
    const settings = program
      .getSourceFile(`${root}src/jsx.ts`)
      .statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'SaySomethingElements');
    const typed = checker.getTypeAtLocation(settings).getProperties();
    assert.deepEqual(
      Object.fromEntries(
        typed.map((tag) => [
          tag.name,
          checker
            .getTypeOfSymbol(tag)
            .getProperties()
            .map(({ name }) => name)
            .sort(),
        ]),
      ),
      byTag(({ attributes, events = [] }) =>
        sorted(
          new Set([
            ...attributes.flatMap(({ name, fieldName }) => [name, fieldName]),
            ...events.map(({ name }) => `on${name}`),
          ]),
        ),
      ),
    );
  });
});
