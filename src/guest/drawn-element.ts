import type { TemplateResult } from 'lit-html';
import { render } from 'lit-html';
import type { Controller, ControllerHost } from './controller.js';

/** A public property of an element, and how its attribute is read. */
interface Property {
  /** The name of the attribute, if it is not the name of the property in small letters. */
  readonly attribute?: string;
  /** Reads the attribute. Without it, the value is the text, or null. */
  readonly converter?: (value: string | null) => unknown;
}

/** A server has no elements. There the classes can be imported, and are never used. */
const Base = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;

/**
 * A custom element that draws itself with lit-html, in a microtask, when one of its properties changes or a controller asks.
 *
 * It does what our elements need of Lit's `LitElement`, in the same order and under the same names (decision 0021).
 */
export abstract class DrawnElement extends Base implements ControllerHost {
  /** The public properties, each of which is an attribute too. */
  static readonly properties: Readonly<Record<string, Property>> = {};

  /** Where the element draws, from its connection on. */
  declare renderRoot: ShadowRoot;
  /** Whether it has drawn. */
  hasUpdated = false;
  /** The node before which it draws, on which lit-html stores what is drawn. */
  protected renderBefore: ChildNode | null = null;
  readonly #controllers = new Set<Controller>();
  readonly #values = new Map<string, unknown>();
  /** What a framework has set before the tag was defined. It would hide the accessors, so it is set again. */
  readonly #early = new Map<string, unknown>();
  #connected = false;
  #due = false;
  #done: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    for (const name of Object.keys((this.constructor as typeof DrawnElement).properties)) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early.set(name, Reflect.get(this, name));
      Reflect.deleteProperty(this, name);
    }
  }

  /**
   * Defines the properties, because the browser asks for this list when the tag is defined. `headinglevel` is accepted for `headingLevel`
   * too: before the script has loaded, a framework writes the name of the property as an attribute, and HTML ignores capitals.
   */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, { attribute }]) => {
      const alias = name.toLowerCase();
      for (const key of [name, alias]) {
        Object.defineProperty(this.prototype, key, {
          configurable: true,
          get(this: DrawnElement) {
            return this.#values.get(name);
          },
          set(this: DrawnElement, value: unknown) {
            if (Object.is(this.#values.get(name), value)) return;
            this.#values.set(name, value);
            this.requestUpdate();
          },
        });
      }
      return attribute ? [alias, attribute] : [alias];
    });
  }

  attributeChangedCallback(changed: string, _: string | null, value: string | null): void {
    for (const [name, { attribute, converter }] of Object.entries((this.constructor as typeof DrawnElement).properties))
      if (changed === attribute || changed === name.toLowerCase())
        Reflect.set(this, name, converter ? converter(value) : value);
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#connected = true;
    if (!this.hasUpdated) this.requestUpdate();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  addController(controller: Controller): void {
    this.#controllers.add(controller);
  }

  requestUpdate(): void {
    if (this.#due || !this.#connected) return;
    this.#due = true;
    this.#done = this.#draw(this.#done);
  }

  get updateComplete(): Promise<unknown> {
    return this.#done;
  }

  protected abstract createRenderRoot(): ShadowRoot;

  /** What to draw. What changes during the call is part of it. */
  protected abstract render(): TemplateResult;

  /** Draws now, or once the promise that it returns is resolved. */
  protected scheduleUpdate(): void | Promise<unknown> {
    this.performUpdate();
  }

  protected performUpdate(): void {
    if (!this.#due) return;
    for (const [name, value] of this.#early) Reflect.set(this, name, value);
    this.#early.clear();
    let drawn: TemplateResult;
    try {
      for (const controller of this.#controllers) controller.hostUpdate?.();
      drawn = this.render();
    } finally {
      this.#due = false;
    }
    render(drawn, this.renderRoot, { host: this, renderBefore: this.renderBefore });
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.hasUpdated = true;
  }

  async #draw(before: Promise<unknown>): Promise<void> {
    await before;
    await this.scheduleUpdate();
  }
}
