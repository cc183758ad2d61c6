/*
 * Checks the addresses that an author types. Each check returns one sentence that says what is wrong and what is used instead. It
 * returns undefined for a valid address and for an empty field.
 */

/** Checks the address of the action or of the exit, which is any page on `https:`. */
export function linkProblem(text: string, instead: string): string | undefined {
  const wanted = text.trim();
  if (!wanted) return undefined;
  const because = (why: string): string => `“${wanted.slice(0, 60)}” ${why}, so ${instead}.`;
  if (/^http:/i.test(wanted)) return because('begins with http:, and has to begin with https://');
  if (!/^https:\/\//i.test(wanted)) return because('does not begin with https://');
  if (/\s/.test(wanted)) return because('has a space in it');
  if (!URL.canParse(wanted) || !new URL(wanted).hostname.includes('.')) return because('is not the address of a page');
  const { username, password } = new URL(wanted);
  return username || password ? because('has a name or a password in it') : undefined;
}

export const OWN_COPY = '/say-something.js';

/** Checks the address of the author's own copy of the script, which is a path on their site or an address on `https:`. */
export function copyProblem(text: string): string | undefined {
  const wanted = text.trim();
  if (!wanted || /^\/(?!\/)[^\s"'<>\\]*\.js$/.test(wanted)) return undefined;
  const instead = `${OWN_COPY} is used`;
  if (!wanted.startsWith('/')) {
    const problem = linkProblem(wanted, instead);
    if (problem) return problem.replace('https://', 'https://, nor with one /');
  }
  return /^https:.*\.js$/.test(wanted) ? undefined : `“${wanted.slice(0, 60)}” does not end in .js, so ${instead}.`;
}

/** The address that is used for a typed one, in the browser's form. It is empty if the typed one is invalid. */
export const usedLink = (text: string): string =>
  text.trim() && !linkProblem(text, '') ? new URL(text.trim()).href : '';
export const usedCopy = (text: string): string => {
  if (!text.trim() || copyProblem(text)) return OWN_COPY;
  return text.trim().startsWith('/') ? text.trim() : new URL(text.trim()).href;
};

/**
 * Says why a snippet made here would not work on another page, because others cannot reach the address of this page, or not over
 * `https:`. It suggests a copy of the script only if the snippet needs the script (`isDrawn`).
 */
export function hostProblem(root: string, isDrawn: boolean): string | undefined {
  const orCopy = isDrawn ? ', or choose “Our own copy”' : '';
  const { protocol, hostname } = new URL(root);
  if (/^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname))
    return `This page is open at an address that works only on this computer, and the snippet would lead there. Put this site on a server first and build the snippet there${orCopy}.`;
  return protocol === 'https:'
    ? undefined
    : `This page is not open at an https: address. A page on https: would refuse what comes from here. Host this site on https: first${orCopy}.`;
}
