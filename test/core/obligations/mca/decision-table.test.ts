import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  DECISION_TABLE,
  type Outcome,
  QUESTIONS,
  contradiction,
  decide,
} from '../../../../src/core/obligations/mca/decision-table.ts';
import { OBLIGATION_RULES } from '../../../../src/core/obligations/rules/book.ts';

type Case = Outcome & { readonly name: string; readonly answers: Answers };

const CASES = JSON.parse(
  readFileSync(new URL('../../../fixtures/obligations/mca-wizard.json', import.meta.url), 'utf8'),
) as readonly Case[];

function allAnswers(): readonly Answers[] {
  const { channel, customer, bought, action } = QUESTIONS;
  return channel.flatMap((a) =>
    customer.flatMap((b) =>
      bought.flatMap((c) => action.map((d): Answers => ({ channel: a, customer: b, bought: c, action: d }))),
    ),
  );
}

describe('the decision table of R-133', () => {
  it.each(CASES)('$name', ({ answers, need, attests, proof, rules }) => {
    expect(decide(answers)).toMatchObject({ need, attests, proof, rules });
    expect(contradiction(answers)).toBeUndefined();
  });

  it('has a worked case for every line, and a line for all answers', () => {
    const worked = new Set(CASES.map(({ answers }) => decide(answers).line));
    expect([...worked].sort((a, b) => a - b)).toEqual([...DECISION_TABLE.keys()]);
    expect(new Set(allAnswers().map((answers) => decide(answers).line))).toEqual(worked);
  });

  it('never lets an indirect reseller attest, nor asks for anything at a renewal', () => {
    for (const answers of allAnswers()) {
      const { attests, need } = decide(answers);
      if (answers.channel === 'indirect') expect(attests).not.toBe('partner');
      expect(need === 'no').toBe(answers.action === 'renewal');
      if (answers.bought === 'no' && answers.action !== 'renewal') expect(need).toBe('always');
    }
  });

  it('says when answers cannot be true together', () => {
    const base: Answers = { channel: 'direct', customer: 'existing', bought: 'yes', action: 'change' };
    expect(contradiction({ ...base, bought: 'no' })).toBe('change-without-purchase');
    expect(contradiction({ ...base, customer: 'new' })).toBe('new-change');
    expect(contradiction({ ...base, customer: 'new', action: 'checkout' })).toBeUndefined();
  });

  it('names rules of the book', () => {
    const known = new Set(OBLIGATION_RULES.map(({ id }) => id));
    for (const { rules } of DECISION_TABLE) for (const id of rules) expect(known.has(id), id).toBe(true);
  });
});
