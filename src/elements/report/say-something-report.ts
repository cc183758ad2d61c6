import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { isWorkAudience, namesChildren, presetAnswers } from '../../core/audiences.js';
import type { AnswerId, Answers, Channel, Contact, Directory, Question, QuestionId } from '../../core/directory.js';
import { digitsOf } from '../../core/numbers.js';
import { londonDate } from '../../core/hours.js';
import type { Messages } from '../../core/messages.js';
import { DEFAULT_DESTINATION } from '../../core/quick-exit.js';
import type { RouteChoice } from '../../core/routing.js';
import { adviceFor, contactById, isLocal, routeOrder, routeTo, supportOrder } from '../../core/routing.js';
import { Announcer } from '../../guest/live-region.js';
import { audienceOf, headingLevelOf, isOn, spareNames } from '../../guest/settings.js';
import { ClockController } from '../../guest/minute-clock.js';
import { DirectorySource } from '../../guest/page-directory.js';
import { SaySomethingContactEvent } from '../shared/events.js';
import { ExitController } from '../shared/exit-keys.js';
import { countWords, exitLink } from '../shared/exit-link.js';
import { exitStyles } from '../shared/exit-link.styles.js';
import { FirstScreen } from '../../guest/initial-upgrade.js';
import { messagesFor } from '../../guest/language.js';
import { leave, onLeave } from '../shared/leave.js';
import { LightWords } from '../../guest/light-words.js';
import { numeral, outbound, readable, say, sayNow, unfoldControl } from '../shared/phrases.js';
import type { Placed } from '../../guest/placement.js';
import { adoptStyles, guarded, holderOf, rootFor } from '../../guest/placement.js';
import { inCalm, noteReplaced } from '../../guest/press.js';
import type { Provided } from '../../guest/provided.js';
import { reveal } from '../../guest/reveal.js';
import { routeCard } from './route-card.js';
import { styles } from './report.styles.js';
import { sectionLists } from '../shared/sections.js';
import { ThemeGuard } from '../../guest/theme-guard.js';
import { theme } from '../../guest/theme.styles.js';
import { LedTo } from '../shared/to-report.js';

/** Cards that stand above the questions, on the first screen of a phone. */
const FIRST = 3;

/**
 * Shows a worried person whom to tell: danger first, then the best routes for them, at once and without a question.
 *
 * Draws everything it knows before any tap. An answer reorders the routes there and then; the clock never does, so that
 * nothing moves under a finger: as minutes pass only what is said of opening hours changes. With no directory, or where
 * drawing fails, it leaves the fallback inside it standing.
 *
 * @element say-something-report
 * @slot - Anything that is not marked `say-something-fallback`; it stays visible below the panel
 * @fires {SaySomethingContactEvent} say-something-contact - A way of making contact was used; says which, by id
 * @csspart root - The whole panel
 * @csspart heading - Its heading
 * @csspart emergency - The box for danger now
 * @csspart route - One card
 * @csspart number - One number
 * @csspart question - One question
 * @csspart list - The list of what to tell them
 * @csspart action - A button
 * @csspart exit - The link that leaves the page
 * @cssprop [--say-something-accent] - Links and buttons
 * @cssprop [--say-something-on-accent] - Text on the accent colour
 * @cssprop [--say-something-urgent] - Danger now
 * @cssprop [--say-something-on-urgent] - Text on the urgent colour
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-text-muted] - Less important text
 * @cssprop [--say-something-border] - Borders
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Inner spacing
 * @example
 * <say-something-report audience="hotel" heading-level="3"></say-something-report>
 */
export class SaySomethingReport extends LitElement implements Placed {
  static override styles = [theme, exitStyles, styles];
  static override properties = {
    ...spareNames,
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    directory: {},
    noExit: { attribute: 'no-exit', converter: isOn },
  };

  /** Facts and words to draw, set once by `index.ts` before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for. `"hotel"` Unknown values are `public`. */
  declare audience: string;
  /** Level of the panel's heading, 1 to 6; the ones inside follow it. `3` */
  declare headingLevel: number | string;
  /** @internal */
  protected set headinglevel(level: number | string) {
    this.headingLevel = level;
  }
  /** Another directory: an object, or the address of one as JSON. One with any fault is not used. */
  declare directory: unknown;
  /** Leaves out the panel's own way to leave the page; work audiences never have it. */
  declare noExit: boolean;
  /** @internal */
  protected set noexit(no: boolean) {
    this.noExit = no;
  }

  /** @internal */
  into: ShadowRoot | undefined;
  readonly #clock = new ClockController(this);
  readonly #announcer = new Announcer(this);
  /** Whom to call; what is folded in there, and the questions; more routes; what to tell; support. */
  readonly #screen = new FirstScreen(this, 5, true);
  readonly #source = new DirectorySource(this);
  /** What the person chose; nothing of it leaves this object. */
  #chosen: Answers = {};
  /** The order of the routes, kept until something other than the minute changes. */
  #routes: readonly RouteChoice[] = [];
  #support: readonly RouteChoice[] = [];
  #drawnFor: readonly unknown[] = [];
  readonly #exit = new ExitController(
    this,
    () => this.#withWords((messages) => leave(DEFAULT_DESTINATION, messages)),
    (left) => this.#withWords((messages) => this.#announcer.say(countWords(messages, left))),
    false,
  );
  #stopForgetting: (() => void) | undefined;
  readonly #unfolded = new Set<string>();
  /** What became of a number that was to be copied, by card. */
  #copied = new Map<string, 'copied' | 'refused'>();

  constructor() {
    super();
    new LightWords(this, () => this.#screen.whole);
    new ThemeGuard(this);
    new LedTo(this);
    this.audience = 'public';
    this.headingLevel = 2;
    this.noExit = false;
  }

  /** Puts the focus on the heading and brings it into view, without a hash or a history entry. */
  focusHeading(): void {
    if (!this.#screen.folded) this.#focus('#h');
    else void this.#unfold().then(() => this.#focus('#h'));
  }

  protected override createRenderRoot(): ShadowRoot {
    return rootFor(this);
  }

  adoptedCallback(): void {
    adoptStyles(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return inCalm(this, () => super.scheduleUpdate());
  }

  protected override performUpdate(): void {
    guarded(this, () => super.performUpdate());
  }

  override connectedCallback(): void {
    // first: what somebody chose is forgotten even where the page has broken what drawing needs
    this.#stopForgetting = onLeave(() => this.#forget());
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.#stopForgetting?.();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#exit.show(this.#hasExit && !this.#screen.folded);
    if (changed.has('directory')) this.#source.use(this.directory);
  }

  protected override render(): TemplateResult {
    const { provided } = this.constructor as typeof SaySomethingReport;
    if (!provided) return html`<slot></slot>`;
    const now = this.#clock.now;
    const directory = this.#source.directory ?? provided.directory;
    const audience = audienceOf(this.audience);
    const answers = { ...presetAnswers(audience), ...this.#chosen };
    const messages = messagesFor(this, provided);
    this.#order(directory, answers, now);
    const screen = this.#screen;
    const level = headingLevelOf(this.headingLevel);
    const inner = Math.min(level + 1, 6);
    const emergency = contactById(directory, directory.emergency);
    const children = namesChildren(audience) ? contactById(directory, directory.children) : undefined;
    const child = answers.who === 'under-19';
    // what to look for is the signs' part; a child on a page for staff is told nothing meant for staff; whoever reads a page for everyone has the general lists
    const advice =
      audience === 'public' || child !== (audience === 'young-person')
        ? []
        : provided.guide.audiences[audience].filter(({ id }) => id !== 'look' && id !== 'talk');
    const heading: Heading = (key, phrase) => html`<p role="heading" aria-level=${inner}>${say(key, phrase)}</p>`;
    const cards: Cards = (routes, key, support = false, from = 0) =>
      routes.map((route, i) => {
        const id = `${key}${from + i}`;
        const { contact, reason } = route;
        return routeCard(routeTo(directory, contact, reason, now), {
          messages,
          level: Math.min(inner + 1, 6),
          key: id,
          child,
          support,
          answered: Object.keys(this.#chosen).length > 0,
          brief: !screen.has(2),
          unfolded: this.#unfolded.has(`${support} ${contact.id}`),
          copied: canCopy ? (this.#copied.get(`${support} ${contact.id}`) ?? '') : undefined,
          use: (channel) => this.#used(contact, channel),
          copy: () => void this.#copy(`${support} ${contact.id}`, contact, messages),
          fold: (open) => {
            this.#unfolded[open ? 'add' : 'delete'](`${support} ${contact.id}`);
            // drawn again, so that Lit knows what the browser has done, and a card that moves takes its fold along
            this.requestUpdate();
          },
        });
      });
    // beside the signs for young people, which have the same heading, a list of regions tells the two apart
    return html`<section
        class="root"
        part="root"
        ?data-folded=${screen.folded}
        lang=${messages.lang}
        aria-labelledby=${audience === 'young-person' ? 'h routes' : 'h'}
      >
        <p id="h" class="title" part="heading" tabindex="-1" role="heading" aria-level=${level}>
          ${say('heading', audience === 'young-person' ? messages.signs.childHeading : messages.heading)}
        </p>
        ${emergency ? this.#emergency(emergency, messages, inner, child) : nothing}
        ${children ? this.#children(children, directory, messages, now) : nothing}
        <p id="routes" tabindex="-1" role="heading" aria-level=${inner}>${say('routes', messages.routesHeading)}</p>
        ${adviceFor(directory, answers).map((id) => html`<p class="advice"><strong>${say(id, messages.advice[id])}</strong></p>`)}
        <ol class="cards" role="list">
          ${cards(this.#routes.slice(0, FIRST), 'route')}
        </ol>
        ${screen.folded ? this.#finder(directory, messages) : nothing}
        <div class="below" ?hidden=${screen.folded} @beforematch=${() => void this.#unfold(false)}>
          ${this.#hasExit ? exitLink(this.#exit, DEFAULT_DESTINATION, messages) : nothing}
          ${screen.has(2) ? this.#questions(directory, answers, messages, heading) : nothing}
          ${screen.has(3) ? this.#more(cards, messages, heading) : nothing}
          ${screen.has(4) ? this.#tell(child, messages, heading) : nothing}
          ${
            screen.has(4) && advice.length
              ? sectionLists(
                  advice,
                  messages,
                  { ...provided, directory },
                  inner,
                  (one, channel) => this.#used(one, channel),
                  isLocal(directory, answers),
                )
              : nothing
          }
          ${screen.has(5) ? this.#after(cards, messages, heading) : nothing}
        </div>
        ${this.#announcer.region()}
      </section>
      <slot class="rest" ?hidden=${!!this.into}></slot>`;
  }

  /** What of the routes is a council's to say elsewhere, and the control that opens the rest. */
  #finder(directory: Directory, messages: Messages): TemplateResult {
    const contact = contactById(directory, directory.finder);
    const page = contact?.channels.find(({ use }) => use === 'find');
    const england = messages.answers.england;
    return html`${
      contact && page && typeof england === 'string'
        ? html`<p class="finder screen">
            ${outbound(page.value, say('finder', england), () => this.#used(contact, page))}
          </p>`
        : nothing
    }${unfoldControl(messages.unfold, () => void this.#unfold())}`;
  }

  #questions(directory: Directory, answers: Answers, messages: Messages, heading: Heading): TemplateResult {
    return html`<div class="screen">
      ${heading('questions', messages.questionsHeading)}
      <p class="quiet">${say('questions-hint', messages.questionsHint)}</p>
      ${directory.questions.map((question, i) => this.#question(question, i, answers, directory, messages))}
      <p class="result">
        <span>${sayNow(this.#result(messages))}</span>
        <button class="lead" part="action" type="button" @click=${this.#toRoutes}>
          ${say('to-routes', messages.toRoutes)}
        </button>
        <button
          part="action"
          type="button"
          @click=${(event: Event) => this.#clear(messages, event.currentTarget as Element)}
        >
          ${say('clear', messages.clear)}
        </button>
      </p>
    </div>`;
  }

  #more(cards: Cards, messages: Messages, heading: Heading): TemplateResult | typeof nothing {
    return this.#routes.length > FIRST
      ? html`${heading('more', messages.moreRoutesHeading)}
          <ol class="cards" role="list" start=${FIRST + 1}>
            ${cards(this.#routes.slice(FIRST), 'route', false, FIRST)}
          </ol>`
      : nothing;
  }

  #tell(child: boolean, messages: Messages, heading: Heading): TemplateResult {
    return child
      ? html`${heading('tell', messages.childTellHeading)}
          <p>${say('tell-child', messages.whatChildrenCanSay)}</p>`
      : html`${heading('tell', messages.tellHeading)}
          <p>${say('tell-hint', messages.tellHint)}</p>
          <ul class="list" part="list" role="list">
            ${messages.tellList.map((phrase, i) => html`<li>${say(`tell${i}`, phrase)}</li>`)}
          </ul>`;
  }

  #after(cards: Cards, messages: Messages, heading: Heading): TemplateResult {
    return html`${heading('next', messages.nextHeading)}
      <ul class="list" role="list">
        ${messages.nextList.map((phrase, i) => html`<li>${say(`next${i}`, phrase)}</li>`)}
      </ul>
      ${
        this.#support.length
          ? html`${heading('support', messages.supportHeading)}
              <p>${say('support-hint', messages.supportHint)}</p>
              <ul class="cards" role="list">
                ${cards(this.#support, 'support', true)}
              </ul>`
          : nothing
      }`;
  }

  /** By the person's own tap, or because the browser has found there what was searched for. */
  async #unfold(tapped = true): Promise<void> {
    this.#screen.unfold();
    await this.updateComplete;
    if (tapped) this.#focus('#h', true);
  }

  #emergency(contact: Contact, messages: Messages, level: number, child: boolean): TemplateResult {
    const [phone, ...others] = contact.channels;
    const number = phone?.value ?? '999';
    return html`<div class="emergency" part="emergency">
      <p class="call">
        <span role="heading" aria-level=${level}>${say('danger', messages.dangerHeading)}</span>
        <a part="number" class="number" href="tel:${number}" @click=${() => phone && this.#used(contact, phone)}
          >${say('call', messages.call(number))}</a
        >
      </p>
      <p>${say('missing', messages.missingChild)}</p>
      <p>${say('disclosure', child ? messages.friendDisclosure : messages.disclosure)}</p>
      ${this.#screen.has(2) ? this.#otherWays(number, contact, others, messages) : nothing}
    </div>`;
  }

  #otherWays(number: string, contact: Contact, others: readonly Channel[], messages: Messages): TemplateResult {
    return html`<details>
      <summary>${say('other', messages.otherWays(number))}</summary>
      <ul role="list">
        ${others.map((channel) => {
          if (channel.type === 'bsl') {
            return html`<li>
              ${outbound(channel.value, say('bsl', messages.emergencyBsl), () => this.#used(contact, channel))}
              <bdi class="quiet address" dir="ltr" translate="no">${say('bsl-address', readable(channel.value))}</bdi>
            </li>`;
          }
          if (channel.type === 'relay') return html`<li>${say('relay', messages.emergencyRelay(channel.value))}</li>`;
          return channel.type === 'sms'
            ? html`<li>${say('text', messages.emergencyText(channel.value))}</li>`
            : nothing;
        })}
        <li>${say('silent', messages.silentSolution(number))}</li>
      </ul>
    </details>`;
  }

  #children(contact: Contact, directory: Directory, messages: Messages, now: Date): TemplateResult {
    const first = routeTo(directory, contact, 'under-19', now).channels[0];
    if (!first) return html``;
    const { channel, state } = first;
    return html`<p>
      ${say('under', messages.underAge((contact.maximumAge ?? 18) + 1))} ${say('children', contact.name)}
      <a part="number" class="number" href="tel:${digitsOf(channel.value)}" @click=${() => this.#used(contact, channel)}
        >${numeral('children-number', channel.value)}</a
      >${say('children-facts', messages.childrenFacts(!!channel.free, state.kind === 'always'))}
    </p>`;
  }

  #question(
    { id, answers: given }: Question,
    index: number,
    answers: Answers,
    directory: Directory,
    messages: Messages,
  ): TemplateResult {
    const name = `q${index + 1}`;
    return html`<fieldset part="question">
      <legend>${say(name, messages.questions[id])}</legend>
      <div class="answers">
        ${given.map(({ id: answer }, i) => {
          const phrase = messages.answers[answer];
          return html`<label>
            <input
              type="radio"
              name=${name}
              autocomplete="off"
              .checked=${answers[id] === answer}
              @change=${(event: Event) => void this.#answer(id, answer, event.currentTarget as Element, messages)}
            />
            <span>${say(`${name}-${i}`, typeof phrase === 'string' ? phrase : phrase(directory.area.name))}</span>
          </label>`;
        })}
      </div>
    </fieldset>`;
  }

  /** Puts the routes in order where the answers, the directory or the day have changed; the minute alone moves nothing. */
  #order(directory: Directory, answers: Answers, now: Date): void {
    const drawnFor = [directory, answers.who, answers.where, answers.name, londonDate(now)];
    if (drawnFor.every((value, i) => value === this.#drawnFor[i])) return;
    this.#drawnFor = drawnFor;
    noteReplaced(this.renderRoot);
    this.#routes = routeOrder(directory, answers, now);
    this.#support = supportOrder(directory, answers, now);
  }

  #result(messages: Messages): string {
    return messages.routesFound(this.#routes.length, this.#routes[0]?.contact.name ?? '');
  }

  /** Draws again, then says aloud how many routes there are and which is first. */
  async #redraw(messages: Messages, anchor: Element): Promise<void> {
    const before = anchor.getBoundingClientRect().top;
    this.requestUpdate();
    await this.updateComplete;
    this.#announcer.say(this.#result(messages));
    // the cards above have changed: what the person has under the finger stays where it is
    let box: Node = holderOf(this);
    const around = new Range();
    while (this.isConnected && box instanceof Element) {
      const moved = anchor.getBoundingClientRect().top - before;
      // a form around us may have fields called like the parts of an element: they hide its own, and not what a range is asked
      if (moved) (Element.prototype as Scrolls).scrollBy.call(box, { top: moved, behavior: 'instant' });
      around.selectNode(box);
      const { startContainer } = around;
      box = startContainer instanceof ShadowRoot ? startContainer.host : startContainer;
    }
  }

  #answer(question: QuestionId, answer: AnswerId, radio: Element, messages: Messages): Promise<void> {
    this.#chosen = { ...this.#chosen, [question]: answer };
    return this.#redraw(messages, radio);
  }

  get #hasExit(): boolean {
    return !this.noExit && !isWorkAudience(audienceOf(this.audience));
  }

  #withWords(task: (messages: Messages) => void): void {
    const { provided } = this.constructor as typeof SaySomethingReport;
    if (provided) task(messagesFor(this, provided));
  }

  /** Back to how it began: whoever opens the page next must not find what was chosen. */
  #forget(): void {
    this.#chosen = {};
    this.#unfolded.clear();
    this.#copied.clear();
    this.requestUpdate();
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = false;
  }

  #clear(messages: Messages, button: Element): void {
    this.#chosen = {};
    void this.#redraw(messages, button);
  }

  #toRoutes(): void {
    this.#focus('#routes');
  }

  #focus(selector: string, stay = false): void {
    // a page may call it before there is anything to focus
    reveal((this.renderRoot as ParentNode | undefined)?.querySelector<HTMLElement>(selector), holderOf(this), stay);
  }

  #used({ id }: Contact, { type }: Channel): void {
    holderOf(this).dispatchEvent(new SaySomethingContactEvent(id, type));
  }

  async #copy(key: string, { channels }: Contact, messages: Messages): Promise<void> {
    const number = channels[0]?.value ?? '';
    try {
      await navigator.clipboard.writeText(digitsOf(number));
      this.#copied = new Map([[key, 'copied']]);
      this.requestUpdate();
      this.#announcer.say(messages.numberCopied);
    } catch {
      this.#copied = new Map([[key, 'refused']]);
      this.requestUpdate();
      this.#announcer.say(messages.notCopied(number));
    }
  }
}

type Heading = (key: string, phrase: string) => TemplateResult;
type Cards = (routes: readonly RouteChoice[], key: string, support?: boolean, from?: number) => TemplateResult[];

interface Scrolls {
  readonly scrollBy: (this: Element, by: ScrollToOptions) => void;
}

/** Whether the page may write to the clipboard; a frame's policy can still refuse, which is said when it does. */
const canCopy = typeof navigator !== 'undefined' && typeof navigator.clipboard?.writeText === 'function';

declare global {
  interface HTMLElementTagNameMap {
    'say-something-report': SaySomethingReport;
  }
}
