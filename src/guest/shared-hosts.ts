/**
 * The hosts on the page that share one thing: a timer, a listener or a live region. `begun` runs when the first host is added, and `ended`
 * when the last one is removed, so that nothing of ours runs in a page without our elements.
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

/** Redraws every host. */
export function redraw(hosts: Iterable<{ readonly requestUpdate: () => void }>): void {
  for (const host of hosts) host.requestUpdate();
}
