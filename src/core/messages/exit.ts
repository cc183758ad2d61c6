/** Every phrase of the exit, in one language. */
export interface ExitMessages {
  /** The link itself. */
  readonly leave: string;
  /** Before the link: what it does, and what it cannot do. */
  readonly before: string;
  /** After the panel's own link: what it cannot do. */
  readonly history: string;
  /** If Shift works: how often to press it. */
  readonly keys: (presses: number) => string;
  /** Said aloud after a press that does not leave yet. */
  readonly pressesLeft: (left: number) => string;
  /** Said aloud when the presses so far no longer count. */
  readonly cancelled: string;
  /** Said aloud while the other page loads. */
  readonly leaving: string;
  /** Shown if the page could be emptied but not left. */
  readonly closeTab: string;
}
