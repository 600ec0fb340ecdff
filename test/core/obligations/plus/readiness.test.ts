import { describe, expect, it } from 'vitest';
import { benefitRows } from '../../../../src/core/obligations/plus/benefits.ts';
import { costProblem, costRanges } from '../../../../src/core/obligations/plus/cost.ts';
import { readinessDates } from '../../../../src/core/obligations/plus/dates.ts';
import { needCounts, needStates } from '../../../../src/core/obligations/plus/needs.ts';
import { regionMatrix, regionOfMarket } from '../../../../src/core/obligations/plus/regions.ts';
import { freshLine } from '../../../../src/core/obligations/plus/read.ts';
import { NEEDS, REGIONS } from '../../../../src/core/obligations/plus/types.ts';
import { NO_READINESS, readReadiness } from '../../../../src/core/obligations/readiness.ts';
import { OBLIGATION_RULES, ruleFigure } from '../../../../src/core/obligations/rules/book.ts';
import { NO_TERMS } from '../../../../src/core/obligations/terms.ts';
import { day, termsOf } from '../terms/support.ts';

const asOf = day('2026-01-05');
const countsOf = (evidence: object, terms = NO_TERMS, on = asOf) =>
  needCounts(needStates(readReadiness({ evidence }), terms, OBLIGATION_RULES, on));

describe('entry to CSPP Plus (R-180)', () => {
  it('asks for ten things and has none at first', () => {
    expect(countsOf({})).toEqual({ met: 0, needed: 10, expired: 0 });
  });

  it.each([
    ['2026-06-29', { met: 1, needed: 10, expired: 0 }],
    ['2026-06-30', { met: 1, needed: 10, expired: 0 }],
    ['2026-07-01', { met: 0, needed: 10, expired: 1 }],
  ])('a certificate until 30 June counts on %s: %o', (on, counts) => {
    expect(countsOf({ iso27001: { has: true, until: '2026-06-30' } }, NO_TERMS, day(on))).toEqual(counts);
  });

  it('counts everything once all is there, and nothing that is only described', () => {
    const all = Object.fromEntries(NEEDS.map((need) => [need, { has: true }]));
    expect(countsOf(all)).toEqual({ met: 10, needed: 10, expired: 0 });
    expect(countsOf({ fee: { has: false, what: 'Offer of May', document: 'offer.pdf' } }).met).toBe(0);
  });

  it('takes membership and insurances over from the CSPP agreement, each until its last day', () => {
    const agreement = {
      ...{ id: '1', kind: 'cspp', acceptedOn: '2023-04-01' },
      insurances: [
        { id: '1', kind: 'cyber', until: '2025-12-31' },
        { id: '2', kind: 'cyber', until: '2026-12-31' },
        { id: '3', kind: 'workers', until: '2026-01-04' },
        { id: '4', kind: 'other', until: '2026-12-31' },
      ],
    };
    const terms = termsOf({ agreements: [agreement] });
    const states = needStates(NO_READINESS, terms, OBLIGATION_RULES, asOf);
    expect(states.filter(({ from }) => from === 'register').map(({ need, state }) => [need, state])).toEqual([
      ['member', 'met'],
      ['cyber', 'met'],
      ['workers', 'expired'],
    ]);
    expect(countsOf({ workers: { has: true } }, terms)).toEqual({ met: 3, needed: 10, expired: 0 });
    expect(countsOf({}, { ...terms, applies: { ...terms.applies, cspp: 'no' } }).met).toBe(0);
  });
});

describe('dates of evidence', () => {
  it('are told where CSPP Plus applies, with what follows', () => {
    const plan = readReadiness({
      evidence: { iso27001: { has: true, until: '2026-06-30' }, cyber: { has: false, until: '2026-05-31' } },
    });
    expect(readinessDates(plan, NO_TERMS)).toEqual([]);
    const dates = readinessDates(plan, termsOf({}));
    expect(dates).toMatchObject([{ id: 'iso27001', part: 'readiness', day: day('2026-06-30'), rule: 'R-180' }]);
    expect(dates[0]?.what).toContain('ISO 27001');
  });
});

describe('regions and benefits (R-181)', () => {
  it('has as many regions as the rule book says', () => {
    expect(String(REGIONS.length)).toBe(ruleFigure(OBLIGATION_RULES, 'R-181', 'regions', asOf)?.value);
  });

  it.each([
    ['DE', 'DE'],
    ['gb', 'GB'],
    ['UK', 'GB'],
    ['AT', 'Europe'],
    ['CH', 'CH'],
    ['NO', 'NO'],
    ['MX', undefined],
    ['', undefined],
  ])('market %s lies in %s', (market, region) => {
    expect(regionOfMarket(market)).toBe(region);
  });

  it('sets wanted and offered beside the customers of each market, and tells what lies outside', () => {
    const plan = readReadiness({ wanted: ['US', 'Europe', 'Mars'], offered: ['US'] });
    const markets = ['US', 'AT', 'NL', 'MX'].map((market, at) => ({ market, customers: at + 1 }));
    const { rows, outside } = regionMatrix(plan, markets);
    expect(rows).toHaveLength(16);
    expect(rows.filter(({ customers }) => customers > 0)).toEqual([
      { region: 'Europe', wanted: true, offered: false, customers: 5, markets: ['AT', 'NL'] },
      { region: 'US', wanted: true, offered: true, customers: 1, markets: ['US'] },
    ]);
    expect(outside).toEqual([{ market: 'MX', customers: 4 }]);
  });

  it('has mobile as planned until somebody learned otherwise', () => {
    expect(benefitRows(NO_READINESS).filter(({ status }) => status === 'planned')).toMatchObject([
      { benefit: 'mobile' },
    ]);
    const learned = readReadiness({ benefits: { mobile: { status: 'known', since: '2026-01-02', source: 'Mail' } } });
    expect(benefitRows(learned).at(-1)).toMatchObject({ status: 'known', news: { source: 'Mail' } });
  });
});

describe('costs that are not known for sure', () => {
  it.each([
    [{}, undefined],
    [{ low: '1', likely: '2', high: '3' }, undefined],
    [{ low: '2', likely: '2', high: '2' }, undefined],
    [{ low: '1', high: '3' }, 'incomplete'],
    [{ form: 'uniform', low: '1', high: '3' }, undefined],
    [{ low: '1', likely: '4', high: '3' }, 'order'],
    [{ low: '2', likely: '1', high: '3' }, 'order'],
    [{ low: '1', likely: '2', high: '1000000000.01' }, 'large'],
  ] as const)('%o: %s', (fields, problem) => {
    expect(costProblem({ ...freshLine('fee'), ...fields })).toBe(problem);
  });

  it('reads amounts in the currency’s own minor units, and leaves out what cannot be drawn', () => {
    const line = { ...freshLine('fee'), low: '100.5', likely: '200', high: '300' };
    const lines = [line, freshLine('work'), { ...freshLine('1'), low: '3' }];
    expect(costRanges(lines, 'USD')).toEqual([
      { id: 'fee', form: 'triangular', low: 10050, likely: 20000, high: 30000 },
    ]);
    expect(costRanges([line], 'JPY')[0]).toMatchObject({ low: 101, high: 300 });
  });

  it('reads what was stored, and the usual lines in any case', () => {
    const stored = {
      cost: {
        currency: 'EUR',
        trials: 0,
        seed: '',
        lines: [
          { id: '1', name: 'Audit', low: '-4', high: '9' },
          { id: 'work', low: '5' },
        ],
      },
      wanted: 'US',
    };
    const { cost, wanted } = readReadiness(stored);
    expect(cost).toMatchObject({ currency: 'EUR', trials: 10_000, seed: '1' });
    expect(cost.lines.map(({ id, low, high }) => [id, low, high].join(' ').trim())).toEqual([
      'fee',
      'insurance',
      'iso27001',
      'certification',
      'work 5',
      '1  9',
    ]);
    expect(wanted).toEqual([]);
    expect(readReadiness(JSON.parse(JSON.stringify(readReadiness(stored))) as unknown)).toEqual(readReadiness(stored));
    expect(readReadiness(7)).toEqual(NO_READINESS);
  });
});
