/** The book of obligations: the rules that come with Termwise, with those that the user added as data. */
import { type Day, dayToText, parseDay } from '../../days.ts';
import { obligationRuleWords } from '../../text/en/obligation-rules.ts';
import { OBLIGATION_FACTS, type ObligationRuleId } from './facts.ts';
import type { ObligationPack, ObligationRule, RuleDay, RuleFigure, Statement, Topic } from './types.ts';

interface AnyWords {
  readonly title: string;
  readonly statements: readonly string[];
  readonly days?: Readonly<Record<string, Omit<RuleDay, 'key' | 'day'>>>;
  readonly figures?: Readonly<Record<string, string>>;
}
interface AnyFacts {
  readonly topic: Topic;
  readonly statements: readonly Omit<Statement, 'text'>[];
  readonly days?: Readonly<Record<string, string>>;
  readonly figures?: Readonly<Record<string, readonly Omit<RuleFigure, 'key' | 'what'>[]>>;
}

/** Every rule that comes with Termwise, in the order of ids. */
export const OBLIGATION_RULES: readonly ObligationRule[] = (Object.keys(OBLIGATION_FACTS) as ObligationRuleId[]).map(
  (id) => joined(id, obligationRuleWords[id], OBLIGATION_FACTS[id]),
);

function joined(id: string, words: AnyWords, { topic, statements, days = {}, figures = {} }: AnyFacts): ObligationRule {
  return {
    id,
    topic,
    title: words.title,
    statements: statements.map((facts, place) => ({ text: words.statements[place] ?? '', ...facts })),
    days: Object.entries(words.days ?? {}).map(([key, said]) => ({ key, day: days[key] ?? '', ...said })),
    figures: Object.entries(words.figures ?? {}).flatMap(([key, what]) =>
      (figures[key] ?? []).map((figure) => ({ key, what, ...figure })),
    ),
  };
}

/**
 * The rules with those of packs. A known id keeps its title and gets further statements; its days are replaced by key, and
 * figures come behind its own, so that they count before them while they are in force.
 */
export function obligationBook(packs: readonly ObligationPack[]): readonly ObligationRule[] {
  const book = new Map(OBLIGATION_RULES.map((rule) => [rule.id, rule]));
  for (const { name, rules } of packs)
    for (const rule of rules) {
      const known = book.get(rule.id);
      const own = owned(rule, name);
      book.set(rule.id, known ? extended(known, own) : own);
    }
  return [...book.values()];
}

/** A rule of the user's, marked in all its parts as what it is. */
function owned(rule: ObligationRule, own: string): ObligationRule {
  return {
    ...rule,
    own,
    statements: rule.statements.map((one) => ({ ...one, own })),
    days: rule.days.map((one) => ({ ...one, own })),
    figures: rule.figures.map((one) => ({ ...one, own })),
  };
}

function extended(known: ObligationRule, added: ObligationRule): ObligationRule {
  const days = new Set(added.days.map(({ key }) => key));
  return {
    ...known,
    ...(added.own === undefined ? {} : { own: added.own }),
    statements: [...known.statements, ...added.statements],
    days: [...known.days.filter(({ key }) => !days.has(key)), ...added.days],
    figures: [...known.figures, ...added.figures],
  };
}

/** Whether a statement or figure holds on a day: its first and last day do. */
export function isInForce({ from = '', until = '9999-12-31' }: Pick<Statement, 'from' | 'until'>, day: Day): boolean {
  const text = dayToText(day);
  return from <= text && text <= until;
}

/** A named day of a rule; undefined where the book does not hold it. */
export function ruleDay(book: readonly ObligationRule[], id: string, key: string): Day | undefined {
  const found = book.find((rule) => rule.id === id)?.days.find((one) => one.key === key);
  return found && parseDay(found.day);
}

/** A figure of a rule as it stands on a day; undefined where none is in force. The latest one counts. */
export function ruleFigure(book: readonly ObligationRule[], id: string, key: string, day: Day): RuleFigure | undefined {
  const figures = book.find((rule) => rule.id === id)?.figures ?? [];
  return figures.filter((one) => one.key === key && isInForce(one, day)).at(-1);
}
