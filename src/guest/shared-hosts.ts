/**
 * Those on the page that share one thing: a timer, a listener, a live region. It is `begun` once the first of them has come, and `ended`
 * once the last one is gone, so that nothing of ours runs in a page that has none of our elements.
 */
export class SharedHosts<T> extends Set<T> {
  readonly #begun: (() => void) | undefined;
  readonly #ended: (() => void) | undefined;

  constructor(begun?: () => void, ended?: () => void) {
    super();
    this.#begun = begun;
    this.#ended = ended;
  }

  override add(host: T): this {
    const first = !this.size;
    super.add(host);
    if (first) this.#begun?.();
    return this;
  }

  override delete(host: T): boolean {
    const had = super.delete(host);
    if (had && !this.size) this.#ended?.();
    return had;
  }
}

/** Draws every one of some hosts again. */
export function redraw(hosts: Iterable<{ readonly requestUpdate: () => void }>): void {
  for (const host of hosts) host.requestUpdate();
}
