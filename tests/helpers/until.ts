import { waitUntil } from '@open-wc/testing';

/** Waits until a condition is true. The limit is far above the time that a busy machine takes. */
export const until = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(condition, message, { timeout: 60_000, interval: 15 });
