import { waitUntil } from '@open-wc/testing';

/** Waits for something that a person would see. The limit is far above what a busy machine takes: only what never comes reaches it. */
export const until = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(condition, message, { timeout: 60_000, interval: 15 });
