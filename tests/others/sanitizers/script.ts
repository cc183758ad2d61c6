/** Loads a classic script into the test's own page, and returns its global. */
export async function globalFrom<T>(src: string, name: string): Promise<T> {
  const script = document.createElement('script');
  script.src = src;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = (): void => reject(new Error(`${src} did not load`));
  });
  document.head.append(script);
  await loaded;
  return (window as unknown as Record<string, T>)[name] as T;
}

/** An element in the page for an editor. */
export function place<T extends HTMLElement = HTMLDivElement>(tag = 'div'): T {
  const element = document.createElement(tag) as T;
  document.body.append(element);
  return element;
}
