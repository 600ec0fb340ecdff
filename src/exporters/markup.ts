/** Markup that escapes everything: a value in a template is text unless it is markup made here. */

/** Markup made by `html` or `trustedMarkup`. The field is private to this module, so no text passes for it. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/** A template whose values are escaped; lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((part, index) => part + markupOf(values[index])).join(''));
}

/** Markup from our own modules: a style sheet, a checked picture. Never for anything that came from a file. */
export function trustedMarkup(markup: string): Html {
  return new Html(markup);
}

function markupOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escapeText(value);
  return typeof value === 'number' ? String(value) : value.map(markupOf).join('');
}

/** More than HTML needs: what is left spells no attribute, address or comment even to a reader that takes no care. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
  '/': '&#47;',
  ':': '&#58;',
};

/** Controls, lone surrogates, direction marks and invisible spaces; the joiners of Persian words and emoji stay. */
const DECEPTIVE = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

function escapeText(text: string): string {
  return madeVisible(text).replace(/[&<>"'`=/:]/g, escapeOf);
}

/** What is text inside markup from elsewhere, with its own entities, made as careful as ours. */
export function escapeFurther(markupText: string): string {
  return madeVisible(markupText).replace(/['`=/:]/g, escapeOf);
}

function madeVisible(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(DECEPTIVE, '\uFFFD');
}

function escapeOf(character: string): string {
  return ESCAPES[character] ?? character;
}
