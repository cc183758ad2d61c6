import { attribute, closest } from './text.js';

/** What the checker says of a script tag that loads our script. */
export interface ScriptLine {
  /** Sentences that say why the browser does not run it, or will soon stop running it. */
  readonly bad: readonly string[];
  /** Sentences that say what could be better. */
  readonly remarks: readonly string[];
  readonly says: string;
}

const RUNS = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

function scriptLine(script: Element): ScriptLine {
  const src = attribute(script, 'src')?.trim() ?? '';
  const has = (name: string): boolean => attribute(script, name) !== null;
  const elsewhere = /^(?:https?:)?\/\//i.test(src);
  const rolling = /\/\d+\/say-something\.js(?:$|[?#])/.test(src);
  const type = attribute(script, 'type')?.trim() ?? '';
  const bad = [
    ...(RUNS.test(type)
      ? []
      : [`Its type is “${type.slice(0, 40)}”, so it does not run, or only once a consent banner lets it.`]),
    ...(has('integrity') && elsewhere && !has('crossorigin')
      ? [
          'It has integrity without crossorigin. The browser cannot check a script from another site like that, and refuses it.',
        ]
      : []),
    ...(has('integrity') && rolling
      ? [
          'It has integrity, but its address always serves the newest version. From the next version on the browser refuses it. Use the address of one version, or leave integrity out.',
        ]
      : []),
    ...(/^http:/i.test(src) ? ['Its address begins with http:, and a page on https: refuses it.'] : []),
    ...(/^(?:https?:)?\/\/(?:[\w-]+\.)*(?:example\.(?:org|com|net)|your\.site)\//i.test(src)
      ? ['Its address is the one of an example. Put the address of your copy there.']
      : []),
  ];
  const remarks = [
    ...(has('async') || has('defer') || type === 'module' ? [] : ['It has no async, so the page waits for it.']),
    ...(elsewhere && !has('crossorigin') && !has('integrity')
      ? ['It has lost crossorigin="anonymous". It runs without.']
      : []),
    ...(elsewhere && attribute(script, 'referrerpolicy') !== 'no-referrer'
      ? ['It has lost referrerpolicy="no-referrer", so its host is told which site it is asked for.']
      : []),
  ];
  return { bad, remarks, says: `The script line is there: ${src.slice(0, 120)}` };
}

export const scriptLinesIn = (root: Element): ScriptLine[] =>
  [...root.querySelectorAll('script[src*="say-something" i]')]
    .filter((script) => /say-something[^/]*\.js(?:$|[?#])/i.test(attribute(script, 'src') ?? ''))
    .filter((script) => !closest(script, 'noscript'))
    .map(scriptLine);
