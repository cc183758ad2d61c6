import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ParsedDirectory } from '../../core/directory.js';
import type { Panel } from '../../core/panel.js';
import { FIRST_ROUTES, cardFor } from '../../core/panel.js';
import type { RouteChoice } from '../../core/routing.js';
import type { InitialUpgrade } from '../../guest/initial-upgrade.js';
import { outbound, title, unfoldControl } from '../shared/phrases.js';
import type { QuickExit } from '../shared/quick-exit.js';
import type { Drawing } from '../shared/sections.js';
import { sectionLists } from '../shared/sections.js';
import { childrenLine, dangerBox } from './danger.js';
import { questionList } from './questions.js';
import { routeCard } from './route-card.js';
import type { Visit } from './visit.js';
import { innerHeading, whatHappensNext, whatToTell } from './what-to-tell.js';

/** What a panel is drawn with. */
export interface PanelDrawing extends Drawing {
  readonly directory: ParsedDirectory;
  /** Which parts of it are drawn by now. */
  readonly screen: InitialUpgrade;
  readonly visit: Visit;
  readonly exit: QuickExit | undefined;
  /** Unfolds, by a person's tap or by the browser's search. */
  readonly unfold: (tapped?: boolean) => void;
  readonly toRoutes: () => void;
}

/** Draws a panel. `screen` says which parts of it are drawn yet. */
export function drawPanel(panel: Panel, drawing: PanelDrawing): TemplateResult {
  const { messages, phrase, level, screen } = drawing;
  const { directory, visit, exit, unfold } = drawing;
  const { child, childLine, routes, support, sections } = panel;
  const inner = { ...drawing, level: Math.min(level + 1, 6) };
  const heading = panel.audience === 'young-person' ? messages.signs.childHeading : messages.heading;
  return html`${title(level, phrase('heading', heading))} ${dangerBox(panel, inner, screen.has(2))}
    ${
      childLine
        ? childrenLine(cardFor(directory, { contact: childLine.contact, reason: 'under-19' }, visit.now, child), inner)
        : nothing
    }
    <p id="routes" tabindex="-1" role="heading" aria-level=${inner.level}>
      ${phrase('routes', messages.routesHeading)}
    </p>
    ${panel.advice.map((id) => html`<p class="advice"><strong>${phrase(id, messages.advice[id])}</strong></p>`)}
    <ol class="cards" role="list">
      ${cards(routes.slice(0, FIRST_ROUTES), panel, inner)}
    </ol>
    ${screen.folded ? foldedEnd(panel, drawing) : nothing}
    <div class="below" ?hidden=${screen.folded} @beforematch=${() => unfold(false)}>
      ${exit ? exit.draw(messages, phrase) : nothing} ${screen.has(2) ? questionList(panel, inner) : nothing}
      ${
        screen.has(3) && routes.length > FIRST_ROUTES
          ? html`${innerHeading(inner, 'more', messages.moreRoutesHeading)}
              <ol class="cards" role="list" start=${FIRST_ROUTES + 1}>
                ${cards(routes.slice(FIRST_ROUTES), panel, inner, FIRST_ROUTES)}
              </ol>`
          : nothing
      }
      ${screen.has(4) ? whatToTell(child, inner) : nothing}
      ${screen.has(4) && sections.length ? sectionLists(sections, inner) : nothing}
      ${screen.has(5) ? whatHappensNext(inner) : nothing}
      ${
        screen.has(5) && support.length
          ? html`${innerHeading(inner, 'support', messages.supportHeading)}
              <p>${phrase('support-hint', messages.supportHint)}</p>
              <ul class="cards" role="list">
                ${cards(support, panel, inner, 0, true)}
              </ul>`
          : nothing
      }
    </div>`;
}

/** Cards of routes, or of support. `from` is the place of the first of them in the whole list, counted from 0. */
function cards(
  choices: readonly RouteChoice[],
  { child, answered }: Panel,
  drawing: PanelDrawing,
  from = 0,
  support = false,
): readonly TemplateResult[] {
  const { directory, visit, level } = drawing;
  return choices.map((choice, i) =>
    routeCard(cardFor(directory, choice, visit.now, child, support), {
      ...drawing,
      level: Math.min(level + 1, 6),
      key: `${support ? 'support' : 'route'}${from + i}`,
      answered,
    }),
  );
}

/** The end of a folded panel: the page that finds another council, and the control that opens the rest. */
function foldedEnd({ finder }: Panel, { messages, phrase, use, unfold }: PanelDrawing): TemplateResult {
  const { england } = messages.answers;
  return html`${
    finder && typeof england === 'string'
      ? html`<p class="finder screen">
          ${outbound(finder.page.value, phrase('finder', england), () => use(finder.contact, finder.page))}
        </p>`
      : nothing
  }${unfoldControl(phrase('unfold', messages.unfold), () => unfold())}`;
}
