/** A value written by a format code, as TEXT does. */
import { type FormulaError, errorOf } from '../../formula/value.ts';
import { dateInSection } from './date-section.ts';
import { wordsOf } from './written-words.ts';
import { numberInSection } from './number-section.ts';
import { type Section, sectionsOf } from './sections.ts';

/**
 * A number as the code writes it, with the separators and the month names of the locale; the code itself is written as in en-US.
 * `#VALUE!` for what is no date under a date's code.
 */
export function formatNumber(value: number, code: string, locale: string): string | FormulaError {
  if (code === '') return '';
  const words = wordsOf(locale);
  const sections = sectionsOf(code);
  const { section, showsSign } = choose(value, sections);
  if (section.isDate)
    return value < 0 ? errorOf('#VALUE!') : (dateInSection(value, section, words) ?? errorOf('#VALUE!'));
  if (section.tokens.length === 0 && sections.length > 1) return '';
  if (isFraction(section)) return errorOf('#VALUE!');
  return (showsSign && value < 0 ? '-' : '') + numberInSection(Math.abs(value), section, words);
}

/** `# ?/?`: not known here. */
function isFraction({ tokens }: Section): boolean {
  return tokens.some((token, index) => {
    const isStroke = token.kind === 'literal' && token.text === '/';
    return isStroke && tokens[index - 1]?.kind === 'digit' && tokens[index + 1]?.kind === 'digit';
  });
}

/** A text as the code writes it: in its text section, else as it is. */
export function formatText(text: string, code: string): string {
  const sections = sectionsOf(code);
  const section = sections[3] ?? (sections.length < 4 ? sections.find(({ hasText }) => hasText) : undefined);
  if (section === undefined) return text;
  return section.tokens
    .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
    .join('');
}

interface Choice {
  readonly section: Section;
  /** False where the section stands for negative numbers alone and brings its own sign. */
  readonly showsSign: boolean;
}

function choose(value: number, sections: readonly Section[]): Choice {
  const numeric =
    sections.length > 1 && sections.at(-1)?.hasText === true ? sections.slice(0, -1) : sections.slice(0, 3);
  const [first = sections[0], second, third] = numeric;
  if (first === undefined) return { section: { tokens: [], isDate: false, hasText: false }, showsSign: true };
  if (first.condition !== undefined) return byCondition(value, first, numeric.slice(1));
  if (second === undefined || value > 0) return { section: first, showsSign: true };
  if (value < 0) return { section: second, showsSign: false };
  return { section: third ?? first, showsSign: true };
}

function byCondition(value: number, first: Section, others: readonly Section[]): Choice {
  for (const section of [first, ...others]) {
    if (section.condition?.(value) === true) return { section, showsSign: true };
  }
  const rest = others.filter(({ condition }) => condition === undefined);
  const section = rest.at(-1) ?? others.at(-1) ?? first;
  return { section, showsSign: true };
}
