import { css } from 'lit';

export const exitStyles = css`
  /* an exit by itself, on a page of another colour than ours */
  .root.screen {
    padding: 0.5em;
  }
  .exit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em var(--_inset);
  }
  .exit p {
    flex: 1 1 14em;
  }
  .exit a {
    padding: 0.6em 0.9em;
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
