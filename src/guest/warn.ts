const said = new Set<string>();

/** The start of an author's value: enough for the author to find it in the page, and short enough for a warning. */
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
  // Control characters and line breaks are replaced, so that no value can look like another message or hide part of this one.
  const words = message.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
  if (said.has(words)) return;
  said.add(words);
  try {
    console.warn(`say-something: ${words}`);
  } catch {
    // If the page has removed its console, nobody is warned, and the numbers stay.
  }
}
