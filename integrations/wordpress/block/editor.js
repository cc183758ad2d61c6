/*
 * The block in the editor. Plain JavaScript that uses what WordPress brings, so that nothing has to be built. What the block saves is one
 * comment with its settings, which WordPress's filter leaves for editors and authors too. PHP prints the preview.
 */
(function (wp, names) {
  'use strict';

  const { createElement: el, Fragment } = wp.element;
  const { __, sprintf } = wp.i18n;
  const { BlockControls, InspectorControls, useBlockProps, useSetting } = wp.blockEditor;
  const { Disabled, Notice, PanelBody, SelectControl, TextControl, ToggleControl, ToolbarDropdownMenu, ToolbarGroup } =
    wp.components;
  const ServerSideRender = wp.serverSideRender;
  const NAME = 'say-something/element';
  const ELEMENTS = Object.keys(names.elements);
  const AUDIENCES = Object.keys(names.audiences);

  const known = (value, all, usual) => (all.includes(value) ? value : usual);

  /** What the preview shows, in a few words above it. */
  function captionFor({ element, audience }) {
    const { name } = names.elements[known(element, ELEMENTS, 'report')];
    if (element === 'exit') return name;
    /* translators: 1: what the block shows, such as "Panel". 2: who reads the page, such as "Hotel staff". */
    return sprintf(__('%1$s, for: %2$s', 'say-something'), name, names.audiences[known(audience, AUDIENCES, 'public')]);
  }

  /** Why an address is not used. It is empty if the address is used or missing. PHP has the same rule. */
  function problemOf(href) {
    const wanted = href.trim();
    if (!wanted) return '';
    let address;
    try {
      address = new URL(wanted);
    } catch {
      return __('This is not the address of a page, so it is not used. Begin with https://', 'say-something');
    }
    const isOwn = address.origin === new URL(names.home).origin;
    if (address.protocol === 'https:' || isOwn) return '';
    return __('This address does not begin with https://, so it is not used.', 'say-something');
  }

  /** The red, green and blue of a colour such as `#00703c`, or undefined for any other notation. */
  function rgbOf(colour) {
    const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour ?? '')?.[1];
    if (!hex) return undefined;
    const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16) / 255);
  }

  /** The contrast of two colours as WCAG 2 defines it, or undefined if one cannot be read. */
  function contrast(one, other) {
    const [a, b] = [one, other].map((colour) => {
      const rgb = rgbOf(colour)?.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return rgb && 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    });
    return a === undefined || b === undefined ? undefined : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** A sentence about each pair of colours that the author chose. */
  function contrastNotices({ backgroundColor, textColor, style }, palette) {
    const fromTheme = (slug) => palette.find((one) => one.slug === slug)?.color;
    const custom = (value) => {
      const slug = /^var:preset\|color\|([\w-]+)$/.exec(value ?? '')?.[1];
      return slug ? fromTheme(slug) : value;
    };
    const ground = fromTheme(backgroundColor) ?? custom(style?.color?.background);
    const pairs = [
      [__('Text', 'say-something'), fromTheme(textColor) ?? custom(style?.color?.text)],
      [__('Links and buttons', 'say-something'), custom(style?.elements?.link?.color?.text)],
    ];
    return pairs.flatMap(([what, ink]) => {
      const ratio = contrast(ground, ink);
      if (ratio === undefined) return [];
      const enough = ratio >= 4.5;
      // Round down, so that 4.49 is not said to be 4.5.
      const said = String(Math.floor(ratio * 10) / 10);
      return el(
        Notice,
        { key: what, status: enough ? 'success' : 'warning', isDismissible: false },
        sprintf(
          enough
            ? /* translators: 1: "Text" or "Links and buttons". 2: a contrast, such as 7.1. */
              __('%1$s on the background: contrast %2$s to 1. That is enough.', 'say-something')
            : /* translators: 1: "Text" or "Links and buttons". 2: a contrast, such as 2.3. */
              __(
                '%1$s on the background: contrast %2$s to 1. At least 4.5 is needed, so visitors see a darker or lighter shade of it.',
                'say-something',
              ),
          what,
          said,
        ),
      );
    });
  }

  function Settings({ attributes, setAttributes }) {
    const { element, audience, headingLevel, href, exit, papers } = attributes;
    const isExit = element === 'exit';
    const hasExit = names.hasExit.includes(audience);
    const problem = problemOf(href);
    const hint = isExit
      ? /* translators: %s: the address of a page. */
        sprintf(__('Leave it empty: to the weather (%s).', 'say-something'), names.leave)
      : __('Leave it empty: to the panel on the same page.', 'say-something');
    return el(
      PanelBody,
      { title: __('What visitors see', 'say-something') },
      el(SelectControl, {
        label: __('What to show', 'say-something'),
        help: names.elements[known(element, ELEMENTS, 'report')].hint,
        value: element,
        options: ELEMENTS.map((value) => ({ value, label: names.elements[value].name })),
        onChange: (value) => setAttributes({ element: value }),
      }),
      !isExit &&
        el(SelectControl, {
          label: __('Who reads the page', 'say-something'),
          help: __('The words and the order of the numbers follow from this.', 'say-something'),
          value: audience,
          options: AUDIENCES.map((value) => ({ value, label: names.audiences[value] })),
          onChange: (value) => setAttributes({ audience: value }),
        }),
      !isExit &&
        el(SelectControl, {
          label: __('Level of the headings', 'say-something'),
          help: __('2 is right in most pages, where the title is the only heading of level 1.', 'say-something'),
          value: String(headingLevel),
          options: [1, 2, 3, 4, 5, 6].map((level) => ({ value: String(level), label: String(level) })),
          onChange: (value) => setAttributes({ headingLevel: Number(value) }),
        }),
      element !== 'report' &&
        el(TextControl, {
          label: isExit ? __('Where the exit leads', 'say-something') : __('Where the button leads', 'say-something'),
          help: problem || hint,
          type: 'url',
          value: href,
          onChange: (value) => setAttributes({ href: value }),
        }),
      element === 'report' &&
        hasExit &&
        el(ToggleControl, {
          label: __('A way to leave the page fast', 'say-something'),
          help: __('Switch it off only if the page has an exit already.', 'say-something'),
          checked: exit,
          onChange: (value) => setAttributes({ exit: value }),
        }),
      element === 'report' &&
        !hasExit &&
        el(TextControl, {
          label: __('Where the link to posters and cards leads', 'say-something'),
          help:
            problemOf(papers) ||
            __(
              'Leave it empty: no link. Or give the https:// address of posters that staff can print. It is at the foot of the panel.',
              'say-something',
            ),
          type: 'url',
          value: papers,
          onChange: (value) => setAttributes({ papers: value }),
        }),
    );
  }

  /** The two choices that matter, above the block too, because the sidebar may be closed. */
  function Toolbar({ attributes: { element, audience }, setAttributes }) {
    const menu = (label, icon, names, chosen, choose) =>
      el(ToolbarDropdownMenu, {
        label,
        icon,
        text: names[chosen],
        controls: Object.keys(names).map((value) => ({
          title: names[value],
          isActive: value === chosen,
          onClick: () => choose(value),
        })),
      });
    const kinds = Object.fromEntries(ELEMENTS.map((value) => [value, names.elements[value].name]));
    return el(
      BlockControls,
      null,
      el(
        ToolbarGroup,
        null,
        menu(__('What to show', 'say-something'), null, kinds, known(element, ELEMENTS, 'report'), (value) =>
          setAttributes({ element: value }),
        ),
        element !== 'exit' &&
          menu(
            __('Who reads the page', 'say-something'),
            null,
            names.audiences,
            known(audience, AUDIENCES, 'public'),
            (value) => setAttributes({ audience: value }),
          ),
      ),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const notices = contrastNotices(attributes, useSetting('color.palette') ?? []);
    return el(
      Fragment,
      null,
      el(Toolbar, { attributes, setAttributes }),
      el(
        InspectorControls,
        null,
        el(Settings, { attributes, setAttributes }),
        notices.length > 0 && el(PanelBody, { title: __('Can the colours be read?', 'say-something') }, ...notices),
      ),
      el(
        'div',
        useBlockProps(),
        el('p', { className: 'say-something-caption' }, captionFor(attributes)),
        el(Disabled, null, el(ServerSideRender, { block: NAME, attributes })),
        el(
          'p',
          { className: 'say-something-caption' },
          __(
            'Without the script, visitors see this. With it, they see the same lines with buttons, opening hours and more.',
            'say-something',
          ),
        ),
      ),
    );
  }

  /** The settings in a pasted snippet, whose class names the kind and the audience where a filter has removed the data. */
  function settingsIn(node) {
    const [, kind, whom] =
      /(?:^|\s)say-something-(report|signs|banner|exit)(?:-([a-z-]+))?(?:\s|$)/.exec(node.className) ?? [];
    const { saySomething, audience, headingLevel, href, noExit, papers } = node.dataset;
    return {
      element: known(saySomething || kind, ELEMENTS, 'report'),
      audience: known(audience || whom, AUDIENCES, 'public'),
      headingLevel: /^[1-6]$/.test(headingLevel ?? '') ? Number(headingLevel) : 2,
      href: href ?? '',
      exit: noExit === undefined,
      papers: papers ?? '',
    };
  }
  const SNIPPET = 'div.say-something,div[data-say-something]';
  const snippetIn = (html) => new DOMParser().parseFromString(html, 'text/html').querySelector(SNIPPET);

  wp.blocks.registerBlockType(NAME, {
    edit: Edit,
    save: () => null,
    transforms: {
      from: [
        {
          // a snippet that is pasted straight into the page
          type: 'raw',
          priority: 1,
          selector: SNIPPET,
          schema: {
            div: {
              classes: [/^say-something/],
              attributes: [
                ...['data-say-something', 'data-audience', 'data-heading-level'],
                ...['data-href', 'data-no-exit', 'data-papers'],
              ],
              children: '*',
            },
          },
          isMatch: (node) => node.matches(SNIPPET),
          transform: (node) => wp.blocks.createBlock(NAME, settingsIn(node)),
        },
        {
          // a snippet in a Custom HTML block, with "Transform to"
          type: 'block',
          blocks: ['core/html'],
          isMatch: ({ content }) => !!snippetIn(content ?? ''),
          transform: ({ content }) => wp.blocks.createBlock(NAME, settingsIn(snippetIn(content))),
        },
        {
          type: 'shortcode',
          tag: 'say-something',
          attributes: {
            element: { type: 'string', shortcode: ({ named }) => named.element },
            audience: { type: 'string', shortcode: ({ named }) => named.audience },
            headingLevel: { type: 'number', shortcode: ({ named }) => Number(named['heading-level']) || 2 },
            href: { type: 'string', shortcode: ({ named }) => named.href ?? '' },
            exit: { type: 'boolean', shortcode: ({ named }) => !/^(?:off|no|false|0)$/i.test(named.exit ?? '') },
            papers: { type: 'string', shortcode: ({ named }) => named.papers ?? '' },
          },
        },
      ],
    },
  });
})(window.wp, window.saySomethingNames);
