import { css } from 'lit';
import { exitStyles } from '../shared/quick-exit.styles.js';

export const styles = [
  exitStyles,
  css`
    .root {
      padding: var(--_inset);
      border: 1px solid var(--_border);
      border-radius: var(--_corner);
    }
    /* A list of selectors and not :is(), which makes every change of style more than twice as slow in WebKit. */
    .root > * + *,
    .below > * + * {
      margin-block-start: 0.5em;
    }
    .title {
      font-size: 1.3em;
    }
    .emergency p,
    .card p {
      font-size: 0.95em;
      line-height: 1.35;
    }
    .number {
      font-size: 1.2em;
      font-weight: bold;
      display: inline-block;
      padding-block: 0.15em;
      /* No-break spaces keep a number on one line, and in very large text on a phone it would overflow. */
      overflow-wrap: anywhere;
    }
    /* A long address may break. */
    [href^='mailto'] {
      overflow-wrap: anywhere;
    }
    .address {
      overflow-wrap: anywhere;
    }
    .emergency {
      padding: 0.5em var(--_inset);
      border: 2px solid var(--_urgent);
      border-inline-start-width: 0.5em;
      border-radius: var(--_corner);
    }
    .emergency > * + * {
      margin-block-start: 0.25em;
    }
    .call {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.4em;
    }
    .call a {
      padding: 0.3em 0.9em;
      color: var(--_on-urgent);
      background-color: var(--_urgent);
      border: 2px solid transparent;
      border-radius: var(--_corner);
      text-decoration: none;
    }
    .root > [role='heading']:not(.title),
    .below > [role='heading']:not(.title) {
      margin-block-start: 0.8em;
    }
    .cards {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
    }
    .card {
      flex: 1 1 17em;
      min-inline-size: min(100%, 12em);
      padding: 0.4em var(--_inset);
      border: 1px solid var(--_border);
      border-radius: var(--_corner);
      break-inside: avoid;
    }
    .card .name {
      font-size: 1.05em;
    }
    .main {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      column-gap: 0.75em;
    }
    .state {
      font-size: 0.85em;
    }
    /* A name as long as Llanfairpwllgwyngyll breaks, because it would otherwise push the page aside. */
    .main > *,
    label,
    label > span,
    .result > span {
      min-inline-size: 0;
    }
    /* Without this, "6 places to tell" reads "places to tell 6" in a page that runs from right to left. */
    .state,
    .result span,
    label span {
      unicode-bidi: plaintext;
    }
    summary {
      font-size: 0.9em;
      padding-block: 0.2em;
      min-block-size: 24px;
      color: var(--_accent);
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
    details > :not(summary) {
      margin-block: 0.4em;
    }
    details li + li {
      margin-block-start: 0.4em;
    }
    @media not print {
      [data-folded] > * {
        margin-block: 0 !important;
      }
      [data-folded] > #routes,
      [data-folded] > .advice,
      [data-folded] .emergency > :not(.call),
      [data-folded] .card > :not(.name, .main),
      [data-folded] .state {
        display: none;
      }
      [data-folded] .emergency {
        padding-block: 0;
        border-width: 0;
        border-inline-start-width: 0.4em;
        border-radius: 0;
      }
      [data-folded] .call {
        justify-content: start;
        gap: 0 0.8em;
      }
      [data-folded] .call a {
        padding-block: 0.15em;
      }
      [data-folded] .number {
        font-size: 1.1em;
        line-height: 1.2;
      }
      [data-folded] > p {
        flex: 0 1 auto;
      }
      [data-folded] > .cards {
        flex-basis: 100%;
        gap: 0.1em 1em;
      }
      [data-folded] .card {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        flex-basis: 13em;
        gap: 0 0.5em;
        padding: 0;
        border: 0;
      }
      [data-folded] .name,
      [data-folded] .card p {
        font-size: 1em;
        line-height: 1.3;
      }
    }
    fieldset {
      margin: 0.6em 0 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    legend {
      padding: 0;
      font-weight: bold;
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin-block-start: 0.3em;
    }
    label {
      display: flex;
      align-items: center;
      gap: 0.5em;
      min-block-size: 2.5em;
      padding: 0.2em 0.7em 0.2em 0.5em;
      border: 1px solid var(--_border);
      border-radius: var(--_corner);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--_accent);
      box-shadow: inset 0 0 0 1px var(--_accent);
    }
    /* The radio button is drawn here, because the surface of a theme may hide the browser's own. */
    input {
      appearance: none;
      flex: none;
      inline-size: 1.35em;
      block-size: 1.35em;
      margin: 0;
      border: 2px solid var(--_border);
      border-radius: 50%;
      background-color: var(--_surface);
    }
    input:checked {
      border: 0.42em solid var(--_accent);
    }
    .result {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em;
      margin-block-start: 0.8em;
    }
    @media print {
      .call a {
        padding: 0;
        background: none;
        border: 0;
      }
      .card summary {
        display: none;
      }
      .cards {
        display: block;
      }
      .card {
        margin-block-start: 0.4em;
      }
    }
    @media (forced-colors: active) {
      .call a {
        border-color: LinkText;
      }
      label:has(:checked) {
        border: 2px solid Highlight;
      }
    }
  `,
];
