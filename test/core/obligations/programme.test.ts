import { describe, expect, it } from 'vitest';
import { type Day, dayToText } from '../../../src/core/days.ts';
import { readObligations } from '../../../src/core/obligations/obligations.ts';
import { NO_PROGRAMME, type Programme, readProgramme, unitsOf } from '../../../src/core/obligations/programme.ts';
import { nextAnniversary, programmeDates } from '../../../src/core/obligations/programme-days.ts';
import { OBLIGATION_RULES, obligationBook } from '../../../src/core/obligations/rules/book.ts';
import { month, UNIT } from '../../support/programme.ts';
import { day } from '../../support/simulation.ts';

const WHOLE: Programme = {
  role: 'direct-bill',
  units: [{ ...UNIT, id: 'eu', name: 'Europe', anniversary: 10, firstTransaction: 24_300, files: ['eu.csv'] }],
  revenue: [{ unit: 'eu', month: 24_300, currency: 'EUR', amount: '-12.50', kind: 'perpetual', note: 'sent by mail' }],
  rates: [{ from: 'EUR', to: 'USD', rate: '1.08', day: 20_500 }],
  evidence: [
    { check: 'mfa', name: '', standing: 'met', on: 20_500, until: undefined, note: 'screenshot' },
    { check: 'own', name: 'Penetration test', standing: 'not-met', on: undefined, until: 20_600, note: '' },
  ],
  designations: [{ name: 'Modern Work', until: 20_700 }],
  support: 'PSfP',
  resellerMonths: 14,
  score: 75,
  countsPerpetual: false,
  method: 'billed',
};

describe('what is said of a role', () => {
  it('comes back as it was stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify({ programme: WHOLE }));
    expect(readObligations(stored).programme).toEqual(WHOLE);
    expect(readObligations(structuredClone({ programme: WHOLE })).programme).toEqual(WHOLE);
  });

  it.each([
    [undefined],
    [[]],
    ['x'],
    [{ role: 'boss', units: 'many', revenue: [1, {}], method: 5, score: -1, resellerMonths: 1.5 }],
    [{ revenue: [{ unit: 'a', month: 24_300, currency: 'eur', amount: '1', kind: 'csp' }] }],
    [{ revenue: [{ unit: 'a', month: 24_300, currency: 'EUR', amount: '1e9', kind: 'csp' }] }],
    [{ rates: [{ from: 'EUR', to: 'USD', rate: '0.000' }], evidence: [{ check: 'mfa', standing: 'perhaps' }] }],
    [{ units: [{ id: '', name: 'x' }], designations: [{ name: '' }] }],
  ])('leaves out what cannot be believed: %j', (stored) => {
    expect(readProgramme(stored)).toEqual(NO_PROGRAMME);
  });

  it('keeps a unit whose month is no month', () => {
    const [unit] = readProgramme({ units: [{ id: 'a', name: 'A', anniversary: 13, deauthorised: 1e9 }] }).units;
    expect(unit).toEqual({ ...UNIT, id: 'a', name: 'A' });
  });

  it('counts direct bill by the global account, whatever files are named', () => {
    const units = [WHOLE.units[0] ?? UNIT, UNIT];
    expect(unitsOf({ role: 'direct-bill', units }).map(({ id, files }) => [id, files])).toEqual([['eu', []]]);
    expect(unitsOf({ role: 'indirect-provider', units })).toEqual(units);
  });
});

const reseller = (unit: Partial<typeof UNIT>): Programme => ({
  ...NO_PROGRAMME,
  role: 'indirect-reseller',
  units: [{ ...UNIT, ...unit }],
});

function datesOf(programme: Programme, from: string, to: string, book = OBLIGATION_RULES): readonly string[] {
  const found = programmeDates(book, programme, { from: day(from), to: day(to) });
  return found.map((one) => `${dayToText(one.day)} ${one.id} ${one.rule}`);
}

describe('days of a role', () => {
  it('tells mails 90, 60 and 30 days before the anniversary month and its check', () => {
    const october = String(month('2026-10'));
    expect(datesOf(reseller({ anniversary: 10 }), '2026-01-01', '2026-12-31')).toEqual([
      `2026-07-03 firstMail-${october}/first R-141`,
      `2026-08-02 secondMail-${october}/first R-141`,
      `2026-09-01 lastMail-${october}/first R-141`,
      `2026-10-31 check-${october}/first R-141`,
    ]);
  });

  it('tells the mails of an anniversary that lies after the span', () => {
    expect(datesOf(reseller({ anniversary: 1 }), '2026-10-01', '2026-11-30')).toEqual([
      `2026-10-03 firstMail-${String(month('2027-01'))}/first R-141`,
      `2026-11-02 secondMail-${String(month('2027-01'))}/first R-141`,
    ]);
  });

  it.each([
    ['the day before', '2026-07-02', []],
    ['on the day', '2026-07-03', ['2026-07-03']],
    ['the day after', '2026-07-04', []],
  ])('holds its span: %s', (_, on, expected) => {
    const found = datesOf(reseller({ anniversary: 10 }), on, on);
    expect(found.map((text) => text.slice(0, 10))).toEqual(expected);
  });

  it('tells the end of the exemption and of the waiting year', () => {
    const programme = reseller({ firstTransaction: month('2026-03'), deauthorised: day('2024-02-29') });
    expect(datesOf(programme, '2025-01-01', '2027-12-31')).toEqual([
      '2025-02-28 wait/first R-141',
      '2027-02-28 exempt/first R-141',
    ]);
  });

  it('takes figures from added rules', () => {
    const book = obligationBook([
      {
        name: 'ours',
        rules: [
          {
            ...{ id: 'R-141', topic: 'roles', title: '', statements: [], days: [] },
            figures: [{ key: 'firstMail', value: '120', unit: 'days', what: '' }],
          },
        ],
      },
    ]);
    expect(datesOf(reseller({ anniversary: 10 }), '2026-06-03', '2026-07-03', book)).toEqual([
      `2026-06-03 firstMail-${String(month('2026-10'))}/first R-141`,
    ]);
  });

  it('tells when proofs of direct bill end, an assessment a year after it was made', () => {
    const proof = (check: 'assessment' | 'support' | 'pla', on: Day | undefined, until: Day | undefined) => ({
      ...({ check, name: '', standing: 'met', on, until, note: '' } as const),
    });
    const programme: Programme = {
      ...{ ...NO_PROGRAMME, role: 'direct-bill' },
      evidence: [
        proof('assessment', day('2026-02-10'), undefined),
        proof('support', undefined, day('2026-08-31')),
        proof('pla', undefined, day('2026-08-30')),
      ],
      designations: [{ name: 'Security', until: day('2026-12-01') }],
    };
    expect(datesOf(programme, '2026-01-01', '2027-12-31')).toEqual([
      '2026-08-31 support/ R-142',
      '2026-12-01 designation/Security R-140',
      '2027-02-10 assessment/ R-142',
    ]);
    expect(datesOf({ ...programme, role: undefined }, '2026-01-01', '2027-12-31')).toEqual([]);
  });

  it.each([
    [10, '2026-09', '2026-10'],
    [10, '2026-10', '2026-10'],
    [10, '2026-11', '2027-10'],
    [1, '2026-12', '2027-01'],
  ])('month %i from %s is next in %s', (anniversary, from, next) => {
    expect(nextAnniversary(anniversary, month(from))).toBe(month(next));
  });
});
