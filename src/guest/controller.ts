/** A part of an element's behaviour, which the element tells what happens to it. */
export interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  /** Called before each drawing. */
  hostUpdate?(): void;
  /** Called after each drawing. */
  hostUpdated?(): void;
}

/** What a controller may ask of its element. */
export interface ControllerHost {
  addController(controller: Controller): void;
  /** Draws again, in a microtask. */
  requestUpdate(): void;
  /** Resolves after the next drawing, or at once if none is due. */
  readonly updateComplete: Promise<unknown>;
}
