const said = new Set<string>();

/** What an author wrote, as much of it as shows which it was: a warning stays short whatever it is about. */
export const brief = (value: string, length = 50): string =>
  value.length > length ? `${value.slice(0, length)}…` : value;

/** Tells the page's author, once for each thing; a page with a hundred panels is told once. */
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
