import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MOST_BYTES, NO_PICTURE } from '../../demo/papers/logo.js';
import { bringAxe, faults } from '../helpers/axe.js';
import { emulate } from '../helpers/media.js';
import { until } from '../helpers/until.js';

/* The page with the choices, /papers/, as it is built. */

interface Page {
  readonly frame: HTMLIFrameElement;
  readonly view: Window & typeof globalThis;
  readonly document: Document;
  readonly find: <Found extends HTMLElement = HTMLElement>(selector: string) => Found;
  readonly logos: () => HTMLImageElement[];
}

let opened: Page | undefined;
async function open(fragment = '', width = 1200): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 800px; border: 0`;
  frame.src = `/site/papers/index.html${fragment}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as Window & typeof globalThis;
  const find = <Found extends HTMLElement>(selector: string): Found => view.document.querySelector(selector) as Found;
  await until(() => !!find('#papers article'), 'the sheets are not drawn');
  opened = {
    frame,
    view,
    document: view.document,
    find,
    logos: () => [...view.document.querySelectorAll<HTMLImageElement>('.sheet .logo')],
  };
  return opened;
}

/** Chooses a file as a person does. */
function choose({ find, view }: Page, parts: BlobPart[], name: string, type: string): void {
  const files = new view.DataTransfer();
  files.items.add(new view.File(parts, name, { type }));
  const field = find<HTMLInputElement>('#logo');
  field.files = files.files;
  field.dispatchEvent(new view.Event('change', { bubbles: true }));
}
function type({ find, view }: Page, id: string, words: string): void {
  const field = find<HTMLInputElement>(`#${id}`);
  field.value = words;
  field.dispatchEvent(new view.Event('input', { bubbles: true }));
}
const pictureOf = (width: number, height: number, colour?: string): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context && colour) {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob as Blob)));
};
const svg = (inside: string, size = 'width="400" height="100"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="teal"/>${inside}</svg>`;

describe('the page of the papers', () => {
  afterEach(() => {
    opened?.frame.remove();
    opened = undefined;
  });

  it('draws the sheets of the choice in its address', async () => {
    const { document: page, find } = await open('#trade=taxi&size=a3&ink=black&word=Lamp');
    expect(find('#title-office-1').textContent).to.equal('Drivers');
    expect(find('[data-sheet=poster] .sheet').matches('.a3.mono')).to.be.true;
    expect(find('[data-sheet=office-1] .first').textContent).to.contain('“Lamp”');
    expect(page.querySelector('#without-script'), 'the list for a page without script').to.be.null;
  });

  it('changes sheets and address by keyboard', async () => {
    const { view, find, document: page } = await open();
    view.focus();
    find('#trade-hotel').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => find('#title-office-1').textContent === 'Bar and shop counter', 'the sheets have not changed');
    expect(page.activeElement?.id).to.equal('trade-licensed');
    await until(() => view.location.hash === '#trade=licensed', 'the address has not changed');
    await until(() => find('#said').textContent.includes('Pubs'), 'the change is not announced');
    find('#ink').focus();
    await sendKeys({ press: ' ' });
    await until(() => view.location.hash === '#trade=licensed&ink=black', 'the address has not changed');
    expect(find('[data-sheet=poster] .sheet').matches('.mono')).to.be.true;
  });

  it('puts the name and the word on the sheets as text, and only the word into the address', async () => {
    const page = await open();
    type(page, 'person', 'Ada <img src=x onerror=alert(1)>');
    type(page, 'extension', '12 34');
    type(page, 'word', 'Lamp');
    const first = page.find('[data-sheet=office-1] .first');
    expect(first.textContent).to.contain('Ada <img src=x onerror=alert(1)>');
    expect(first.textContent).to.contain('12 34').and.to.contain('Say to them: “Lamp”.');
    expect(page.document.querySelector('.sheet img')).to.be.null;
    await until(() => page.view.location.hash === '#word=Lamp', 'the address has not changed');
  });

  it('prints one sheet alone, and all again', async () => {
    const { view, find, document: page } = await open();
    let shown: string[] = [];
    let title = '';
    const own = page.title;
    view.print = () => {
      title = page.title;
      shown = [...page.querySelectorAll<HTMLElement>('#papers > .one')]
        .filter((one) => !one.matches('[data-only] > :not([data-this])'))
        .map((one) => one.dataset['sheet'] ?? 'contents');
      view.dispatchEvent(new view.Event('afterprint'));
    };
    find('[data-sheet=desk-card] button').click();
    expect(shown).to.deep.equal(['desk-card']);
    expect(title).to.equal('It does not feel right. What do I say?');
    find('.printing button').click();
    expect(shown).to.have.length(13);
    expect(title).to.equal('Information pack: Hotels and guest houses');
    expect(page.title).to.equal(own);
  });

  it('shows nothing but the sheets in print', async () => {
    const { document: page } = await open();
    await emulate({ media: 'print' });
    try {
      const seen = [
        ...page.querySelectorAll<HTMLElement>('h1, h2, h3, label, button, .about, header.site, footer.site'),
      ].filter((one) => !one.closest('.sheet') && one.getClientRects().length);
      expect(seen.map(({ textContent }) => textContent)).to.deep.equal([]);
      expect([...page.querySelectorAll('.sheet')].every((one) => one.getClientRects().length)).to.be.true;
    } finally {
      await emulate({});
    }
  });

  it('needs no sideways scrolling at 320 px, with each preview as wide as its box', async () => {
    const { document: page } = await open('', 320);
    const root = page.documentElement;
    expect(root.scrollWidth).to.be.at.most(root.clientWidth);
    for (const box of page.querySelectorAll<HTMLElement>('.preview')) {
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      // The height of a page follows from its width. The box has an edge below each page.
      const sheets = [...box.querySelectorAll('.sheet')];
      const ratio = sheets.reduce((sum, sheet) => sum + (sheet.matches('.a4-wide') ? 210 / 297 : 297 / 210), 0);
      expect(box.clientHeight / box.clientWidth).to.be.within(ratio, ratio * 1.08);
    }
  });

  for (const [how, width, scheme] of [
    ['wide', 1200, 'light'],
    ['narrow and dark', 320, 'dark'],
  ] as const) {
    it(`has no fault that axe finds, ${how}, with an error and a logo`, async () => {
      await emulate({ colorScheme: scheme });
      try {
        const page = await open('#trade=taxi', width);
        choose(page, [svg('')], 'logo.svg', 'image/svg+xml');
        await until(() => page.logos().length > 0, 'the logo is not drawn');
        choose(page, ['words'], 'logo.png', 'image/png');
        await until(() => !!page.find('#logo-error'), 'the error is not shown');
        await bringAxe(page.view);
        // a preview is a small picture of a sheet of paper, whose links and buttons are none
        expect(await faults(page.document.documentElement)).to.deep.equal([]);
      } finally {
        await emulate({});
      }
    });
  }
});

describe('a logo from the device', () => {
  let page: Page;
  beforeEach(async () => {
    page = await open();
  });
  afterEach(() => {
    opened?.frame.remove();
    opened = undefined;
  });
  /** The drawn logo, after the file was chosen. */
  async function drawn(): Promise<HTMLImageElement> {
    await until(() => page.logos().length > 0, 'the logo is not drawn');
    const [image] = page.logos();
    if (!image) throw new Error('there is no logo');
    await image.decode();
    return image;
  }
  const refused = (): Promise<unknown> =>
    until(() => page.find('#logo-error')?.textContent === NO_PICTURE, 'the message is not there');

  it('is on every sheet that has a place for one, as a drawing of a limited size', async () => {
    choose(page, [await pictureOf(6000, 1500, 'teal')], 'logo.png', 'image/png');
    const image = await drawn();
    expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([1200, 300]);
    expect(image.src).to.match(/^data:image\/png;base64,/);
    const without = [...page.document.querySelectorAll<HTMLElement>('[data-sheet]')].filter(
      (one) => !one.querySelector('.logo'),
    );
    expect(without.map((one) => one.dataset['sheet'])).to.deep.equal(['pocket-card']);
  });

  it('keeps its proportions when it is tall', async () => {
    choose(page, [await pictureOf(60, 2400, 'teal')], 'logo.png', 'image/png');
    const image = await drawn();
    const box = image.getBoundingClientRect();
    expect(box.width / box.height).to.be.closeTo(image.naturalWidth / image.naturalHeight, 0.01);
  });

  it('stays transparent on white paper', async () => {
    choose(page, [await pictureOf(40, 40)], 'logo.png', 'image/png');
    const image = await drawn();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    expect([...(context?.getImageData(1, 1, 1, 1).data ?? [])]).to.deep.equal([0, 0, 0, 0]);
  });

  it('runs no script of an SVG, loads nothing for it, and keeps none of its text', async () => {
    const seen = page.view as unknown as { hacked?: boolean };
    choose(
      page,
      [
        svg(
          '<script>top.hacked = parent.hacked = true</script><image href="/zzsecretzz.png"/><text onload="top.hacked = true">zzsecretzz</text>',
        ),
      ],
      'logo.svg',
      'image/svg+xml',
    );
    const image = await drawn();
    expect(image.naturalWidth).to.be.greaterThan(0);
    expect(seen.hacked).to.be.undefined;
    expect((window as { hacked?: boolean }).hacked).to.be.undefined;
    expect(page.document.body.innerHTML).not.to.contain('zzsecretzz');
    const loaded = page.view.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes('zzsecretzz'))).to.deep.equal([]);
  });

  it('is refused with one message when it is no picture, and the sheets go on', async () => {
    for (const [parts, name, kind] of [
      [['not a picture'], 'logo.png', 'image/png'],
      [['%PDF-1.7'], 'logo.pdf', 'application/pdf'],
      [['<svg xmlns="http://www.w3.org/2000/svg"><rect'], 'logo.svg', 'image/svg+xml'],
      [[], 'empty.png', 'image/png'],
      [[new Uint8Array(MOST_BYTES + 1)], 'large.png', 'image/png'],
      [[svg('', 'width="100000" height="100000"')], 'huge.svg', 'image/svg+xml'],
    ] as [BlobPart[], string, string][]) {
      choose(page, [svg('')], 'logo.svg', 'image/svg+xml');
      await drawn();
      expect(page.find('#logo-error')).to.be.null;
      choose(page, parts, name, kind);
      await refused();
      expect(page.logos(), name).to.deep.equal([]);
      expect(page.find('#logo').getAttribute('aria-invalid')).to.equal('true');
      expect(page.document.querySelectorAll('.sheet').length).to.be.greaterThan(12);
    }
  });

  it('can be taken off again, which puts the focus back on its field', async () => {
    choose(page, [svg('')], 'logo.svg', 'image/svg+xml');
    await drawn();
    const remove = [...page.document.querySelectorAll('button')].find(({ textContent }) => /Remove/.test(textContent));
    remove?.click();
    await until(() => page.logos().length === 0, 'the logo is still there');
    expect(page.document.activeElement?.id).to.equal('logo');
    expect(page.find<HTMLInputElement>('#logo').value).to.equal('');
  });
});

describe('the plain page of a sheet on a screen that is narrower than paper', () => {
  const SHEETS = [
    'poster',
    'office-1',
    'desk-card',
    'guest-card',
    'pocket-card',
    'checklist',
    'log',
    'questions',
    'training',
  ];

  for (const width of [320, 390, 900]) {
    it(`cuts nothing off at ${width} px`, async () => {
      const frame = document.createElement('iframe');
      frame.style.cssText = `width: ${width}px; height: 800px; border: 0`;
      document.body.append(frame);
      const faults: string[] = [];
      for (const sheet of SHEETS) {
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        frame.src = `/site/papers/hotel/${sheet}/index.html`;
        await loaded;
        const boxes = [
          ...(frame.contentDocument as Document).querySelectorAll<HTMLElement>('.sheet, .half, .quarter, .pocket'),
        ].filter((box) => box.clientHeight);
        expect(boxes, sheet).to.have.length.greaterThan(0);
        for (const box of boxes) {
          const [down, across] = [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
          if (down > 1 || across > 1)
            faults.push(`${sheet}, ${box.className}: ${down} px too high, ${across} px too wide`);
        }
      }
      frame.remove();
      expect(faults).to.deep.equal([]);
    });
  }
});
