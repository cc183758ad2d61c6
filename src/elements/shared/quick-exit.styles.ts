import { css } from 'lit';

export const exitStyles = css`
  .exit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em var(--_inset);
    line-height: 1.3;
  }
  .exit p {
    flex: 1 1 14em;
    font-size: 0.9em;
  }
  /* These words are read before the link, and shown after it. */
  .exit .keys {
    order: 1;
    flex-basis: 7em;
    font-size: 0.85em;
  }
  .exit a {
    padding: 0.35em 0.9em;
    color: var(--_on-accent);
    background-color: var(--_accent);
    border: 2px solid transparent;
    border-radius: var(--_corner);
    font-weight: bold;
    text-decoration: none;
    unicode-bidi: plaintext;
  }
  @media (forced-colors: active) {
    .exit a {
      border-color: LinkText;
    }
  }
`;
