/** The language of an element: its own `lang`, else the nearest ancestor's across shadow hosts, else none. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const lang = node instanceof Element ? node.getAttribute('lang')?.trim() : '';
    if (lang) return lang;
  }
  return '';
}
