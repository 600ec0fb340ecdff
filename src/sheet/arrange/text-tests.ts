/** Conditions on texts: each text of a dictionary is asked once, in steps, and what was typed before is built upon. */
import type { TextColumn } from '../../core/table.ts';
import type { RowTest } from '../kernels/filter.ts';
import type { TextTest } from '../model/table-view.ts';

/** Texts between two pauses: a few milliseconds. */
const STEP = 16_384;

/** Languages whose lower case is their own: `I` is `ı` in Turkish. */
const OWN_CASE = /^(?:tr|az|lt)\b/i;

type Dictionary = readonly string[];

/** The lower case of a dictionary in the locale asked for last. It is never changed, so this holds as long as it lives. */
const lowered = new WeakMap<Dictionary, { readonly locale: string; readonly texts: readonly string[] }>();

/** The texts of a dictionary that have a part, for what was typed last: the next letter only narrows it. */
const searched = new WeakMap<
  Dictionary,
  { readonly key: string; readonly part: string; readonly codes: Uint32Array }
>();

/** A text in lower case by the rules of a language. */
export function lowerCase(text: string, locale: string): string {
  return OWN_CASE.test(locale) ? text.toLocaleLowerCase(locale) : text.toLowerCase();
}

/** Rows whose text meets a condition, letter case aside; `lacks` and `is-not` keep empty cells, as a spreadsheet does. */
export function* textTestSteps(
  column: TextColumn,
  test: TextTest,
  text: string,
  locale: string,
): Generator<undefined, RowTest> {
  const { codes, values } = column;
  if (test === 'contains' || test === 'lacks') {
    const found = yield* codesWith(values, text, locale);
    const passes = new Uint8Array(values.length);
    for (const code of found) passes[code] = 1;
    const wanted = test === 'contains' ? 1 : 0;
    return (row) => passes[codes[row] ?? 0] === wanted;
  }
  const lower = lowerCase(text, locale);
  const texts = yield* lowerTexts(values, locale);
  const passes = new Uint8Array(values.length);
  for (let code = 0; code < values.length; code++) {
    if (code % STEP === STEP - 1) yield;
    passes[code] = meets(texts[code] ?? '', test, lower) ? 1 : 0;
  }
  return (row) => passes[codes[row] ?? 0] === 1;
}

function meets(text: string, test: Exclude<TextTest, 'contains' | 'lacks'>, part: string): boolean {
  switch (test) {
    case 'is':
      return text === part;
    case 'is-not':
      return text !== part;
    case 'begins':
      return text.startsWith(part);
    case 'ends':
      return text.endsWith(part);
  }
}

/** The codes of the texts that have a part, letter case aside. */
export function* codesWith(values: Dictionary, part: string, locale: string): Generator<undefined, Uint32Array> {
  const lower = lowerCase(part, locale);
  const texts = yield* lowerTexts(values, locale);
  const before = searched.get(values);
  const isNarrower = before?.key === locale && before.part !== '' && lower.includes(before.part);
  const candidates = isNarrower ? before.codes : undefined;
  const count = candidates?.length ?? values.length;
  const found = new Uint32Array(count);
  let length = 0;
  for (let at = 0; at < count; at++) {
    if (at % STEP === STEP - 1) yield;
    const code = candidates ? (candidates[at] ?? 0) : at;
    if ((texts[code] ?? '').includes(lower)) found[length++] = code;
  }
  const codes = found.slice(0, length);
  searched.set(values, { key: locale, part: lower, codes });
  return codes;
}

function* lowerTexts(values: Dictionary, locale: string): Generator<undefined, readonly string[]> {
  const known = lowered.get(values);
  if (known?.locale === locale) return known.texts;
  const texts: string[] = [];
  for (const text of values) {
    if (texts.length % STEP === STEP - 1) yield;
    texts.push(lowerCase(text, locale));
  }
  lowered.set(values, { locale, texts });
  return texts;
}
