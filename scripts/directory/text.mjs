// Helpers that the tools share which print the directory.
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WIDTH = 100;
const DAY = 86_400_000;

/** 23 November 2026 */
export const inWords = (date) => `${+date.slice(8)} ${MONTHS[+date.slice(5, 7) - 1]} ${date.slice(0, 4)}`;

export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export const daysAfter = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Breaks a paragraph at 100 columns, but never within a number. Indents each later line to the words of the first. */
export function wrap(text, first = '', rest = ' '.repeat(first.length)) {
  const lines = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOLIDAYS = { open: 'bank holidays too', closed: 'closed on bank holidays', unknown: 'bank holidays not known' };

export function hoursInWords(hours) {
  if (!hours) return 'hours not known';
  if (hours === 'always') return 'day and night';
  const days = (numbers) => {
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (numbers.length > 2 && last - first === numbers.length - 1) return `${WEEK[first - 1]} to ${WEEK[last - 1]}`;
    return numbers.map((number) => WEEK[number - 1]).join(', ');
  };
  const rules = hours.weekly.map((rule) => `${days(rule.days)} ${rule.opens} to ${rule.closes}`);
  return `${rules.join('; ')}; ${HOLIDAYS[hours.bankHolidays]}`;
}

const TYPES = { phone: 'Call', sms: 'Text', relay: 'Relay UK', bsl: 'Sign language', email: 'Email' };
const USES = { report: 'Report at', chat: 'Chat at', find: 'Find at', read: 'Read at' };

/** @param {import('../../src/core/directory.ts').Channel} channel */
export const channelInWords = ({ type, value, use, word }) =>
  `${TYPES[type] ?? USES[use]} ${value}${word ? ` with the word ${word}` : ''}`;
