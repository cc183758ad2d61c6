const said = new Set<string>();

/** Tells the page's author, once for each thing; a page with a hundred panels is told once. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`say-something: ${message}`);
}
