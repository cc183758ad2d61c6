import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { AdviceSection, Signs } from '../../core/signs.js';
import { callLink, disclosure, guidanceLink, numeral, title } from '../shared/phrases.js';
import type { Drawing } from '../shared/sections.js';
import { headedList, namedContact, pointList } from '../shared/sections.js';

/** What the signs are drawn with. */
interface SignsDrawing extends Drawing {
  /** The control that leads to a panel, if it leads anywhere. */
  readonly action: TemplateResult | typeof nothing | undefined;
}

/** Draws the signs with what comes before and after them: one band for each line of the snippet. */
export function drawSigns(model: Signs, outer: SignsDrawing): TemplateResult {
  const { messages, phrase, level, use, action } = outer;
  const { before, after, child, danger, childLine, guidance } = model;
  const words = messages.signs;
  const drawing = { ...outer, level: Math.min(level + 1, 6) };
  // The snippet has this line only for a young person. Where it comes with the element, it does not take the place of the emergency number.
  const forChildren = childLine
    ? html`<p class="band line">
        ${phrase('under', messages.underAge((childLine.contact.maximumAge ?? 18) + 1))}
        ${phrase('children', childLine.contact.name)}
        ${callLink(childLine, numeral(phrase, 'children-number', childLine.phone.value), use)}
      </p>`
    : nothing;
  return html`${title(level, phrase('heading', child ? words.childHeading : words.heading))}
    <p class="band">${phrase('caution', child ? words.childCaution : words.caution)}</p>
    ${before.map((group) => adviceGroup(group, drawing))}
    ${child ? html`<p class="band line">${phrase('say', messages.whatChildrenCanSay)}</p>` : nothing}
    ${signList(model, drawing)}
    ${after.length ? html`<div class="more">${after.map((group) => adviceGroup(group, drawing))}</div>` : nothing}
    ${child ? forChildren : nothing}
    <p class="band line acts">
      ${action}
      <span
        >${phrase('danger', messages.banner.danger)}
        ${callLink(danger, phrase('call', messages.call(danger.phone.value)), use)}</span
      >
      ${guidance ? guidanceLink(guidance, messages, phrase, use) : nothing}
    </p>
    ${child ? nothing : forChildren}`;
}

/** One disclosure for a list of advice, or for two that belong together. The second has a heading of its own. */
function adviceGroup([first, ...rest]: readonly AdviceSection[], drawing: SignsDrawing): TemplateResult {
  if (!first) return html``;
  const { messages, phrase, whole } = drawing;
  const { sections, pairs, counted } = messages.signs;
  const { id, points } = first;
  const { length } = points;
  const label = rest.length ? (pairs[id] ?? sections[id]) : length > 1 ? counted(sections[id], length) : sections[id];
  return disclosure(
    'band line',
    phrase(`${id}-label`, label),
    whole ? html`${pointList(first, drawing)} ${rest.map((section) => headedList(section, drawing))}` : nothing,
  );
}

/** The signs: each is a row that opens to its sentence. */
function signList({ signs, danger, listener }: Signs, drawing: SignsDrawing): TemplateResult {
  const { phrase, messages, whole } = drawing;
  const { signs: words } = messages;
  return html`<ul class="signs" part="list" role="list">
    ${signs.map(({ id, urgent }, i) => {
      const [sign, sentence] = words.signs[id];
      return html`<li class="band" part="sign">
        ${disclosure(
          '',
          phrase(`sign${i}`, sign),
          whole
            ? html`<p>${phrase(`sign${i}-more`, sentence)}</p>
                ${
                  urgent
                    ? html`<p class="urgent">
                        ${phrase(`sign${i}-help`, words.urgent(danger.phone.value))}
                        ${listener ? namedContact(`sign${i}-listener`, listener, drawing) : nothing}
                      </p>`
                    : nothing
                }`
            : nothing,
        )}
      </li>`;
    })}
  </ul>`;
}
