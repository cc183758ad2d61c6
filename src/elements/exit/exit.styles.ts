import { css } from 'lit';
import { exitStyles } from '../shared/quick-exit.styles.js';

/** An exit by itself is on a page of another colour than ours. */
export const styles = [
  exitStyles,
  css`
    .root {
      padding: 0.1em 0.5em;
    }
  `,
];
