import type { ExitMessages } from '../../core/messages/exit.js';

/** The words of the exit, in British English. */
export const enExit: ExitMessages = {
  leave: 'Leave this page',
  before: 'You can leave this page fast, but it stays in your browser’s history.',
  history: 'It stays in your browser’s history.',
  keys: (presses) => `Or press Shift ${presses} times.`,
  pressesLeft: (left) => `Shift, press ${left} more ${left === 1 ? 'time' : 'times'} to leave.`,
  cancelled: 'Leaving is cancelled. You are still on this page.',
  leaving: 'Loading.',
  closeTab: 'Close this tab.',
};
