/** The best of the languages there are for the ones wanted, by BCP 47 lookup (RFC 4647, 3.4); `en` where none fits. */
export function pickLocale(wanted: readonly string[], available: readonly string[]): string {
  for (const range of wanted) {
    // no tag is longer; one of a megabyte would keep the page waiting
    const parts = range.slice(0, 35).toLowerCase().split('-');
    for (; parts.length; parts.pop()) {
      const found = available.find((tag) => tag.toLowerCase() === parts.join('-'));
      if (found) return found;
    }
  }
  return 'en';
}
