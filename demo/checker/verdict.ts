import type { Findings } from './findings.js';
import { and, unique } from './findings.js';
import { nameOf } from './markers.js';

/** `stop`: do not publish. `fair`: the numbers are there, but something is missing. `good`. `empty`: there is nothing to judge. */
export type Level = 'empty' | 'stop' | 'fair' | 'good';
export interface Verdict {
  readonly level: Level;
  /** One sentence. */
  readonly verdict: string;
  /** What to do now. It is empty if there is nothing to do. */
  readonly advice: string;
  /** The way in which to build a new snippet. */
  readonly way?: 'placeholder' | 'link' | 'element' | 'plain' | 'iframe' | undefined;
  /** The system whose steps the builder shows, if the markup says which one it is. */
  readonly system?: 'wordpress' | undefined;
}

/** The verdict on the findings. If several verdicts apply, it is the worst. */
export function judge(found: Findings): Verdict {
  return plugin(found) ?? nothing(found) ?? wrong(found) ?? (found.drawn.length ? drawn(found) : notDrawn(found));
}

/** The verdict on the block or the shortcode of our WordPress plugin, where nothing else of ours stands. */
function plugin({ plugin: what, whole, markers, due, tags }: Findings): Verdict | undefined {
  if (!what || markers.length || due.length || tags) return undefined;
  if (what === 'shortcode' && whole) {
    return {
      level: 'stop',
      verdict: 'Do not publish this: visitors see the shortcode as words.',
      advice:
        'The plugin “Say Something” is not active on this site, or WordPress reads no shortcode there. Ask an administrator to activate the plugin.',
      way: 'placeholder',
      system: 'wordpress',
    };
  }
  return {
    level: 'fair',
    verdict: `This is the ${what} of our WordPress plugin, as the editor stores it.`,
    advice:
      'Visitors see the numbers only where the plugin is active. Paste the source of the published page instead: “View page source” in your browser.',
  };
}

function nothing({ markers, due, frames, scripts, changed, tags, ourPage }: Findings): Verdict | undefined {
  if (markers.length || due.length || frames.length || changed.length || tags) return undefined;
  if (scripts.length) {
    return {
      level: 'fair',
      verdict: 'The script line is here, and nothing for it to draw.',
      advice: 'Paste the snippet into the page too.',
      way: 'placeholder',
    };
  }
  if (ourPage) {
    return {
      level: 'empty',
      verdict: 'There is a link to our page, and nothing else of ours.',
      advice: 'It leads to the page with the numbers. Nothing is drawn here, and that is in order if you meant a link.',
    };
  }
  return {
    level: 'empty',
    verdict: 'We found nothing of ours.',
    advice:
      'Is it the right page, and all of it? Use “View page source” in your browser, copy everything, and paste it here.',
    way: 'placeholder',
  };
}

/** The verdict on markup that must not be published. */
function wrong(found: Findings): Verdict | undefined {
  const { tags, wrong: numbers, needs999, has999, markers, drawn, wordpress, codeBlock } = found;
  const way = markers[0]?.form ?? 'placeholder';
  if (tags) {
    const where = codeBlock ? 'The snippet stands in a code block.' : 'The snippet was pasted where words are typed.';
    return {
      level: 'stop',
      verdict: 'Do not publish this: visitors see the tags as words.',
      advice: wordpress
        ? `${where} Delete it. ${IN_WORDPRESS}`
        : `${where} Open the source or HTML view of your editor, and paste it there. In WordPress, that is a “Custom HTML” block.`,
      way: 'placeholder',
      ...(wordpress && { system: 'wordpress' }),
    };
  }
  if (numbers.length) {
    return { level: 'stop', verdict: 'Do not publish this: a number is wrong.', advice: numbers[0] ?? '', way };
  }
  // a link marker needs no 999 next to it, because its page has all numbers
  if (!needs999 || has999 || (drawn.length && markers.every(({ form }) => form === 'link'))) return undefined;
  return {
    level: 'stop',
    verdict: 'Do not publish this: 999 cannot be read.',
    advice: 'Without the script nobody finds 999 there. Paste the whole snippet again, with the numbers in it.',
    way,
  };
}

/** What to do in WordPress, where a snippet that is pasted straight into the page loses its div. */
const IN_WORDPRESS = 'Add the block of our plugin, or paste the snippet into a “Custom HTML” block.';

const staying = ({ needs999 }: Findings): string => (needs999 ? 'Numbers stay' : 'A link stays');

function drawn(found: Findings): Verdict {
  const { drawn: all, scripts, whole, settings, missing, lostAudience, markers, needs999, has999 } = found;
  const way = markers[0]?.form;
  const names = unique(all.map(({ element, audience }) => nameOf(element, audience)));
  // In view a link stays one until somebody presses it.
  const pressed =
    all.length && markers.every(({ form }) => form === 'link') ? ' (in view once the link is pressed)' : '';
  const will = `${and(names)} ${names.length > 1 || all[0]?.element === 'signs' ? 'are' : 'is'} drawn${pressed}`;
  if (scripts.length && scripts.every(({ bad }) => bad.length)) {
    return {
      level: 'fair',
      verdict: `${staying(found)}, but nothing will be drawn: the script line does not work.`,
      advice: 'Put the script line right. What is wrong with it stands below.',
    };
  }
  if (whole && !scripts.length) {
    return {
      level: 'fair',
      verdict: `${staying(found)}, but nothing is drawn: the script line is not on this page.`,
      advice:
        'Ask whoever runs the site to install the script line once for all pages. If a tag manager brings it, look at the page itself.',
    };
  }
  if (settings.length) {
    return {
      level: 'fair',
      verdict: `It will work, but not as it was set: ${will}.`,
      advice: settings[0] ?? '',
      way,
    };
  }
  if (lostAudience) {
    return {
      level: 'fair',
      verdict: 'It will work, but for everyone: the audience was taken away.',
      advice: lostAudience,
      way: 'link',
    };
  }
  if (missing.length) {
    return {
      level: 'fair',
      verdict: has999
        ? 'It will be drawn, but without the script not every number stands there.'
        : 'It will be drawn, but without the script only a link stands there.',
      advice: `Missing: ${and(missing)}. Paste the whole snippet again.`,
      way,
    };
  }
  return {
    level: 'good',
    verdict: `It will work${scripts.length ? '' : ' where the script is installed'}: ${will}, and without the script ${needs999 ? 'the numbers stand' : 'a link stands'} there.`,
    advice: scripts.length
      ? ''
      : 'The script line is not in what you pasted. Make sure that it is installed once for the whole site.',
  };
}

function notDrawn(found: Findings): Verdict {
  const { words, due, frames, markers, changed, quotes, calls, pages, mayBePlain, wordpress } = found;
  if (words) {
    return {
      level: 'fair',
      verdict: 'These are the words alone. The numbers stand there; what is drawn cannot be told from words.',
      advice:
        'Paste the source of the published page instead: “View page source” in your browser, or the HTML view of your editor.',
      way: 'plain',
    };
  }
  if (frames.length && !due.length) {
    return {
      level: 'fair',
      verdict: 'Our page stands in a frame, and no number stands beside it.',
      advice: 'A frame can stay empty. Put the numbers as text above it.',
      way: 'iframe',
    };
  }
  if (frames.length) {
    return {
      level: 'good',
      verdict: 'It will work: our page stands in a frame, and if the frame stays empty the numbers stand there.',
      advice: 'Look at the published page: this checker cannot look into the frame.',
    };
  }
  const verdict = due.length ? `${staying(found)}, but nothing is drawn.` : 'Nothing is drawn.';
  const fair = (advice: string, way: Verdict['way']): Verdict => ({ level: 'fair', verdict, advice, way });
  if (quotes) {
    return fair(
      'The quotation marks in the tags are curly. Paste the snippet again, into the source or HTML view.',
      'placeholder',
    );
  }
  const [marker] = markers;
  if (marker?.form === 'link') return fair('Give the link a paragraph of its own, with nothing else in it.', 'link');
  if (marker) return fair(marker.says, marker.instead);
  if (changed.length) return fair('Your system changed the class, so the script does not find it.', 'link');
  if (mayBePlain) {
    return fair(
      'If you chose plain text and links, this is as it should be. If not, the snippet was pasted straight into the page, or your system took away what the script looks for.',
      'link',
    );
  }
  const noLinks = calls.due + pages.due > 0 && !calls.there && !pages.there;
  if (noLinks) return fair('Your system took away every link. Words are what it leaves you.', 'plain');
  if (due[0]?.way === 'link')
    return fair('Your system took away the link that the script looks for. Plain text and links may stay.', 'plain');
  if (wordpress) {
    return {
      ...fair(
        `The snippet was pasted straight into the page, where WordPress keeps its words and links and drops its div. ${IN_WORDPRESS}`,
        'placeholder',
      ),
      system: 'wordpress',
    };
  }
  return fair(
    'The snippet was pasted straight into the page, or your system took away what the script looks for. Paste it into the source or HTML view; in WordPress, into a “Custom HTML” block. If the same happens there, build it with the link: most systems keep one.',
    'link',
  );
}
