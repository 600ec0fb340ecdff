/** What is typed into the editor of uncertain inputs, what it refuses, and the words that it answers with. */
import { describe, expect, it } from 'vitest';
import { TextBuilder } from '../../../src/core/column-builders.ts';
import { createFormat } from '../../../src/core/format.ts';
import { readScenario } from '../../../src/core/scenario/read.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { writeScenario } from '../../../src/core/scenario/write.ts';
import type { UncertainInput, UncertainNumber } from '../../../src/core/scenario/uncertainty.ts';
import { freshInput, withKind, withWhat } from '../../../src/views/uncertainty/change-kind.ts';
import { KINDS, WHATS, cellsOf, problemOf, readCells, readDecimal } from '../../../src/views/uncertainty/fields.ts';
import { inputWords } from '../../../src/views/uncertainty/input-words.ts';
import { loadingWords } from '../../../src/views/uncertainty/loading-words.ts';
import { MatchOptions, scopeOf } from '../../../src/views/uncertainty/match-options.ts';
import { readSeed, readTrials } from '../../../src/views/uncertainty/run-fields.ts';
import { shapePath } from '../../../src/views/uncertainty/shape.ts';
import { STARTS, inputsOfStart } from '../../../src/views/uncertainty/starts.ts';

const format = createFormat('en-GB');
const plainName = (_: string, value: string): string => value;
const words = (input: UncertainInput): string => inputWords(input, format, plainName);

function number(
  distribution: UncertainNumber['distribution'],
  what: UncertainNumber['what'] = 'seats',
): UncertainNumber {
  return { what, match: {}, shared: false, distribution };
}

const typed = (...entries: (readonly [string, string])[]) => new Map(entries);

describe('a typed value', () => {
  it('is read as people write it, and exactly', () => {
    const cases = [['2.50', '2.5'], ['2,5', '2.5'], [' −10 ', '-10'], ['+8 %', '8'], ['0.1', '0.1']] as const; // prettier-ignore
    for (const [text, value] of cases) expect(readDecimal(text)).toBe(value);
    for (const text of ['', 'ten', '1.2.3', '5 % of', 'NaN']) expect(readDecimal(text)).toBeUndefined();
  });

  it('changes the distribution when all cells together say one', () => {
    const input = number({ kind: 'triangular', min: '-10', mode: '0', max: '5' });
    const read = readCells(input, typed(['min', '-20'], ['max', '7,5']));
    expect(read).toEqual({ ok: true, value: number({ kind: 'triangular', min: '-20', mode: '0', max: '7.5' }) });
  });

  it('is refused in words while they do not', () => {
    const input = number({ kind: 'triangular', min: '-10', mode: '0', max: '5' });
    const problem = (...entries: (readonly [string, string])[]): string => {
      const read = readCells(input, typed(...entries));
      return read.ok ? '' : read.error;
    };
    expect(problem(['min', '1'])).toContain('least ≤ most likely ≤ most');
    expect(problem(['max', 'x'])).toBe('Most: type a number such as 2.5.');
    expect(problem(['min', '6'], ['mode', '6'], ['max', '6'])).toBe('');
  });
});

describe('an input that cannot be drawn', () => {
  it('says why', () => {
    const problems: readonly (readonly [UncertainNumber['distribution'], string])[] = [
      [{ kind: 'uniform', min: '2', max: '1' }, 'Least must not be above most'],
      [{ kind: 'pert', min: '0', mode: '9', max: '5' }, 'must not cross'],
      [{ kind: 'normal', mean: '0', sd: '-1' }, 'standard deviation must be 0 or more'],
      [{ kind: 'lognormal', mean: '0', sd: '1' }, 'mean must be too'],
      [{ kind: 'discrete', values: [] }, 'at least one value'],
      [{ kind: 'discrete', values: [{ value: '1', weight: '0' }] }, 'one of them above 0'],
    ];
    for (const [distribution, text] of problems) expect(problemOf(number(distribution))).toContain(text);
    const none: UncertainInput = { what: 'outcome', match: {}, shared: false, renews: '0', cancels: '0', est: '0' };
    expect(problemOf(none)).toContain('one of them above 0');
  });

  it('never comes from the editor itself: fresh inputs and every change of kind and subject can be drawn and stored', () => {
    const fresh = [
      ...WHATS.map((what) => freshInput(what)),
      ...STARTS.flatMap((one) => inputsOfStart(one, ['EUR', 'USD'])),
    ];
    for (const input of fresh) {
      for (const what of WHATS) expect(problemOf(withWhat(input, what))).toBeUndefined();
      const changed =
        input.what === 'outcome'
          ? []
          : KINDS.flatMap((kind) => KINDS.map((next) => withKind(withKind(input, kind), next)));
      for (const one of [input, ...changed]) {
        expect(problemOf(one)).toBeUndefined();
        expect(shapePath(one)).toMatch(/^M[-\d. MLHVZ]+$/);
        expect(readCells(one, new Map())).toEqual({ ok: true, value: one });
      }
      const uncertainty = {
        trials: 10,
        seed: 'a',
        inputs: [input],
        loadings: { price: '0', fx: '0', behaviour: '0' },
        limits: [],
      };
      const read = readScenario(writeScenario({ ...DEFAULT_SCENARIO, uncertainty }));
      expect(read.ok && read.value.uncertainty).toEqual(uncertainty);
    }
  });
});

describe('the words of an input', () => {
  it('say range, most likely value, whose it is and how it is drawn', () => {
    expect(words(freshInput('seats'))).toBe('Seats −10…+5 %, most likely 0 %: all subscriptions, each its own draw');
    expect(words(freshInput('price', { segment: 'Education' }))).toBe(
      'Prices 0…+8 %, each value as likely: segment Education, one draw for all',
    );
    expect(words(freshInput('outcome'))).toBe(
      '70% renew, 10% cancel, 20% go into EST: all subscriptions, each its own draw',
    );
    expect(words(number({ kind: 'normal', mean: '30', sd: '7' }, 'bridgeDays'))).toContain(
      'Days in EST around 30 days, two times in three within ±7 days',
    );
    const values = [{ value: '0', weight: '3' }, { value: '20', weight: '1' }]; // prettier-ignore
    expect(words(number({ kind: 'discrete', values }))).toContain('Seats 0 % (75%), +20 % (25%)');
  });

  it('keep units and fields of cells apart', () => {
    expect(cellsOf(freshInput('bridgeDays')).map(({ label, text, unit }) => [label, text, unit])).toEqual([
      ['Least', '0', 'days'],
      ['Most likely', '30', 'days'],
      ['Most', '120', 'days'],
    ]);
  });

  it('tell which draws move together, and how closely', () => {
    expect(loadingWords({ price: '0', fx: '0.9', behaviour: '0' }, format)).toBe(
      'All draws are independent of each other.',
    );
    expect(loadingWords({ price: '0.8', fx: '0.7', behaviour: '0' }, format)).toBe(
      'Prices and rates move together (0.56).',
    );
    expect(loadingWords({ price: '1', fx: '-0.9', behaviour: '0.1' }, format)).toBe(
      'Prices and rates move closely against each other (−0.9); Prices and behaviour move a little together (0.1); Rates and behaviour move a little against each other (−0.09).',
    );
  });
});

describe('what an input may name', () => {
  const rows = [
    ['s1', 'c1', 'Contoso', 'Commercial', 'USD'],
    ['s2', 'c2', 'Contoso', 'Education', 'USD'],
    ['s3', 'c3', 'Adatum', 'Education', 'EUR'],
  ] as const;
  const names = ['subscriptionId', 'customerId', 'customerName', 'segment', 'currency'];
  const columns = names.map((name, at) => {
    const builder = new TextBuilder();
    for (const row of rows) builder.push(row[at] ?? '');
    return [name, builder.finish()] as const;
  });
  const options = new MatchOptions({ rows: rows.length, columns: new Map(columns) });

  it('is listed by name, told apart by id where a name stands twice', () => {
    expect(options.listed('customerId').map(({ text }) => text)).toEqual(['Adatum', 'Contoso (c1)', 'Contoso (c2)']);
    expect(options.nameOf('customerId', 'c3')).toBe('Adatum');
  });

  it('is found by name or id whatever its case, and counted', () => {
    expect(options.valueOf('customerId', ' adatum')).toBe('c3');
    expect(options.valueOf('customerId', 'C2')).toBe('c2');
    expect(options.valueOf('customerId', 'Fabrikam')).toBeUndefined();
    expect(
      [{}, { segment: 'education' }, { segment: 'Education', currency: 'USD' }, { skuId: '1' }].map((match) =>
        options.count(match),
      ),
    ).toEqual([3, 2, 1, 0]);
    expect([{}, { currency: 'USD' }, { currency: 'USD', segment: 'x' }].map(scopeOf)).toEqual([
      'all',
      'currency',
      'several',
    ]);
  });
});

describe('a run', () => {
  it('takes whole numbers of trials, with marks of thousands or without, and any seed that says something', () => {
    expect(['10000', '10,000', '10.000', '10 000', '1', '100000'].map(readTrials)).toEqual([
      10_000, 10_000, 10_000, 10_000, 1, 100_000,
    ]);
    expect(['0', '-5', '1.5', 'many', '', '100001', '1e3'].map(readTrials)).toEqual(Array(7).fill(undefined));
    expect([' spring 2027 ', ' '].map(readSeed)).toEqual(['spring 2027', undefined]);
  });
});
