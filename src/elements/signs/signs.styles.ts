import { css } from 'lit';

export const styles = css`
  .root {
    padding: var(--_inset);
    border: 1px solid var(--_border);
    border-radius: var(--_corner);
  }
  /* A list of selectors and not :is(), as in report.styles.ts. */
  .root > * + *,
  .below > * + * {
    margin-block-start: 0.6em;
  }
  @media not print {
    [data-folded] > * {
      margin-block: 0 !important;
    }
  }
  .title {
    font-size: 1.3em;
  }
  .number {
    display: inline-block;
    padding-block: 0.15em;
    font-weight: bold;
  }
  .danger,
  .urgent {
    padding-inline-start: 0.6em;
    border-inline-start: 0.3em solid var(--_urgent);
  }
  .danger {
    font-size: 1.1em;
    font-weight: bold;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  [part='sign'] {
    border-block-end: 1px solid var(--_border);
    break-inside: avoid;
  }
  summary {
    min-block-size: 2.75em;
    padding-block: 0.6em;
    font-weight: bold;
  }
  details > p {
    margin-block-end: 0.6em;
  }
  @media print {
    summary {
      display: block;
      min-block-size: 0;
      padding-block: 0.2em;
    }
  }
`;
