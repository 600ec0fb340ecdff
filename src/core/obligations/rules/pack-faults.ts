/** What is wrong in rules that have the right shape: days the wrong way round, the same thing twice, a known rule taken for another. */
import { type ScenarioProblem, fail } from '../../scenario/decoders.ts';
import { OBLIGATION_RULES } from './book.ts';
import type { ObligationPack, ObligationRule, RuleFigure, Statement } from './types.ts';

/** Rules of one file, and all of their statements, days and figures together. */
const MOST_RULES = 500;
const MOST_PARTS = 50;

/** The faults, each with its path; none when the rules can be used. */
export function faultsOf({ rules }: ObligationPack): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  if (rules.length === 0 || rules.length > MOST_RULES)
    fail(problems, 'obligations-how-many', 'rules', { most: MOST_RULES });
  const ids = new Set<string>();
  for (const [place, rule] of rules.entries()) {
    const path = `rules[${String(place)}]`;
    if (ids.has(rule.id)) fail(problems, 'obligations-twice', `${path}.id`, { value: rule.id });
    ids.add(rule.id);
    ruleFaults(rule, path, problems);
  }
  return problems;
}

function ruleFaults(rule: ObligationRule, path: string, problems: ScenarioProblem[]): void {
  const { statements, days, figures } = rule;
  for (const [name, list] of Object.entries({ statements, days, figures }))
    if (list.length > MOST_PARTS) fail(problems, 'obligations-how-many', `${path}.${name}`, { most: MOST_PARTS });
  if (statements.length === 0) fail(problems, 'obligations-no-source', `${path}.statements`);
  for (const [place, statement] of statements.entries())
    spanFault(statement, `${path}.statements[${String(place)}]`, problems);
  for (const [place, figure] of figures.entries()) spanFault(figure, `${path}.figures[${String(place)}]`, problems);
  twice(
    days.map(({ key }) => key),
    `${path}.days`,
    problems,
  );
  twice(
    figures.map(({ key, from = '' }) => `${key} ${from}`.trim()),
    `${path}.figures`,
    problems,
  );
  knownFaults(rule, path, problems);
}

function spanFault(
  { from, until }: Pick<Statement, 'from' | 'until'>,
  path: string,
  problems: ScenarioProblem[],
): void {
  if (from !== undefined && until !== undefined && until < from)
    fail(problems, 'obligations-wrong-way', `${path}.until`, { from, until });
}

function twice(keys: readonly string[], path: string, problems: ScenarioProblem[]): void {
  const seen = new Set<string>();
  for (const [place, key] of keys.entries()) {
    if (seen.has(key)) fail(problems, 'obligations-twice', `${path}[${String(place)}].key`, { value: key });
    seen.add(key);
  }
}

/** A rule with a known id is about the same thing, and counts in the same unit. */
function knownFaults({ id, topic, figures }: ObligationRule, path: string, problems: ScenarioProblem[]): void {
  const known = OBLIGATION_RULES.find((rule) => rule.id === id);
  if (!known) return;
  if (topic !== known.topic) fail(problems, 'scenario-not-choice', `${path}.topic`, { choices: known.topic });
  for (const [place, figure] of figures.entries()) {
    const same = known.figures.find(({ key }) => key === figure.key);
    if (same && !isAlike(figure, same))
      fail(problems, 'scenario-not-choice', `${path}.figures[${String(place)}].unit`, { choices: same.unit });
  }
}

function isAlike({ unit, value }: RuleFigure, known: RuleFigure): boolean {
  return unit === known.unit && (isMoney(unit) || !value.includes('.'));
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}
