// The markup of the description for each library, with its components and classes if it has them and plain HTML otherwise.
import { plain } from './markup.mjs';

const text = (words, name, size) => ({
  heading: (inside, { level, more }) =>
    `<h${level} class="${name}-heading-${{ 2: 'l', 3: 'm' }[level] ?? size}"${more}>${inside}</h${level}>`,
  ...words,
});

export const govuk = text(
  {
    paragraph: (inside) => `<p class="govuk-body">${inside}</p>`,
    list: (inside) => `<ul class="govuk-list">${inside}</ul>`,
    cards: (inside, { of }) => `<ul class="govuk-list" data-list="${of}">${inside}</ul>`,
    card: (inside, { more }) => `<li${more}>${inside}</li>`,
    group: (inside) => inside,
    row: (inside, { of }) => `<div class="govuk-${/now/.test(of) ? 'inset-text' : 'button-group'}">${inside}</div>`,
    result: (inside) => `<span class="govuk-body" role="status" data-result>${inside}</span>`,
    reason: (inside) => `<span class="govuk-hint" data-reason>${inside}</span>`,
    details: (inside, { summary, more }) =>
      `<details class="govuk-details"${more}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary><div class="govuk-details__text">${inside}</div></details>`,
    question: (inside, { legend, index }) =>
      `<div class="govuk-form-group" data-question="${index}"><fieldset class="govuk-fieldset" aria-label="${legend}"><div class="govuk-radios govuk-radios--inline" data-module="govuk-radios">${inside}</div></fieldset></div>`,
    answer: (inside, { name, index }) =>
      `<div class="govuk-radios__item"><input class="govuk-radios__input" id="${name}-${index}" type="radio" name="${name}" value="${index}"><label class="govuk-label govuk-radios__label" for="${name}-${index}">${inside}</label></div>`,
    link: (inside, { look, more }) =>
      look === 'button' || look === 'call'
        ? `<a class="govuk-button${look === 'call' ? ' govuk-button--warning' : ''}" role="button" draggable="false" data-module="govuk-button"${more}>${inside}</a>`
        : `<a class="govuk-link"${more}>${inside}</a>`,
    button: (inside, { of, more }) =>
      `<button type="button" class="govuk-button${of === 'lead' ? '' : ' govuk-button--secondary'}" data-module="govuk-button"${more}>${inside}</button>`,
  },
  'govuk',
  's',
);

export const nhsuk = text(
  {
    paragraph: (inside) => `<p class="nhsuk-body">${inside}</p>`,
    list: (inside) => `<ul class="nhsuk-list">${inside}</ul>`,
    cards: (inside, { of }) => `<ul class="nhsuk-list" data-list="${of}">${inside}</ul>`,
    card: (inside, { more }) => `<li${more}>${inside}</li>`,
    group: (inside) => inside,
    row: (inside, { of }) => `<div class="nhsuk-${/now/.test(of) ? 'inset-text' : 'button-group'}">${inside}</div>`,
    result: (inside) => `<span class="nhsuk-body" role="status" data-result>${inside}</span>`,
    reason: (inside) => `<span class="nhsuk-hint" data-reason>${inside}</span>`,
    details: (inside, { summary, more }) =>
      `<details class="nhsuk-details"${more}><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${summary}</span></summary><div class="nhsuk-details__text">${inside}</div></details>`,
    question: (inside, { legend, index }) =>
      `<div class="nhsuk-form-group" data-question="${index}"><fieldset class="nhsuk-fieldset" aria-label="${legend}"><div class="nhsuk-radios nhsuk-radios--inline" data-module="nhsuk-radios">${inside}</div></fieldset></div>`,
    answer: (inside, { name, index }) =>
      `<div class="nhsuk-radios__item"><input class="nhsuk-radios__input" id="${name}-${index}" type="radio" name="${name}" value="${index}"><label class="nhsuk-label nhsuk-radios__label" for="${name}-${index}">${inside}</label></div>`,
    link: (inside, { look, more }) =>
      look === 'button' || look === 'call'
        ? `<a class="nhsuk-button${look === 'call' ? ' nhsuk-button--warning' : ''}" role="button" draggable="false" data-module="nhsuk-button"${more}>${inside}</a>`
        : `<a${more}>${inside}</a>`,
    button: (inside, { of, more }) =>
      `<button type="button" class="nhsuk-button${of === 'lead' ? '' : ' nhsuk-button--secondary'}" data-module="nhsuk-button"${more}>${inside}</button>`,
  },
  'nhsuk',
  's',
);

/** Shoelace and its successor Web Awesome, which have the same components under two names. */
const shoelaceAs = (prefix, solid) => ({
  details: (inside, { summary, plainly, more }) =>
    plainly
      ? `<${prefix}-details summary="${summary}"${more}>${inside}</${prefix}-details>`
      : `<${prefix}-details${more}><span slot="summary">${summary}</span>${inside}</${prefix}-details>`,
  question: (inside, { legend, index }) =>
    `<${prefix}-radio-group label="${legend}" name="q${index + 1}" data-question="${index}">${inside}</${prefix}-radio-group>`,
  answer: (inside, { index }) => `<${prefix}-radio value="${index}">${inside}</${prefix}-radio>`,
  button: (inside, { of, more }) =>
    `<${prefix}-button${of === 'lead' ? solid : ''}${more}>${inside}</${prefix}-button>`,
});
export const shoelace = shoelaceAs('sl', ' variant="primary"');
export const webawesome = shoelaceAs('wa', ' variant="brand"');

/** Material has no disclosures, so these are plain HTML. */
export const material = {
  answer: (inside, { name, index }) => `<label><md-radio name="${name}" value="${index}"></md-radio> ${inside}</label>`,
  button: (inside, { of, more }) =>
    of === 'lead'
      ? `<md-filled-button${more}>${inside}</md-filled-button>`
      : `<md-outlined-button${more}>${inside}</md-outlined-button>`,
};

/** The words of an answer in the summary of its question, as an expression. */
const saidOf = ({ index, answers, none }) => `${JSON.stringify(answers)}[answers[${index}]] ?? ${JSON.stringify(none)}`;

const keyed = (more) => more + more.replace(/^ data-card=("\w+").*$/, ' key=$1');
/** Templates of htm, as source text. */
export const preact = {
  text: (words) => words.replaceAll(/[`\\$]/g, '\\$&'),
  value: (words) => words.replaceAll(/[`\\$]/g, '\\$&').replaceAll('"', '”'),
  cards: (_, { of }) => `<ul class="rows" data-list="${of}">\${${of}}</ul>`,
  card: (inside, { more }) => `<li class="band row"${keyed(more)}>${inside}</li>`,
  reason: () => '<span>${reason}</span>',
  result: () => '<span role="status">${result}</span>',
  given: (_, node) => `<strong>\${${saidOf(node)}}</strong>`,
  count: (_, { of }) => `\${counts.${of}[${of}.length]}`,
  checked: (question, answer) => ` checked=\${answers[${question}] === ${answer}}`,
  answer: (inside, { name, index, more }) =>
    `<label><input type="radio" name="${name}" value="${index}" autocomplete="off"${more} /> ${inside}</label>`,
  unlessEmpty: (details) => `\${more.length > 0 && html\`${details}\`}`,
};

const braced = (words) => plain.text(words).replaceAll(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);
/** The markup of a Svelte component. */
export const svelte = {
  text: braced,
  value: braced,
  cards: (_, { of }) =>
    `<ul class="rows" data-list="${of}">${
      of === 'support'
        ? '{#each found.support as card (card)}{@render support[card]()}{/each}'
        : `{#each found.${of} as { card, reason } (card)}{@render routes[card](reason)}{/each}`
    }</ul>`,
  reason: () => '<span>{reason}</span>',
  result: () => '<span role="status">{found.result}</span>',
  given: (_, node) => `<strong>{${saidOf(node)}}</strong>`,
  count: (_, { of }) => `{counts.${of}[found.${of}.length]}`,
  checked: (question, answer) => ` checked={answers[${question}] === ${answer}}`,
  unlessEmpty: (details) => `{#if found.more.length}${details}{/if}`,
};
