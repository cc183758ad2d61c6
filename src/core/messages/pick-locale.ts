/** The best available language for the wanted ones, by BCP 47 lookup (RFC 4647, 3.4), or `en` if none fits. */
export function pickLocale(wanted: readonly string[], available: readonly string[]): string {
  for (const range of wanted) {
    // No real tag is longer than 35 characters, and one of a megabyte would keep the visitor waiting.
    const parts = range.slice(0, 35).toLowerCase().split('-');
    for (; parts.length; parts.pop()) {
      const found = available.find((tag) => tag.toLowerCase() === parts.join('-'));
      if (found) return found;
    }
  }
  return 'en';
}
