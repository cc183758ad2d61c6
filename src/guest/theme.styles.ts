import { css } from './styles.js';

/**
 * The styles that all elements share: a root that the page's styles cannot reach, public tokens that set private ones, and the reader's own
 * settings, which win over both.
 */
export const theme = css`
  /*
   * The page alone decides whether the marker is shown, hidden or lets taps through, as it does for the fallback inside. A rule of ours
   * that showed what a page hides would also hide what the page shows, for example on a sheet that prints only the help.
   */
  :host {
    display: block;
    /* The line breaks of our templates are here. A page that preserves line breaks would show each as an empty line. */
    white-space: normal;
  }
  :host([hidden]:not([hidden='until-found'])) {
    display: none;
  }
  /* The plain slot of an element that draws nothing has no class, so its fallback shows. */
  .rest::slotted(.say-something-fallback) {
    display: none !important;
  }
  /* The line breaks between our spans are here, even if a rule of the page selects the marker itself. */
  .rest {
    white-space: normal;
  }
  /* All content of a placeholder is fallback. */
  .rest[hidden] {
    display: none;
  }
  /* The page's styles end here, even important ones: an important rule in a shadow tree beats one outside it. */
  slot[name]::slotted(span) {
    all: unset !important;
    /* The property all does not include this one. An override by the page would reverse a number. */
    unicode-bidi: normal !important;
  }
  /* A character that a page puts before each of its spans would look like part of a number. */
  slot[name]::slotted(span)::before,
  slot[name]::slotted(span)::after {
    content: none !important;
  }
  .root {
    all: initial;
    display: block;
    /* A page may turn every div into a row. The panel is as wide as its marker there too. */
    flex: 1 1 100%;
    min-inline-size: 0;
    position: relative;
    box-sizing: border-box;
    color-scheme: inherit;
    /* "medium" is the size that the reader has set in the browser, whatever the page sets on html and body. */
    font-size: medium;
    font-family: var(--_font);
    line-height: 1.4;
    letter-spacing: inherit;
    word-spacing: inherit;
    visibility: inherit;
    pointer-events: inherit;
    /* A person who cannot call from this device can copy a number, even if the page forbids selecting text. */
    user-select: text;
    color: #000;
    background: #fff;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /*
   * Each private token takes the value of its public token or a default of its own, so that theme-guard.ts can replace an invalid value by
   * the default. The page says whether it is dark.
   */
  .root,
  .probe {
    --_default-font: system-ui, sans-serif;
    --_default-radius: 0.25em;
    --_default-space: 0.75em;
    --_default-surface: light-dark(#fff, #17191c);
    --_default-text: light-dark(#0b0c0c, #f3f4f5);
    --_default-text-muted: light-dark(#454b50, #bcc3c9);
    --_default-border: light-dark(#6f777b, #8b949c);
    --_default-accent: light-dark(#14427f, #9cc4ff);
    --_default-on-accent: light-dark(#fff, #06182e);
    --_default-urgent: light-dark(#a40f1c, #ffb4ab);
    --_default-on-urgent: light-dark(#fff, #410005);
    --_default-focus: light-dark(#0b0c0c, #fff);
    --_font: var(--say-something-font, var(--_default-font));
    --_radius: var(--say-something-radius, var(--_default-radius));
    --_space: var(--say-something-space, var(--_default-space));
    /* Words must not run out of a round corner, nor a number out of a narrow column. */
    --_corner: min(var(--_radius), 1em);
    --_inset: clamp(0.3em, var(--_space), min(1.5em, 6%));
  }
  /* A browser without light-dark() keeps black on white, which is readable on any page. */
  @supports (color: light-dark(red, red)) {
    .root,
    .probe {
      --_surface: var(--say-something-surface, var(--_default-surface));
      --_text: var(--say-something-text, var(--_default-text));
      --_text-muted: var(--say-something-text-muted, var(--_default-text-muted));
      --_border: var(--say-something-border, var(--_default-border));
      --_accent: var(--say-something-accent, var(--_default-accent));
      --_on-accent: var(--say-something-on-accent, var(--_default-on-accent));
      --_urgent: var(--say-something-urgent, var(--_default-urgent));
      --_on-urgent: var(--say-something-on-urgent, var(--_default-on-urgent));
      --_focus: var(--say-something-focus, var(--_default-focus));
    }
    .root {
      color: var(--_text);
      background-color: var(--_surface);
    }
  }
  /* Shows theme-guard.ts each colour as numbers in sRGB. A transition tells it that a colour has changed. */
  .probe {
    position: fixed;
    visibility: hidden;
    inline-size: 0;
    block-size: 0;
    contain: strict;
    forced-color-adjust: none;
    transition: all 0s 1ms;
    padding-left: var(--_space);
    border: 0 solid;
    border-radius: var(--_radius);
    background-color: color-mix(in srgb, var(--_surface), var(--_surface));
    color: color-mix(in srgb, var(--_text), var(--_text));
    border-top-color: color-mix(in srgb, var(--_text-muted), var(--_text-muted));
    border-right-color: color-mix(in srgb, var(--_border), var(--_border));
    border-bottom-color: color-mix(in srgb, var(--_accent), var(--_accent));
    border-left-color: color-mix(in srgb, var(--_on-accent), var(--_on-accent));
    outline-color: color-mix(in srgb, var(--_urgent), var(--_urgent));
    text-decoration-color: color-mix(in srgb, var(--_on-urgent), var(--_on-urgent));
    column-rule-color: color-mix(in srgb, var(--_focus), var(--_focus));
    caret-color: light-dark(#000, #fff);
  }
  .root * {
    box-sizing: border-box;
  }
  /*
   * Each paragraph runs in the direction of its own words: in a page in Urdu, English runs left to right and its translation right to left.
   */
  p,
  li,
  summary,
  label,
  span {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  /* A link to a website is as high as a finger needs, and moves no line. */
  details li [target] {
    overflow-wrap: anywhere;
    padding-block: 0.35em;
  }
  /* What gets the focus is scrolled away from a header or footer that sticks to the edge of the window. */
  :is(a, button, summary, input, [tabindex]) {
    scroll-margin-block: min(8em, 25vh);
  }
  :is(a, button, summary, [tabindex]):focus-visible {
    outline: 3px solid var(--_focus, #000);
    outline-offset: 2px;
  }
  /* The one live region is read aloud and not shown. */
  .aloud {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    /* Paper is white, and printers leave backgrounds out, so words are black in any theme. */
    .root {
      --_surface: #fff !important;
      --_text: #000 !important;
      --_text-muted: #000 !important;
      --_border: #000 !important;
      --_accent: #000 !important;
      --_urgent: #000 !important;
      --_on-urgent: #000 !important;
      background: none;
    }
    /* Nobody can tap paper, so everything is unfolded and there are no buttons. */
    details::details-content {
      content-visibility: visible !important;
      display: block !important;
      block-size: auto !important;
    }
    button,
    .button,
    .screen,
    .aloud {
      display: none !important;
    }
  }
  @media not print {
    .paper {
      display: none !important;
    }
  }
  @media (forced-colors: active) {
    .root {
      border-color: CanvasText;
    }
    :is(a, button, summary, input, [tabindex]):focus-visible {
      outline-color: Highlight;
    }
  }
`;
