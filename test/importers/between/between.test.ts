/** Files set beside each other by what they cover, without their rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToText, monthToText } from '../../../src/core/days.ts';
import { type Covered, compareWith, missingMonths } from '../../../src/importers/index.ts';
import type { ChunkWriter } from '../../../src/core/chunks.ts';
import { isCoverage } from '../../../src/storage/valid-coverage.ts';
import { runs } from '../../support/runs.ts';
import { importOne } from '../support.ts';

const HEADER =
  'CustomerId,InvoiceNumber,SubscriptionId,UsageDate,MeterId,ResourceGroup,ResourceURI,ChargeType,Quantity,BillingPreTaxTotal,BillingCurrency';

interface Line {
  readonly day: string;
  readonly customer?: string;
  readonly invoice?: string;
  readonly resource?: string;
  readonly total?: string;
}

function textOf(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ day, customer = 'c-1', invoice = 'G1', resource = 'vm', total = '1.10' }) =>
      `${customer},${invoice},sub-1,${day},meter-1,rg,/r/${resource},new,24,${total},EUR`,
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

async function covered(file: string, lines: readonly Line[]): Promise<Covered> {
  const { dataset } = await importOne(file, textOf(lines));
  if (!dataset?.coverage) throw new Error('nothing is covered');
  return { ...dataset, file };
}

const daysOf = (month: string, from: number, to: number, line: Omit<Line, 'day'> = {}): Line[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ day: `${month}-${String(from + i).padStart(2, '0')}`, ...line }));

async function between(mine: readonly Line[], theirs: readonly Line[]) {
  const found = compareWith(await covered('new.csv', mine), [await covered('old.csv', theirs)]);
  return found[0]?.[0];
}

describe('two files', () => {
  it('with the same rows in another order are told, with the rows and amounts that would count twice', async () => {
    const lines = daysOf('2026-06', 1, 30);
    const found = await between(lines.toReversed(), lines);
    expect(found).toMatchObject({ code: 'same-rows', other: 'old.csv', days: 30, rows: 30, sums: { EUR: '33' }, share: 1, onlyThere: 0 }); // prettier-ignore
    expect(found && [dayToText(found.first), dayToText(found.last)]).toStrictEqual(['2026-06-01', '2026-06-30']);
  });

  it('of which the new one has rows without a day besides are no copies', async () => {
    const june = daysOf('2026-06', 1, 30);
    const [one, other] = await Promise.all([covered('new.csv', june), covered('old.csv', june)]);
    const undated = { rows: 1, digest: 1, sums: {} };
    const more = { ...one, ...(one.coverage && { coverage: { ...one.coverage, undated } }) };
    expect(compareWith(one, [other])[0]?.[0].code).toBe('same-rows');
    expect(compareWith(more, [other])[0]?.[0].code).toBe('period-overlap');
  });

  it('that cover a part of the same days are told with those days', async () => {
    const found = await between(daysOf('2026-06', 10, 30), daysOf('2026-06', 1, 15));
    expect(found).toMatchObject({ code: 'period-overlap', days: 6, rows: 6, sums: { EUR: '6.6' }, share: 1, onlyThere: 9 }); // prettier-ignore
  });

  it('of which one has rows more, or other amounts, are no copies', async () => {
    const june = daysOf('2026-06', 1, 30);
    const more = await between([...june, { day: '2026-06-30', resource: 'disk' }], june);
    expect(more).toMatchObject({ code: 'period-overlap', onlyThere: 0 });
    expect(more?.share).toBeCloseTo(30 / 31);
    const rerated = await between(daysOf('2026-06', 1, 30, { total: '1.20' }), june);
    expect(rerated).toMatchObject({ code: 'period-overlap', share: 1 });
  });

  it('can take each other’s place only when no customer and no invoice would be lost', async () => {
    const june = daysOf('2026-06', 1, 30);
    const covers = async (mine: readonly Line[], theirs: readonly Line[]) => (await between(mine, theirs))?.covers;
    expect(await covers([...june, ...daysOf('2026-07', 1, 2)], june)).toBe(true);
    expect(await covers(june, [...june, ...daysOf('2026-06', 1, 1, { customer: 'c-2' })])).toBe(false);
    expect(await covers(june, [...june, ...daysOf('2026-06', 1, 1, { invoice: 'G2' })])).toBe(false);
    expect(await covers(june, [...june, ...daysOf('2026-07', 1, 1)])).toBe(false);
    const estimate = daysOf('2026-06', 1, 20, { invoice: '', resource: 'estimated' });
    expect(await covers(june, estimate)).toBe(true);
  });

  it('of other days, customers, invoices or resources have nothing in common', async () => {
    const june = daysOf('2026-06', 1, 30);
    expect(await between(daysOf('2026-07', 1, 31), june)).toBeUndefined();
    expect(await between(daysOf('2026-06', 1, 30, { customer: 'c-2' }), june)).toBeUndefined();
    expect(await between(daysOf('2026-06', 1, 30, { invoice: 'G2' }), june)).toBeUndefined();
    expect(await between(daysOf('2026-06', 1, 30, { resource: 'disk' }), june)).toBeUndefined();
  });

  it('of which one is billed and the other not yet are told, whatever rows they share', async () => {
    const billed = daysOf('2026-06', 1, 30);
    const estimate = daysOf('2026-06', 1, 20, { invoice: '', resource: 'estimated' });
    expect(await between(billed, estimate)).toMatchObject({ code: 'period-overlap', billed: 'new', onlyThere: 0 });
    expect(await between(estimate, billed)).toMatchObject({ code: 'period-overlap', billed: 'other', onlyThere: 10 });
  });
});

describe('what a file covers', () => {
  const lines = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`),
      customer: fc.constantFrom('c-1', 'C-1', 'c-2', ''),
      resource: fc.constantFrom('vm', 'disk', 'Ünï'),
      total: fc.constantFrom('1', '1.0', '0.000000000000000001', '-3.5'),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('does not depend on the order of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        async ([rows, shuffled]) => {
          const { coverage } = await covered('a.csv', rows);
          expect((await covered('b.csv', shuffled)).coverage).toStrictEqual(coverage);
          expect(isCoverage(JSON.parse(JSON.stringify(coverage)))).toBe(true);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('does not depend on where chunks end', async () => {
    const rows = Array.from({ length: 140_000 }, (_, i): Line => ({
      day: `2026-03-${String(1 + (i % 28)).padStart(2, '0')}`,
      customer: `c-${String(i % 300)}`,
      resource: `vm-${String(i % 1000)}`,
      total: `${String(i % 77)}.01`,
    }));
    let chunks = 0;
    const write = (): Promise<void> => {
      chunks++;
      return Promise.resolve();
    };
    const openChunks = (): ChunkWriter => ({ write, restart: () => Promise.resolve() });
    const forwards = await importOne('a.csv', textOf(rows), { openChunks });
    const backwards = await importOne('b.csv', textOf(rows.toReversed()), { openChunks });
    expect(chunks).toBeGreaterThan(3);
    expect(forwards.dataset?.coverage?.customers.ids).toHaveLength(300);
    expect(backwards.dataset?.coverage).toStrictEqual(forwards.dataset?.coverage);
  });

  it('adds up to its rows, and a file and its copy are the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (rows) => {
        const one = await covered('a.csv', rows);
        expect(one.coverage?.days.reduce((sum, { rows: ofDay }) => sum + ofDay, 0)).toBe(rows.length);
        expect(compareWith(one, [{ ...one, file: 'copy.csv' }])[0]?.[0].code).toBe('same-rows');
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('months that are missing', () => {
  const gapsOf = async (...files: readonly (readonly Line[])[]) => {
    const all = await Promise.all(files.map((lines, i) => covered(`${String(i + 1)}.csv`, lines)));
    return missingMonths(all).map(({ month, before, after }) => [monthToText(month), before, after]);
  };

  it('stand between the files around them, over the turn of the year', async () => {
    expect(await gapsOf(daysOf('2026-02', 1, 28), daysOf('2025-11', 1, 30))).toStrictEqual([
      ['2025-12', '2.csv', '1.csv'],
      ['2026-01', '2.csv', '1.csv'],
    ]);
    expect(await gapsOf(daysOf('2026-05', 1, 31), daysOf('2026-06', 1, 30))).toStrictEqual([]);
  });

  it('are missing even when a later bill reaches into them', async () => {
    const july = [...daysOf('2026-07', 1, 31), { day: '2026-06-30' }];
    expect(await gapsOf(daysOf('2026-05', 1, 31), july)).toStrictEqual([['2026-06', '1.csv', '2.csv']]);
  });
});
