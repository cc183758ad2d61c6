import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { ContactPhone, ParsedDirectory } from '../../core/directory.js';
import type { Card, Panel } from '../../core/panel.js';
import { cardFor } from '../../core/panel.js';
import type { RouteChoice } from '../../core/routing.js';
import { callLink, disclosure, numeral, outbound, phraseNow, readable, title } from '../shared/phrases.js';
import type { QuickExit } from '../shared/quick-exit.js';
import type { Drawing } from '../shared/sections.js';
import { headedList, innerHeading } from '../shared/sections.js';
import { questionList } from './questions.js';
import { contactLabel, factList, routeRow, stateOf } from './route-row.js';
import type { Visit } from './visit.js';

/** What a panel is drawn with. */
export interface PanelDrawing extends Drawing {
  readonly directory: ParsedDirectory;
  readonly visit: Visit;
  readonly exit: QuickExit | undefined;
  /** Where the link to papers leads. */
  readonly papers: string | undefined;
}

/**
 * Draws a panel: one band for each line of its snippet, in the same order, so that every number stays in its place. What a band opens to
 * is drawn later.
 */
export function drawPanel(panel: Panel, outer: PanelDrawing): TemplateResult {
  const { messages, phrase, level, exit, papers } = outer;
  const { child, copied } = panel;
  const drawing = { ...outer, level: Math.min(level + 1, 6) };
  const heading = panel.audience === 'young-person' ? messages.signs.childHeading : messages.heading;
  return html`${title(level, phrase('heading', heading))}
    ${exit ? html`<p class="band small leave screen">${exit.draw(messages, phrase)}</p>` : nothing}
    ${dangerBands(panel, drawing)}
    <p class="band">${phrase('disclosure', child ? messages.friendDisclosure : messages.disclosure)}</p>
    ${childrenBand(panel, drawing)}
    <div class="band line ask beside">
      <p id="routes" class="second" role="heading" aria-level=${drawing.level}>
        ${phrase('routes', messages.routesHeading)}
      </p>
      ${disclosure('screen', phrase('questions', messages.questionsHeading), questionList(panel, drawing))}
    </div>
    ${panel.advice.map((id) => html`<p class="band"><strong>${phrase(id, messages.advice[id])}</strong></p>`)}
    <ul class="rows" role="list">
      ${rows(panel.first, panel, drawing)} ${finderRow(panel, drawing)}
    </ul>
    <div class="more">${moreRoutes(panel, drawing)}${whatToSay(panel, drawing)}</div>
    ${supportBand(panel, drawing)}
    ${copied ? html`<p class="band line small quiet age"><span>${phrase('age', messages.numbersCopied(copied))}</span></p>` : nothing}
    ${
      papers
        ? html`<p class="band line small">
            <a href=${papers} rel="noreferrer" referrerpolicy="no-referrer">${phrase('papers', messages.papers)}</a>
          </p>`
        : nothing
    }`;
}

/** Danger now: whom to call, what everybody has to know, and the other ways to reach the emergency services. */
function dangerBands({ danger, otherWays }: Panel, { messages, phrase, use, whole }: PanelDrawing): TemplateResult {
  const { contact, phone } = danger;
  return html`<p class="band now" part="emergency">
      <span>${phrase('danger', messages.banner.danger)}</span>
      ${callLink(danger, phrase('call', messages.call(phone.value)), use, undefined, 'button')}
    </p>
    <div class="band beside">
      <p>${phrase('missing', messages.missingChild)}</p>
      ${disclosure(
        '',
        phrase('other', messages.otherWays(phone.value)),
        whole
          ? html`<ul class="dots">
              <li>${phrase('silent', messages.silentSolution(phone.value))}</li>
              ${otherWays.map((channel) => {
                const { type, value } = channel;
                if (type === 'bsl') {
                  return html`<li>
                    ${outbound(value, phrase('bsl', messages.emergencyBsl), () => use(contact, channel))}
                    ${numeral(phrase, 'bsl-address', value.replace('https://', ''))}
                  </li>`;
                }
                if (type === 'relay') return html`<li>${phrase('relay', messages.emergencyRelay(value))}</li>`;
                return type === 'sms' ? html`<li>${phrase('text', messages.emergencyText(value))}</li>` : nothing;
              })}
            </ul>`
          : nothing,
      )}
    </div>`;
}

/** The line for children, next to danger whatever else is shown. A page for them has as well where they can write to it. */
function childrenBand({ childLine, chat }: Panel, drawing: PanelDrawing): TemplateResult | typeof nothing {
  if (!childLine) return nothing;
  const { messages, phrase, use, directory, visit } = drawing;
  const { contact, phone } = childLine;
  const card = cardFor(directory, { contact, reason: 'under-19' }, visit.now, true);
  const others = { ...card, channels: card.channels.filter(({ channel }) => channel !== chat) };
  return html`<div class="band line row">
    <p>${phrase('under', messages.underAge((contact.maximumAge ?? 18) + 1))} ${phrase('children', contact.name)}</p>
    <div class="beside">
      <p>${callLink(childLine, numeral(phrase, 'children-number', phone.value), use, 'children-label')}</p>
      ${stateOf(others, { ...drawing, key: 'children' }, knownOf(card, childLine, drawing, 'children'))}
      ${
        chat
          ? html`<p class="chat">
              ${outbound(chat.value, phrase('chat', messages.channel.web.chat), () => use(contact, chat), ['chat', 'children-label'])}
              <span class="paper">${numeral(phrase, 'chat-address', readable(chat.value))}</span>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

/** What is known of a line that listens: whether it is free, and whether it never closes. */
function knownOf(
  { channels: [first] }: Card,
  { phone }: ContactPhone,
  { messages, phrase }: PanelDrawing,
  key: string,
): HTMLSlotElement | undefined {
  const known = messages.freeAnyTime(!!phone.free, first?.state.kind === 'always');
  return known ? phrase(`${key}-known`, known) : undefined;
}

/** Rows of routes, or of support. The keys of their words begin with `kind`. */
function rows(
  choices: readonly RouteChoice[],
  { child, answered }: Panel,
  drawing: PanelDrawing,
  kind = 'route',
): readonly TemplateResult[] {
  const { directory, visit, level } = drawing;
  return choices.map((choice, i) =>
    routeRow(cardFor(directory, choice, visit.now, child, kind === 'support'), {
      ...drawing,
      level: Math.min(level + 1, 6),
      key: `${kind}${i}`,
      answered,
    }),
  );
}

/** The page that finds a council elsewhere. */
const finderRow = (
  { finder }: Panel,
  { messages, phrase, use, level }: PanelDrawing,
): TemplateResult | typeof nothing =>
  finder
    ? html`<li class="band row finder">
        <p role="heading" aria-level=${Math.min(level + 1, 6)}>${phrase('elsewhere', messages.elsewhere)}</p>
        <p>
          ${outbound(finder.page.value, phrase('finder', finder.contact.name), () => use(finder.contact, finder.page))}
          <span class="paper">${numeral(phrase, 'finder-address', readable(finder.page.value))}</span>
        </p>
      </li>`
    : nothing;

function moreRoutes(panel: Panel, drawing: PanelDrawing): TemplateResult | typeof nothing {
  const { messages, phrase, whole } = drawing;
  const { length } = panel.more;
  if (!length) return nothing;
  return disclosure(
    'band line',
    panel.answered ? phraseNow(messages.moreRoutes(length)) : phrase('more', messages.moreRoutes(length)),
    whole
      ? html`<ul role="list">
          ${rows(panel.more, panel, drawing, 'more')}
        </ul>`
      : nothing,
  );
}

/** What to have ready before a call, what to do and keep, and what happens after it; a child is told only what they can say. */
function whatToSay({ child, sections }: Panel, drawing: PanelDrawing): TemplateResult {
  const { messages, phrase, whole } = drawing;
  return disclosure(
    'band line',
    phrase('tell', child ? messages.childTellHeading : messages.tellHeading),
    whole
      ? html`${
            child
              ? html`<p>${phrase('tell-child', messages.whatChildrenCanSay)}</p>`
              : html`<p>${phrase('tell-hint', messages.tellHint)}</p>
                  <ul class="dots" part="list">
                    ${messages.tellList.map((text, i) => html`<li>${phrase(`tell${i}`, text)}</li>`)}
                  </ul>`
          }
          ${sections.map((section) => headedList(section, drawing))}
          ${innerHeading(drawing, 'next', messages.nextHeading)}
          <ul class="dots">
            ${messages.nextList.map((text, i) => html`<li>${phrase(`next${i}`, text)}</li>`)}
          </ul>`
      : nothing,
  );
}

/** Support for the person who reports, apart from the routes. What the disclosure has first is of the service in sight. */
function supportBand(panel: Panel, drawing: PanelDrawing): TemplateResult | typeof nothing {
  const { messages, phrase, level, whole, use, directory, visit } = drawing;
  const { support, moreSupport, answered } = panel;
  const { length } = moreSupport;
  if (!support && !length) return nothing;
  const card = support && cardFor(directory, { contact: support.contact, reason: 'anyone' }, visit.now, false, true);
  const words = messages.moreSupport(length);
  return html`<div class="band line row">
    <p role="heading" aria-level=${level}>
      ${phrase('support', messages.support)}${
        support ? html`: ${phrase('support-first', support.contact.name)}` : nothing
      }
    </p>
    <div class="beside">
      ${
        card
          ? html`<p>
                ${callLink(support, numeral(phrase, 'support-number', support.phone.value), use, 'support-label')}
                ${card.age.stale ? phrase('support-stale', messages.staleState) : knownOf(card, support, drawing, 'support')}
              </p>
              ${contactLabel(card, 'support')}`
          : nothing
      }
      ${disclosure(
        '',
        answered ? phraseNow(words) : phrase('more-support', words),
        whole
          ? html`<p>${phrase('support-hint', messages.supportHint)}</p>
              ${
                card
                  ? html`${innerHeading({ ...drawing, level: Math.min(level + 1, 6) }, 'support-again', card.contact.name)}
                      <div class="quiet">${factList(card, { ...drawing, key: 'support' })}</div>`
                  : nothing
              }
              <ul role="list">
                ${rows(moreSupport, panel, drawing, 'support')}
              </ul>`
          : nothing,
      )}
    </div>
  </div>`;
}
