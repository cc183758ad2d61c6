import { expect, fixture, html } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import '../../src/index.js';
import { all, answer, OPEN, panelWith, restoreTime, routes, setTime, settled, treeOf } from '../helpers/panel.js';

describe('the report panel and the traces of a visit', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('has no form and no text field', async () => {
    const panel = await panelWith();
    for (const audience of AUDIENCES) {
      panel.audience = audience;
      await settled(panel);
      const tree = treeOf(panel);
      const fields = tree.querySelectorAll('form,textarea,select,[contenteditable],input:not([type=radio])');
      expect([...fields].map(({ localName }) => localName)).to.deep.equal([]);
      const radios = all<HTMLInputElement>(tree, 'radio');
      expect(radios, audience).to.have.length(hertfordshire.questions.flatMap(({ answers }) => answers).length);
      for (const radio of radios) expect(radio.form).to.equal(null);
    }
  });

  it('belongs to no form of the page and adds nothing to its data', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><say-something-report></say-something-report></form>`);
    const panel = form.querySelector('say-something-report') as SaySomethingReport;
    await settled(panel);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent++;
    });
    await answer(panel, 'who', 'parent');
    const buttons = all(treeOf(panel), 'button');
    expect(buttons).to.not.be.empty;
    for (const button of buttons) button.click();
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    expect(sent).to.equal(0);
  });

  it('writes no answers into its attributes', async () => {
    const panel = await panelWith();
    const before = panel.cloneNode(false) as Element;
    await answer(panel, 'who', 'under-19');
    await answer(panel, 'name', 'anonymous');
    expect(panel.cloneNode(false).isEqualNode(before)).to.equal(true);
  });

  it('forgets the answers in a copy of itself', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    const copy = panel.cloneNode(true) as SaySomethingReport;
    panel.after(copy);
    await settled(copy);
    expect(routes(copy)[0]?.name).to.equal('Hertfordshire Police');
  });

  it('has neutral names for its radio buttons and turns autofill off', async () => {
    const panel = await panelWith();
    const radios = all<HTMLInputElement>(treeOf(panel), 'radio');
    expect([...new Set(radios.map(({ name }) => name))]).to.deep.equal(['q1', 'q2', 'q3']);
    for (const radio of radios) expect(radio.getAttribute('autocomplete')).to.equal('off');
  });

  it('has no name that reveals its topic', async () => {
    const panel = await panelWith();
    const names = [...treeOf(panel).querySelectorAll('*')].flatMap(({ id, classList }) => [id, ...classList]);
    expect(names.filter((name) => /abuse|exploit|sexual|child(?!ren-)|victim/i.test(name))).to.deep.equal([]);
  });

  it('adds no id and no name to the page', async () => {
    const panel = await panelWith();
    const page = (panel.parentElement as Element).querySelectorAll('[id],[name]');
    expect([...page]).to.deep.equal([]);
  });
});
