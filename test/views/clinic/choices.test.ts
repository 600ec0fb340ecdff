import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/state/imports.svelte.ts';
import {
  choicesOf,
  firstChoices,
  firstToDecide,
  undecided,
  withoutRepairs,
} from '../../../src/views/clinic/choices.ts';

const BASE: Finding = {
  code: 'date-order',
  column: 'UsageDate',
  rows: 3,
  samples: [],
  certainty: 'sure',
  repairable: true,
  default: 'apply',
  treatment: 'apply',
  blocking: true,
  facts: {},
};
const sure = BASE;
const open: Finding = { ...BASE, code: 'decimal-comma', column: 'Quantity', certainty: 'ask' };
const preamble: Finding = { ...BASE, code: 'preamble', column: '', blocking: false };

describe('the choices of the clinic', () => {
  it('begin with what is sure, and leave open what can be read both ways', () => {
    const chosen = firstChoices([sure, open, preamble]);
    expect(chosen).toStrictEqual(['apply', undefined, 'apply']);
    expect(undecided(chosen)).toBe(1);
    expect(firstToDecide(chosen)).toBe(1);
    expect(firstToDecide(firstChoices([sure, preamble]))).toBe(0);
  });

  it('say nothing about what is not decided', () => {
    expect(choicesOf([sure, open], ['leave', undefined])).toStrictEqual([
      { code: 'date-order', column: 'UsageDate', treatment: 'leave' },
    ]);
  });

  it('leave all data as it came, and still read the file’s form', () => {
    expect(withoutRepairs([sure, preamble], ['apply', 'apply'])).toStrictEqual(['leave', 'apply']);
  });

  it('never guess what can be read both ways, not even without repairs', () => {
    expect(withoutRepairs([sure, open], ['apply', undefined])).toStrictEqual(['leave', undefined]);
    expect(withoutRepairs([sure, open], ['apply', 'apply'])).toStrictEqual(['leave', 'apply']);
  });
});
