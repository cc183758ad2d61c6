/** Collects the console warnings for the page's author until `stop`. */
export function recordWarnings(): { readonly stop: () => string[] } {
  const said: string[] = [];
  const real = console.warn;
  console.warn = (...words: unknown[]): void => void said.push(words.join(' '));
  return {
    stop: () => {
      console.warn = real;
      return said;
    },
  };
}
