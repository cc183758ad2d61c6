/** A style sheet as text. The tag's name tells the build to make it small. */
export const css = (strings: readonly string[]): string => strings.join('');

/** Whether roots can share a style sheet. Not in Safari before 16.4, and on no server. */
export const canShare = typeof document !== 'undefined' && 'adoptedStyleSheets' in document;
const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}

/** Gives a root its styles. A page's policy may refuse style elements, so they are used only where sheets cannot be shared. */
export function adoptStyles(root: ShadowRoot, texts: readonly string[]): void {
  if (canShare) root.adoptedStyleSheets = texts.map(sheetOf);
  else
    for (const text of texts) {
      const style = document.createElement('style');
      style.textContent = text;
      root.append(style);
    }
}
