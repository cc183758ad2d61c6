import { css } from 'lit';

export const styles = css`
  /* The banner is a part of the page and not a bar above or below it, so that nobody takes it for a cookie notice and looks away. */
  .root {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    padding: var(--_inset);
    border: 1px solid var(--_border);
    border-inline-start: 0.5em solid var(--_accent);
    border-radius: var(--_corner);
    break-inside: avoid;
  }
  .words {
    flex: 1 1 18em;
    min-inline-size: min(100%, 9em);
  }
  .words > * + * {
    margin-block-start: 0.2em;
  }
  .number {
    display: inline-block;
    padding-block: 0.15em;
    font-weight: bold;
  }
`;
