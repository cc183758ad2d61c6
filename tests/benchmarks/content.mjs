// The content that every variant has to show. It comes from the drawn product itself, so that nothing is written twice.
import { readFileSync } from 'node:fs';
import { snippetFor } from '../../demo/snippets.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { atRest, inPage, serve } from './browser.mjs';

export { hertfordshire };
export const ELEMENTS = ['banner', 'report', 'signs'];
/** The time on every page is the day when the facts were copied, so that opening states are the same in every run. */
export const NOW = Date.parse(
  `${hertfordshire.contacts.find(({ id }) => id === hertfordshire.emergency).gathered}T12:00:00Z`,
);

/** How to find the product in a page, and how to recognise that its first screen is drawn. */
export const PRODUCT = { ready: { host: '[data-say-something=report]', inside: '[part=route]' } };
export const published = (element) => snippetFor({ element });
export const SCRIPT =
  '<script async src="say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
export const script = () => readFileSync(new URL('../../dist/say-something.js', import.meta.url));

const TEXT = [
  'We want every child who lives here to grow up safe and well. Most do. Some need help, and they get it sooner when the people around them know what to look for and whom to tell.',
  'Our schools, clubs and health services work together. They meet every month, share what they know and agree what to do next. You can read the notes of their meetings in the library.',
  'Courses for volunteers are free. They take an evening, and you get a certificate. The next one is in the town hall, and there is another online for those who cannot come.',
  'If you look after children who are not your own for more than four weeks, tell us. We can help with money, with advice and with someone to talk to when it is hard.',
  'This page is for everyone. Ask for it in large print, in another language or to have it read to you at any of our offices. They are open on weekdays, and one of them on Saturday mornings.',
];

/** A page of text with the parts in the middle, which is the same for every variant. */
export function pageWith(parts, { head = '', end = '', bodyClass = '' } = {}) {
  const [first, second, ...rest] = TEXT.map((text) => `<p>${text}</p>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Keeping children safe</title>
<link rel="icon" href="data:,">
<style>body{margin:0 auto;padding:0 1em;max-width:60em;font:16px/1.5 system-ui,sans-serif}</style>
${head}</head>
<body${bodyClass && ` class="${bodyClass}"`}>
<main>
<h1>Keeping children safe</h1>
${first}
${parts}
${second}
${rest.join('\n')}
</main>
${end}</body>
</html>
`;
}

/** The page with the published snippets and the script. */
export const productPage = () => pageWith(ELEMENTS.map(published).join('\n'), { end: `${SCRIPT}\n` });

/** The product as one of the variants that build.mjs makes. */
export const productVariant = () => ({
  title: 'Say Something',
  files: { 'index.html': productPage(), 'say-something.js': script() },
  more: published('report'),
  ...PRODUCT,
});

/** Reads the description from the product. */
export async function describe(browser) {
  const server = await serve({ '/index.html': productPage(), '/say-something.js': script() });
  const tab = await browser.newPage();
  try {
    await tab.evaluateOnNewDocument(`window.benchmark=${JSON.stringify({ now: NOW, ready: PRODUCT.ready })}`);
    await tab.evaluateOnNewDocument(`${inPage('probe')};${inPage('visible')}`);
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(server.origin, { waitUntil: 'networkidle0' });
    await tab.waitForFunction(() => window.measured.ready);
    // what is behind disclosures is drawn when the page is idle
    const cdp = await tab.createCDPSession();
    await cdp.send('Performance.enable');
    await atRest(cdp);
    await tab.evaluate(() => window.complete());
    return await tab.evaluate(inPage('extract'));
  } finally {
    await tab.close();
    server.close();
  }
}
