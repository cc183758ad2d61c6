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
    cards: (inside, { of }) => `<ol class="govuk-list" data-list="${of}">${inside}</ol>`,
    card: (inside, { more }) =>
      `<li class="govuk-summary-card"${more}><div class="govuk-summary-card__content">${inside}</div></li>`,
    group: (inside, { of }) => (of === 'emergency' ? `<div class="govuk-inset-text">${inside}</div>` : inside),
    row: (inside) => `<div class="govuk-button-group">${inside}</div>`,
    result: (inside) => `<span class="govuk-body" role="status" data-result>${inside}</span>`,
    reason: (inside) => `<span class="govuk-hint" data-reason>${inside}</span>`,
    details: (inside, { summary }) =>
      `<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary><div class="govuk-details__text">${inside}</div></details>`,
    question: (inside, { legend, index }) =>
      `<div class="govuk-form-group" data-question="${index}"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${legend}</legend><div class="govuk-radios govuk-radios--inline" data-module="govuk-radios">${inside}</div></fieldset></div>`,
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
    cards: (inside, { of }) => `<ol class="nhsuk-list" data-list="${of}">${inside}</ol>`,
    card: (inside, { more }) => `<li class="nhsuk-card"${more}><div class="nhsuk-card__content">${inside}</div></li>`,
    group: (inside, { of }) => (of === 'emergency' ? `<div class="nhsuk-inset-text">${inside}</div>` : inside),
    row: (inside) => `<div class="nhsuk-button-group">${inside}</div>`,
    result: (inside) => `<span class="nhsuk-body" role="status" data-result>${inside}</span>`,
    reason: (inside) => `<span class="nhsuk-hint" data-reason>${inside}</span>`,
    details: (inside, { summary }) =>
      `<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${summary}</span></summary><div class="nhsuk-details__text">${inside}</div></details>`,
    question: (inside, { legend, index }) =>
      `<div class="nhsuk-form-group" data-question="${index}"><fieldset class="nhsuk-fieldset"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">${legend}</legend><div class="nhsuk-radios nhsuk-radios--inline" data-module="nhsuk-radios">${inside}</div></fieldset></div>`,
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
  cards: (inside, { of }) => `<div class="cards" data-list="${of}">${inside}</div>`,
  card: (inside, { more }) => `<${prefix}-card class="card"${more}>${inside}</${prefix}-card>`,
  details: (inside, { summary }) => `<${prefix}-details summary="${summary}">${inside}</${prefix}-details>`,
  question: (inside, { legend, index }) =>
    `<${prefix}-radio-group label="${legend}" name="q${index + 1}" data-question="${index}">${inside}</${prefix}-radio-group>`,
  answer: (inside, { index }) => `<${prefix}-radio value="${index}">${inside}</${prefix}-radio>`,
  button: (inside, { of, more }) =>
    `<${prefix}-button${of === 'lead' ? solid : ''}${more}>${inside}</${prefix}-button>`,
});
export const shoelace = shoelaceAs('sl', ' variant="primary"');
export const webawesome = shoelaceAs('wa', ' variant="brand"');

/** Material has no folds and only experimental cards, so these are plain HTML. */
export const material = {
  answer: (inside, { name, index }) => `<label><md-radio name="${name}" value="${index}"></md-radio> ${inside}</label>`,
  button: (inside, { of, more }) =>
    of === 'lead'
      ? `<md-filled-button${more}>${inside}</md-filled-button>`
      : `<md-outlined-button${more}>${inside}</md-outlined-button>`,
};

const keyed = (more) => more + more.replace(/^ data-card=("\w+").*$/, ' key=$1');
/** Templates of htm, as source text. */
export const preact = {
  text: (words) => words.replaceAll(/[`\\$]/g, '\\$&'),
  value: (words) => words.replaceAll(/[`\\$]/g, '\\$&').replaceAll('"', '”'),
  cards: (_, { of }) => `<ol class="cards" data-list="${of}">\${${of}}</ol>`,
  card: (inside, { more }) => `<li class="card"${keyed(more)}>${inside}</li>`,
  reason: () => '<span class="quiet">${reason}</span>',
  result: () => '<span role="status">${result}</span>',
  checked: (question, answer) => ` checked=\${answers[${question}] === ${answer}}`,
  answer: (inside, { name, index, more }) =>
    `<label><input type="radio" name="${name}" value="${index}" autocomplete="off"${more} /> ${inside}</label>`,
  moreHeading: (heading) => `\${more.length > 0 && html\`${heading}\`}`,
  button: (inside, node) => plain.button(node.of === 'all' ? '${all}' : inside, node),
};

const braced = (words) => plain.text(words).replaceAll(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);
const routes = { first: 'found.routes.slice(0, FIRST)', more: 'found.routes.slice(FIRST)' };
/** The markup of a Svelte component. */
export const svelte = {
  text: braced,
  value: braced,
  cards: (_, { of }) =>
    `<ol class="cards" data-list="${of}">${
      of === 'support'
        ? '{#each found.support as card (card)}{@render support[card]()}{/each}'
        : `{#each ${routes[of]} as { card, reason } (card)}{@render routes[card](reason)}{/each}`
    }</ol>`,
  card: (inside, { more }) => `<li class="card"${more}>${inside}</li>`,
  reason: () => '<span class="quiet">{reason}</span>',
  result: () => '<span role="status">{found.result}</span>',
  checked: (question, answer) => ` checked={answers[${question}] === ${answer}}`,
  moreHeading: (heading) => `{#if found.routes.length > FIRST}${heading}{/if}`,
  button: (inside, node) => plain.button(node.of === 'all' ? '{all}' : inside, node),
};
