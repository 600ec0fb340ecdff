import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthToText } from '../../../src/core/days.ts';
import { NO_PROGRAMME, type Programme } from '../../../src/core/obligations/programme.ts';
import { OBLIGATION_RULES } from '../../../src/core/obligations/rules/book.ts';
import { roleChecks } from '../../../src/sim/obligations/programme/checks.ts';
import type { RevenueMonth, UnitAnswer } from '../../../src/sim/obligations/programme/types.ts';
import { portfolio, price, priceList, type ReconciliationCells, reconciliation } from '../../support/books.ts';
import { answerOf, billedLine, month, type ProgrammeCase, UNIT } from '../../support/programme.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

const RESELLER: Partial<Programme> = {
  role: 'indirect-reseller',
  units: [{ ...UNIT, anniversary: 9 }],
  method: 'billed',
};

function first({ units }: ReturnType<typeof answerOf>): UnitAnswer {
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  return unit;
}
const at = (unit: UnitAnswer, text: string): RevenueMonth | undefined =>
  unit.months.find((one) => one.month === month(text));

/** A year of three customers: 100, 30 and 20 a month. */
function year(from: string, amounts: Readonly<Record<string, string>>): ReconciliationCells[] {
  const start = month(from);
  return Array.from({ length: 12 }, (_, index) => monthToText(start + index)).flatMap((of) =>
    Object.entries(amounts).map(([customerId, amount]) =>
      billedLine(of, amount, { customerId, customerName: customerId }),
    ),
  );
}
const THREE = [reconciliation(year('2025-06', { a: '100.00', b: '30.00', c: '20.00' }))];

describe('customers and the floor', () => {
  it('says how many customers the partner is away from the floor, and how much hangs on each', () => {
    const unit = first(answerOf({ datasets: THREE, programme: RESELLER, asOf: '2026-06-10' }));
    expect(unit.today).toMatchObject({ known: 180_000, distance: 80_000, share: '1.8' });
    expect(unit.customers.map(({ key, trailing, share, together }) => [key, trailing, share, together])).toEqual([
      ['a', 120_000, '0.666667', '0.666667'],
      ['b', 36_000, '0.2', '0.866667'],
      ['c', 24_000, '0.133333', '1'],
    ]);
    expect(unit.away).toEqual({ customers: 1, keys: ['a'] });
  });

  it('takes only what is not billed yet from those who leave, and names the first month below', () => {
    const leaving = { customers: ['a'], from: month('2026-07') };
    const unit = first(answerOf({ datasets: THREE, programme: RESELLER, asOf: '2026-06-10', leaving }));
    // Of September's twelve months July to September are without a, June is expected with it.
    expect(unit.check).toMatchObject({ known: 120_000, expected: 60_000 });
    expect(unit.left.check).toMatchObject({ known: 120_000, expected: 30_000, distance: 50_000 });
    expect(at(unit, '2026-12')).toMatchObject({ trailing: 180_000, left: 120_000, state: 'expected' });
    expect(at(unit, '2027-02')?.left).toBe(100_000);
    expect(at(unit, '2027-03')?.left).toBe(90_000);
    expect(unit.left.firstBelow).toBe(month('2027-03'));
    expect(unit.left.away).toEqual({ customers: undefined, keys: [] });
  });

  it('keeps units apart by their files, and counts a provider’s floor by each', () => {
    const datasets = [
      reconciliation(year('2025-06', { a: '3000000.00' }), 1, 'eu.csv'),
      reconciliation(
        year('2025-06', { b: '1.00' }).map((line) => ({ ...line, invoiceNumber: `U${line.invoiceNumber ?? ''}` })),
        ...([2, 'us.csv'] as const),
      ),
    ];
    const units = [
      { ...UNIT, id: 'eu', name: 'Europe', anniversary: 5 },
      { ...UNIT, id: 'us', name: 'US', anniversary: 5, files: ['us.csv'] },
    ];
    const { units: found, verdict } = answerOf({
      datasets,
      asOf: '2026-05-20',
      programme: { role: 'indirect-provider', units },
    });
    expect(found.map((unit) => [unit.verdict, unit.check?.distance])).toEqual([
      ['met', 600_000_000],
      ['missed', 1200 - 3_000_000_000],
    ]);
    expect(verdict).toBe('missed');
  });

  it('expects of the portfolio its charge cycles, and of all else the average of three months', () => {
    const datasets = [
      priceList([price('P1Y/Annual', '120.00')], 0),
      portfolio([{ customerId: 'a', commitmentStart: '2025-12-01', commitmentEnd: '2026-11-30' }]),
      reconciliation(
        year('2025-06', { a: '9.00' }).map((line) => ({ ...line, chargeEndDate: '', subscriptionId: '' })),
      ),
    ];
    const programme: Partial<Programme> = { ...RESELLER, method: 'portfolio' };
    const answer = answerOf({ datasets, programme, asOf: '2026-06-10' });
    const unit = first(answer);
    expect(answer).toMatchObject({ method: 'portfolio', facts: { priced: 1, unpriced: 0 } });
    expect(at(unit, '2026-11')).toMatchObject({ state: 'expected', amount: 900 });
    // Ten seats for a year, renewed on 1 December, and what is used besides.
    expect(at(unit, '2026-12')).toMatchObject({ state: 'expected', amount: 120_900 });
  });

  it('counts lines without an invoice only where the month has none', () => {
    const unbilled = (of: string) => billedLine(of, '7.00', { invoiceNumber: '' });
    const datasets = [
      reconciliation([billedLine('2026-04', '5.00'), unbilled('2026-04'), unbilled('2026-05')]),
      reconciliation([billedLine('2026-03', '')], 41, 'other.csv'),
    ];
    const answer = answerOf({ datasets, programme: RESELLER, asOf: '2026-06-10' });
    expect(answer.facts).toMatchObject({ lines: 4, unbilled: 1, unread: 1 });
    expect(['2026-03', '2026-04', '2026-05'].map((of) => at(first(answer), of)?.amount)).toEqual([0, 500, 700]);
  });

  it('says what a file billed of a month that was typed', () => {
    const revenue = [
      { unit: 'first', month: month('2026-05'), currency: 'USD', amount: '1.00', kind: 'csp', note: '' },
    ] as const;
    const unit = first(answerOf({ datasets: THREE, programme: { ...RESELLER, revenue }, asOf: '2026-06-10' }));
    expect(at(unit, '2026-05')).toMatchObject({ state: 'typed', amount: 100, replaced: 15_000 });
  });
});

const line = fc.record({
  customer: fc.constantFrom('a', 'b', 'c', 'd'),
  of: fc.integer({ min: 0, max: 13 }),
  cents: fc.integer({ min: -20_000, max: 90_000 }),
  currency: fc.constantFrom('USD', 'USD', 'EUR', 'JPY', 'NOK'),
  file: fc.constantFrom(0, 1, 2),
  invoice: fc.constantFrom('', 'A', 'B'),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function filesOf(lines: readonly Line[], order: readonly number[]): ProgrammeCase['datasets'] {
  return order.map((file, place) =>
    reconciliation(
      lines
        .filter((one) => one.file === file)
        .map(({ customer, of, cents, currency, invoice }) => {
          const text = monthToText(month('2025-05') + of);
          const subtotal = currency === 'JPY' ? String(cents) : (cents / 100).toFixed(2);
          const invoiceNumber = invoice && `${invoice}-${text}`;
          return billedLine(text, subtotal, { customerId: customer, customerName: customer, currency, invoiceNumber });
        }),
      ...([place, `file-${String(file)}.csv`] as const),
    ),
  );
}

const PROGRAMME: Partial<Programme> = {
  ...RESELLER,
  units: [
    { ...UNIT, anniversary: 9 },
    { ...UNIT, id: 'two', name: 'Two', anniversary: 3, files: ['file-2.csv'] },
  ],
  rates: [
    { from: 'EUR', to: 'USD', rate: '1.083', day: undefined },
    { from: 'JPY', to: 'USD', rate: '0.00671', day: undefined },
  ],
};
const asOf = '2026-07-03';
const lines = fc.array(line, { maxLength: 25 });

describe('whatever is billed', () => {
  it('nobody who leaves ever raises the revenue, and more who leave lower it more', () => {
    fc.assert(
      fc.property(
        lines,
        fc.subarray(['a', 'b', 'c', 'd']),
        fc.integer({ min: -2, max: 14 }),
        (billed, customers, from) => {
          const datasets = filesOf(billed, [0, 1, 2]);
          const leave = (who: readonly string[]) =>
            answerOf({
              datasets,
              programme: PROGRAMME,
              asOf,
              leaving: { customers: who, from: month('2026-07') + from },
            });
          const [some, all] = [leave(customers), leave(['a', 'b', 'c', 'd'])];
          for (const [place, unit] of some.units.entries()) {
            for (const [row, { trailing, left }] of unit.months.entries()) {
              if (trailing === undefined || left === undefined) continue;
              expect(left).toBeLessThanOrEqual(trailing);
              expect(all.units[place]?.months[row]?.left).toBeLessThanOrEqual(left);
            }
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('the order of files changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (billed, order) => {
        const { files: _, ...one } = answerOf({ datasets: filesOf(billed, [0, 1, 2]), programme: PROGRAMME, asOf });
        const { files: __, ...other } = answerOf({ datasets: filesOf(billed, order), programme: PROGRAMME, asOf });
        expect({ ...other, rates: [], unrated: [] }).toEqual({ ...one, rates: [], unrated: [] });
        expect(other.unrated.toSorted()).toEqual(one.unrated.toSorted());
      }),
      { numRuns: runs(60) },
    );
  });

  it('customers add up to the whole, and twelve months to what trails', () => {
    fc.assert(
      fc.property(lines, (billed) => {
        for (const unit of answerOf({ datasets: filesOf(billed, [0, 1, 2]), programme: PROGRAMME, asOf }).units) {
          const sum = unit.customers.reduce((all, { trailing }) => all + trailing, 0);
          expect(sum).toBe(unit.today.known);
          for (const [place, { trailing }] of unit.months.entries()) {
            if (trailing === undefined || place < 11) continue;
            const twelve = unit.months.slice(place - 11, place + 1).reduce((all, { amount }) => all + amount, 0);
            expect(trailing).toBe(twelve);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what a role asks for besides', () => {
  const days = { asOf: day('2026-06-15'), at: day('2026-09-30') };
  const states = (programme: Partial<Programme>, role: Programme['role'] & string, of = days): readonly string[] =>
    roleChecks(OBLIGATION_RULES, { ...NO_PROGRAMME, ...programme }, role, of).map(
      ({ check, rule, state, has, needs }) =>
        [check, rule, state, ...(needs === undefined ? [] : [`${String(has ?? '?')}/${String(needs)}`])].join(' '),
    );

  it('lists what nobody has said anything of as open', () => {
    expect(states({}, 'indirect-reseller')).toEqual([
      ...['mfa R-141 open', 'contact R-141 open', 'mandatory R-143 open', 'pla R-140 open', 'endorsement R-140 open'],
    ]);
    expect(states({}, 'direct-bill')).toEqual([
      ...['designation R-140 open 0/1', 'transacting R-142 open ?/12', 'credit R-142 open', 'support R-142 open'],
      ...[
        'assessment R-142 open',
        'services R-142 open',
        'mfa R-143 open',
        'contact R-143 open',
        'mandatory R-143 open',
      ],
    ]);
  });

  it('asks direct bill for no designation before fiscal year 2026', () => {
    const before = { asOf: day('2025-09-01'), at: day('2025-09-30') };
    expect(states({}, 'direct-bill', before)).not.toContain('designation R-140 open 0/1');
    expect(states({}, 'direct-bill', { ...before, at: day('2025-10-01') })).toContain('designation R-140 open 0/1');
  });

  it.each([
    ['2026-06-14', 'ended'],
    ['2026-06-15', 'ends'],
    ['2026-09-29', 'ends'],
    ['2026-09-30', 'met'],
    ['2026-10-01', 'met'],
  ])('a proof until %s: %s', (until, state) => {
    const evidence = [{ check: 'mfa', name: '', standing: 'met', on: undefined, until: day(until), note: '' }] as const;
    expect(states({ evidence }, 'indirect-provider')).toContain(`mfa R-143 ${state}`);
  });

  it.each([
    ['2025-06-14', 'ended'],
    ['2025-06-15', 'ends'],
    ['2025-09-29', 'ends'],
    ['2025-09-30', 'met'],
  ])('an assessment of %s, made again each year: %s', (on, state) => {
    const evidence = [
      { check: 'assessment', name: '', standing: 'met', on: day(on), until: undefined, note: '' },
    ] as const;
    expect(states({ evidence }, 'direct-bill')).toContain(`assessment R-142 ${state}`);
  });

  it.each([
    [11, 'not-met'],
    [12, 'met'],
    [13, 'met'],
  ])('%i months as a reseller: %s', (resellerMonths, state) => {
    expect(states({ resellerMonths }, 'direct-bill')).toContain(
      `transacting R-142 ${state} ${String(resellerMonths)}/12`,
    );
  });

  it.each([
    [[], 'open 0/1'],
    [['2026-06-14'], 'ended 0/1'],
    [['2026-06-15'], 'ends 1/1'],
    [['2026-09-29', '2026-09-30'], 'met 2/1'],
  ])('designations until %j: %s', (until, state) => {
    const designations = until.map((text) => ({ name: text, until: day(text) }));
    expect(states({ designations }, 'direct-bill')).toContain(`designation R-140 ${state}`);
  });

  it('keeps a support plan open until it is said which, the score beside, and own requirements at the end', () => {
    const proof = { standing: 'met', on: undefined, until: undefined, note: '' } as const;
    const evidence = [
      { ...proof, check: 'support', name: '' },
      { ...proof, check: 'own', name: 'Penetration test', standing: 'not-met' },
    ] as const;
    expect(states({ evidence, score: 79 }, 'direct-bill').slice(-2)).toEqual([
      'own R-143 not-met',
      'score R-143 told 79/80',
    ]);
    expect(states({ evidence }, 'direct-bill')).toContain('support R-142 open');
    expect(states({ evidence, support: 'ASfP' }, 'direct-bill')).toContain('support R-142 met');
  });

  it('makes the whole at risk when a proof ends before the check, though the floor is reached', () => {
    const evidence = (['mfa', 'contact', 'mandatory', 'pla', 'endorsement'] as const).map((check) => ({
      ...({ check, name: '', standing: 'met', on: undefined, note: '' } as const),
      until: check === 'mfa' ? day('2026-08-01') : undefined,
    }));
    const answer = answerOf({ datasets: THREE, asOf: '2026-06-10', programme: { ...RESELLER, evidence } });
    expect([answer.verdict, first(answer).verdict]).toEqual(['at-risk', 'met']);
  });
});
