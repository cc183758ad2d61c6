const said = new Set<string>();

/** The start of what an author wrote: enough to find it, and a warning stays short. */
export const truncate = (value: string, length = 50): string =>
  value.length > length ? `${value.slice(0, length)}…` : value;

/** What was thrown, as text: it may be the page's own, and not even let itself be read. */
export function textOfError(error: unknown): string {
  try {
    return truncate(String(error), 200);
  } catch {
    return 'an error';
  }
}

/** Warns the page's author in the console, once for each message: a page with a hundred panels is warned once. */
export function warnOnce(message: string): void {
  // one line, in its own order: nothing that an author was handed may pass for another message or hide part of this one
  const words = message.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
  if (said.has(words)) return;
  said.add(words);
  try {
    console.warn(`say-something: ${words}`);
  } catch {
    // the page has taken its console away: nobody is told, and the numbers stay
  }
}
