// The routes of an answer, for every variant, from a table of the product's own decisions.
import { names, reasons, sizes, table } from 'content';

const rows = table.split(' ');
const index = (letter) => letter.charCodeAt(0) - (letter < 'a' ? 39 : 97);
const routesOf = (letters) =>
  (letters.match(/../g) ?? []).map(([card, reason]) => ({ card: index(card), reason: reasons[index(reason)] }));

/** @param {number[]} answers the position of each answer, or -1 for none */
export function order([who, where, name]) {
  const row = rows[((who + 1) * sizes[1] + where + 1) * sizes[2] + name + 1];
  const [inSight, others, support] = row.split('|');
  const [first, more] = [routesOf(inSight), routesOf(others)];
  const places = first.length + more.length;
  return {
    first,
    more,
    support: [...support].map(index),
    result: `${places} ${places === 1 ? 'place' : 'places'} to tell. First: ${names[first[0].card]}.`,
  };
}
