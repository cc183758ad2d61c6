// Pages still have snippets from before the panel was drawn as its snippet. The checker has to recognise them.
import { expect } from '@open-wc/testing';
import { check } from '../../demo/checker/check.js';
import { earlierSnippet } from '../../demo/checker/earlier.js';
import { snippetFor } from '../../demo/snippets.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { digits, inMarkup, number } from '../helpers/numbers.js';

const SCRIPT =
  '<script async src="https://widget.council.gov.uk/1/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
const call = (id: string): string => `<a href="tel:${digits(id)}">${inMarkup(id)}</a>`;
/** The snippet of the panel as the README had it on 28 November 2026. */
const PASTED = `<div class="say-something say-something-content" data-say-something="report" data-audience="public">
  <p>
    <strong>In danger now? Call <a href="tel:999">999</a></strong>
  </p>
  <p>Under 19? Childline ${call('childline')}, free, any time</p>
  <ul>
    <li>Hertfordshire Police: <a href="tel:101">101</a>, ask for “Halo”</li>
    <li>Hertfordshire Children’s Services: ${call('herts-childrens-services')}</li>
    <li>Crimestoppers: ${call('crimestoppers')}</li>
    <li>
      Somewhere else in England:
      <a href="https://www.gov.uk/report-child-abuse-to-local-council"
        >www.gov.uk/report-child-abuse-to-local-council</a
      >
    </li>
  </ul>
  <p>You do not need to be sure. Say what you know. Gaps are fine.</p>
</div>`;

const all = (source: string): string => {
  const { verdict, advice, sections } = check(source);
  return [verdict, advice, ...sections.flatMap(({ items }) => items)].join('\n');
};
const EARLIER = /snippet of an earlier version, and its numbers are right/;

describe('the checker, given a snippet of an earlier version', () => {
  it('recognises the one that the README had', () => {
    expect(check(PASTED + SCRIPT).level).to.equal('good');
    expect(all(PASTED + SCRIPT))
      .to.match(EARLIER)
      .and.not.match(/Missing/);
  });

  it('recognises it when its tags are gone', () => {
    const words = all(PASTED.replace(/<[^>]*>/g, '').replace(/\n\s*/g, '\n'));
    expect(words)
      .to.match(/These are the words alone/)
      .and.match(EARLIER)
      .and.not.match(/Missing/);
  });

  for (const element of ['report', 'signs', 'banner'] as const) {
    it(`recognises the ${element} for every audience, as a placeholder and as a link`, () => {
      for (const audience of AUDIENCES) {
        for (const way of ['placeholder', 'link'] as const) {
          const source = earlierSnippet(element, audience, way) + SCRIPT;
          expect(check(source).level, `${audience} ${way}`).to.equal('good');
          expect(all(source), `${audience} ${way}`)
            .to.match(EARLIER)
            .and.not.match(/Missing/);
          expect(check(source).markers.flatMap(({ draws }) => (draws ? [draws] : []))).to.deep.equal([
            { element, audience },
          ]);
        }
      }
    });
  }

  it('does not take the newest snippet for it', () => {
    for (const element of ['report', 'signs', 'banner'] as const) {
      for (const audience of AUDIENCES)
        expect(all(snippetFor({ element, audience }) + SCRIPT), `${element} ${audience}`).to.not.match(EARLIER);
    }
  });

  it('still notices a number that is missing or wrong in it', () => {
    expect(all(PASTED.replace(/<li>Crimestoppers[^]*?<\/li>/, '') + SCRIPT)).to.match(
      new RegExp(`Missing: .*${number('crimestoppers')}`),
    );
    expect(
      check(PASTED.replace(inMarkup('crimestoppers'), `${inMarkup('crimestoppers').slice(0, -1)}2`) + SCRIPT).level,
    ).to.equal('stop');
  });
});

describe('the checker, given the newest snippet', () => {
  it('finds 999 missing where only the line for those who cannot talk has it', () => {
    const source = snippetFor({ element: 'report' }).replace(/<p><strong>In danger now[^]*?<\/p>/, '');
    expect(source).to.include('Call 999 on a mobile');
    expect(check(source + SCRIPT).level).to.equal('stop');
    expect(all(source + SCRIPT)).to.match(/999 cannot be read/);
  });

  it('names Childline first and 999 all the same in the signs for a young person', () => {
    expect(all(snippetFor({ element: 'signs', audience: 'young-person' }) + SCRIPT)).to.match(
      new RegExp(`999 can be read\\.\nSo can ${number('childline')}\\.`),
    );
  });
});
