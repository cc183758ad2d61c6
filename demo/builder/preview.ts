import type { Output, Site } from './output.js';
import { scriptAddress, hostedScript } from './output.js';
import type { PageKind, Settings } from './settings.js';
import { WIDTHS } from './settings.js';

/** The style sheets of the pages that the preview imitates. */
const PAGE_STYLES: { readonly [P in PageKind]: string } = {
  plain: ':root { color-scheme: light; }',
  dark: ':root { color-scheme: dark; background: #16181b; }',
  hostile: `body, body *, body *::before, body *::after { all: unset !important; }
body * {
  color: #eee !important;
  background: #fff !important;
  font: italic 700 9px/0.7 'Courier New', monospace !important;
  text-transform: uppercase !important;
  letter-spacing: 0.3em !important;
  text-shadow: 2px 2px 0 #eee !important;
  direction: rtl !important;
  unicode-bidi: bidi-override !important;
  float: right !important;
}`,
};
/** The language of the previewed page. We have no words in Polish, so it shows what a page in another language gets. */
const LANGUAGE_OF_PAGE = { own: 'en', other: 'pl' } as const;

/** A page with nothing but the pasted pieces. */
function pageWith(output: Output, settings: Pick<Settings, 'lang' | 'page'>): string {
  return `<!doctype html>
<html lang="${settings.lang ? LANGUAGE_OF_PAGE.other : LANGUAGE_OF_PAGE.own}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style>
${PAGE_STYLES[settings.page]}
${output.css ?? ''}
</style>
</head>
<body>
${output.snippet}
${output.script ?? ''}
</body>
</html>
`;
}

/** The page to preview. It has this site's script in place of the author's own copy, which is not here. */
export function previewPage(output: Output, settings: Settings, site: Site): string {
  const page = pageWith(output, settings);
  return settings.host === 'own'
    ? page.replace(` src="${scriptAddress(settings, site)}"`, ` src="${hostedScript(site, true)}"`)
    : page;
}

const HEIGHTS = { phone: 640, tablet: 760, desktop: 900 } as const;
/** The smallest scale at which the preview can be read. A page that is still too wide scrolls. */
const LEAST_SCALE = 0.5;

/**
 * Shows one page after the other in a sandboxed frame, which has an origin of its own and no storage, and cannot leave its page.
 *
 * Each page gets a new frame, because a frame that navigates would add a history entry for each letter that a person types. The old
 * frame stays until the new one has loaded.
 */
export class Preview {
  readonly #place: HTMLElement;
  #shown = '';
  #coming: HTMLIFrameElement | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
    new ResizeObserver(() => this.#fit()).observe(place);
  }

  show(page: string, { width, script }: Pick<Settings, 'width' | 'script'>, title: string, again = false): void {
    const wanted = `${width} ${script} ${page}`;
    if (wanted === this.#shown && !again) return;
    this.#shown = wanted;
    this.#coming?.remove();
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.setAttribute('sandbox', script ? 'allow-scripts' : '');
    frame.width = String(WIDTHS[width]);
    frame.height = String(HEIGHTS[width]);
    frame.srcdoc = page;
    frame.className = 'coming';
    this.#coming = frame;
    frame.addEventListener(
      'load',
      () => {
        if (frame !== this.#coming) return;
        this.#coming = undefined;
        for (const old of this.#place.querySelectorAll('iframe')) if (old !== frame) old.remove();
        frame.className = '';
        this.#fit();
      },
      { once: true },
    );
    this.#place.append(frame);
  }

  /** Shows no page. */
  clear(): void {
    this.#shown = '';
    this.#coming = undefined;
    this.#place.replaceChildren();
  }

  /** Scales the frame to the width that it has, but never below `LEAST_SCALE`. */
  #fit(): void {
    const frame = this.#place.querySelector<HTMLIFrameElement>('iframe:not(.coming)');
    const room = this.#place.parentElement?.clientWidth;
    if (!frame || !room) return;
    const scale = Math.max(LEAST_SCALE, Math.min(1, room / Number(frame.width)));
    frame.style.transform = scale < 1 ? `scale(${scale})` : '';
    this.#place.style.inlineSize = `${Number(frame.width) * scale}px`;
    this.#place.style.blockSize = `${Number(frame.height) * scale}px`;
  }
}
