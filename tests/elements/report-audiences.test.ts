import { expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import '../../src/index.js';
import { answer, openQuestion, panelWith, settled, textOf, unfoldAll } from '../helpers/panel.js';
import { until } from '../helpers/until.js';

const hasExit = (panel: Element): boolean => !!panel.shadowRoot?.querySelector('a[part=exit]');

describe('the report panel for an audience', () => {
  it('tells hotel staff what to keep and what the law says', async () => {
    const text = textOf(await panelWith({ audience: 'hotel' }));
    expect(text).to.contain('Registration cards');
    expect(text).to.contain('Section 116');
  });

  it('has other words for a young person', async () => {
    const text = textOf(await panelWith({ audience: 'young-person' }));
    expect(text).to.contain(en.signs.childHeading);
    expect(text).to.contain(en.signs.sections.fault);
    expect(text).not.to.contain('Halo');
    expect(text).not.to.contain('number plate');
  });

  it('names no local team in its advice when the concern is elsewhere', async () => {
    for (const [audience, place] of [
      ['hotel', 'england'],
      ['parent', 'wales'],
      ['professional', 'scotland-ni'],
    ] as const) {
      const panel = await panelWith({ audience });
      await answer(panel, 'where', place);
      expect(textOf(panel), `${audience}, ${place}`).not.to.contain('Halo');
    }
  });

  it('hides the advice for staff from a child on a page for staff', async () => {
    const panel = await panelWith({ audience: 'hotel' });
    await answer(panel, 'who', 'under-19');
    expect(textOf(panel)).not.to.contain('Halo');
    expect(textOf(panel)).not.to.contain('Registration cards');
  });

  it('has the exit for every audience that is not at work', async () => {
    const shown: string[] = [];
    const panel = await panelWith();
    for (const audience of AUDIENCES) {
      panel.audience = audience;
      await settled(panel);
      if (hasExit(panel)) shown.push(audience);
    }
    expect(shown).to.deep.equal(['public', 'young-person', 'parent']);
  });

  it('has no exit when its author sets no-exit', async () => {
    expect(hasExit(await panelWith({ 'no-exit': '' }))).to.equal(false);
  });

  it('says next to the exit what leaving cannot do, and which key leaves', async () => {
    const panel = await panelWith();
    const link = panel.shadowRoot?.querySelector('a[part=exit]') as Element;
    const line = [...(link.parentElement?.children ?? [])].map(({ textContent }) => textContent);
    expect(line).to.deep.equal([en.exit.leave, en.exit.history, en.exit.keys(3)]);
  });

  it('forgets the answers when the page returns from the back-forward cache', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    await unfoldAll(panel);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const tree = panel.shadowRoot as ShadowRoot;
    const open = (): readonly Element[] =>
      [...tree.querySelectorAll('details[open]')].filter((details) => details.checkVisibility());
    await until(() => !tree.querySelector('input:checked') && !open().length, 'something is still chosen or unfolded');
    // Whoever opens the questions next finds the first, as on a fresh page.
    await openQuestion(panel, 'who');
    expect(open().map((details) => details.querySelector('fieldset') !== null)).to.deep.equal([true, true]);
  });
});
