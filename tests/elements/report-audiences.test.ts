import { expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import '../../src/index.js';
import { answer, panelWith, settled, textOf, unfoldAll } from '../helpers/panel.js';
import { until } from '../helpers/until.js';

const hasExit = (panel: Element): boolean => !!panel.shadowRoot?.querySelector('a[part=exit]');

describe('the report panel for an audience', () => {
  it('tells hotel staff what to keep, and the law', async () => {
    const text = textOf(await panelWith({ audience: 'hotel' }));
    expect(text).to.contain('Registration cards');
    expect(text).to.contain('Section 116');
  });

  it('speaks to a young person in another voice', async () => {
    const text = textOf(await panelWith({ audience: 'young-person' }));
    expect(text).to.contain(en.signs.childHeading);
    expect(text).to.contain(en.signs.sections.fault);
    expect(text).not.to.contain('Halo');
    expect(text).not.to.contain('number plate');
  });

  it('names no local team in its advice when it happens elsewhere', async () => {
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

  it('keeps the advice for staff from a child who reads a page for staff', async () => {
    const panel = await panelWith({ audience: 'hotel' });
    await answer(panel, 'who', 'under-19');
    expect(textOf(panel)).not.to.contain('Halo');
    expect(textOf(panel)).not.to.contain('Registration cards');
  });

  it('has a way to leave for everyone who is not at work', async () => {
    const shown: string[] = [];
    const panel = await panelWith();
    for (const audience of AUDIENCES) {
      panel.audience = audience;
      await settled(panel);
      if (hasExit(panel)) shown.push(audience);
    }
    expect(shown).to.deep.equal(['public', 'young-person', 'parent']);
  });

  it('has no way to leave where its author does without', async () => {
    expect(hasExit(await panelWith({ 'no-exit': '' }))).to.equal(false);
  });

  it('says what leaving cannot do before the link that leaves', async () => {
    const panel = await panelWith();
    const link = panel.shadowRoot?.querySelector('a[part=exit]') as Element;
    const before = [...(link.parentElement?.children ?? [])].slice(0, -1).map(({ textContent }) => textContent);
    expect(before).to.deep.equal([en.exit.before, en.exit.keys(3)]);
  });

  it('has forgotten the answers when the page comes back from the back-forward cache', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    await unfoldAll(panel);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const left = (): unknown => panel.shadowRoot?.querySelector('input:checked, details[open]');
    await until(() => !left(), 'an answer is still chosen, or a card unfolded');
  });
});
