/** The book of obligations as the screen lists it. */
import { parseDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import type { ObligationRule, RuleFigure, Statement, Topic } from '../../../core/obligations/rules/types.ts';
import { TOPICS } from '../../../core/obligations/rules/types.ts';
import { obligationPacksText } from '../../../core/text/en/obligation-packs.ts';
import { obligationsText } from '../../../core/text/en/obligations.ts';

const text = obligationsText.rules;

export interface TopicRules {
  readonly topic: Topic;
  readonly rules: readonly ObligationRule[];
}

/** The rules that hold all words of a search, by topic; topics without any are left out. */
export function rulesByTopic(book: readonly ObligationRule[], search: string): readonly TopicRules[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = book.filter((rule) => {
    const all = textOf(rule);
    return words.every((word) => all.includes(word));
  });
  return TOPICS.map((topic) => ({ topic, rules: found.filter((rule) => rule.topic === topic) })).filter(
    ({ rules }) => rules.length > 0,
  );
}

function textOf({ id, topic, title, statements, days, figures }: ObligationRule): string {
  const parts = [
    id,
    obligationsText.topics[topic],
    title,
    ...statements.flatMap((one) => [one.text, one.source]),
    ...days.flatMap(({ day, what, ifMet, ifMissed }) => [day, what, ifMet, ifMissed]),
    ...figures.flatMap(({ value, unit, what }) => [value, unit, what]),
  ];
  return parts.join('\n').toLowerCase();
}

/** A day of a rule in the reader's way of writing it. */
export function dayWords(day: string, format: Format): string {
  const parsed = parseDay(day);
  return parsed === undefined ? day : format.day(parsed);
}

/** Since when and until when something is so; empty where no source dates it. */
export function spanWords({ from, until }: Pick<Statement, 'from' | 'until'>, format: Format): string {
  return [
    ...(from === undefined ? [] : [text.from(dayWords(from, format))]),
    ...(until === undefined ? [] : [text.until(dayWords(until, format))]),
  ].join(', ');
}

/** The rows of a rule's table of days. */
export function dayRows({ days }: ObligationRule, format: Format): readonly (readonly string[])[] {
  return days.map(({ day, what, ifMet, ifMissed, own }) => [marked(what, own), dayWords(day, format), ifMet, ifMissed]);
}

/** The rows of a rule's table of figures. */
export function figureRows({ figures }: ObligationRule, format: Format): readonly (readonly string[])[] {
  return figures.map((figure) => [
    marked(figure.what, figure.own),
    figureWords(figure, format),
    spanWords(figure, format) || text.always,
  ]);
}

/** What comes from the user’s rules says so. */
function marked(what: string, own: string | undefined): string {
  return own === undefined ? what : `${what} (${obligationPacksText.own(own)})`;
}

/** A figure with its unit. */
export function figureWords({ value, unit }: Pick<RuleFigure, 'value' | 'unit'>, format: Format): string {
  const shown = /^\d{1,15}$/.test(value) ? format.count(Number(value)) : value;
  return text.units[unit]?.(shown) ?? `${shown} ${unit}`;
}
