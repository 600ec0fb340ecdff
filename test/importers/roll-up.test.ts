import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { ChunkCollector } from '../../src/core/chunk-collector.ts';
import { exactText } from '../../src/core/exact-column.ts';
import { type Table, countAt, dayAt, textAt } from '../../src/core/table.ts';
import { type FileReport, type ImportOptions, importSources } from '../../src/importers/index.ts';
import { DAILY_USAGE } from '../../src/importers/formats/daily-usage/format.ts';
import { headerHash } from '../../src/importers/mapping/header-hash.ts';
import { RollUp } from '../../src/importers/rollup/roll-up.ts';
import { reducedTags, tagKeysOf } from '../../src/importers/rollup/tags.ts';
import { planByHeader } from '../../src/importers/sheet/plan.ts';
import { RowFacts } from '../../src/importers/sheet/row-facts.ts';
import { chunksOfTable } from '../../src/storage/table-chunks.ts';

const HEADER = ['UsageDate', 'MeterId', 'BillingPreTaxTotal', 'BillingCurrency', 'Quantity', 'PricingPreTaxTotal', 'PricingCurrency', 'ResourceGroup', 'Tags', 'ResourceUri']; // prettier-ignore
const GROUPED = ['usageDate', 'meterId', 'billingCurrency', 'pricingCurrency', 'resourceGroup', 'tags'] as const;
const hash = headerHash(HEADER);

interface Row {
  readonly cells: readonly string[];
}

const amount = fc.oneof(
  fc.constantFrom('', '0', '-0.00', '1.10', '999999999999999999999999999.999', '0.000000000000000001', `0.${'7'.repeat(40)}`),
  fc.tuple(fc.constantFrom('', '-'), fc.nat(99_999), fc.nat(999)).map(([sign, whole, part]) => `${sign}${String(whole)}.${String(part)}`),
); // prettier-ignore
const row: fc.Arbitrary<Row> = fc
  .record({
    day: fc.integer({ min: 1, max: 3 }),
    meter: fc.constantFrom('m1', 'm2', ' m1'),
    money: amount,
    currency: fc.constantFrom('EUR', 'USD'),
    quantity: amount,
    pricing: amount,
    group: fc.constantFrom('', 'rg-a', 'rg-b'),
    tags: fc.constantFrom('', '{"env":"prod","team":"x"}', '"env":"test"', '{"team":"y"}', 'no json'),
    resource: fc.nat(5),
  })
  .map(({ day, meter, money, currency, quantity, pricing, group, tags, resource }) => ({
    cells: [
      `2026-03-0${String(day)}`, meter, money === '' ? '0' : money, currency, quantity, pricing, 'USD', group, tags,
      `/r/${String(resource)}`,
    ], // prettier-ignore
  }));

async function read(rows: readonly Row[], options: ImportOptions, size?: number): Promise<FileReport> {
  const quoted = rows.map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  const file = new File([`${[HEADER.join(','), ...quoted].join('\n')}\n`], 'usage.csv');
  const source = { name: file.name, size: size ?? file.size, stream: () => file.stream() };
  const [report] = (await importSources([source], options)).files;
  if (!report) throw new Error('no report');
  return report;
}

const answers = (rollUp: readonly string[] | false): ImportOptions => ({ answers: new Map([[hash, { rollUp }]]) });

/** The groups of a table as texts. */
function groupsOf(table: Table): readonly string[] {
  return Array.from({ length: table.rows }, (_, at) =>
    JSON.stringify(
      GROUPED.map((name) => {
        const column = table.columns.get(name);
        return column?.kind === 'day' ? dayAt(column, at) : textAt(column, at);
      }),
    ),
  );
}

describe('a roll-up of any rows', () => {
  it('keeps the totals, holds each group once, and counts every row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const plain = (await read(rows, answers(false))).dataset;
        const rolled = (await read(rows, answers(['env']))).dataset;
        expect(rolled?.totals).toStrictEqual(plain?.totals);
        expect(rolled?.ledger).toStrictEqual(plain?.ledger);
        expect(rolled?.rolledUp).toStrictEqual({ rows: rows.length, tagKeys: ['env'] });
        const table = rolled?.table;
        if (!table) throw new Error('no table');
        const groups = groupsOf(table);
        expect(new Set(groups).size).toBe(groups.length);
        const counts = groups.map((_, at) => countAt(table.columns.get('#rows'), at) ?? 0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        expect(table.columns.has('resourceUri')).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('holds what the rows of one group add up to, with their digits and the line of the first', async () => {
    const cells = (money: string, tags: string) => ({ cells: ['2026-03-01', 'm', money, 'EUR', '1.50', '', 'USD', 'rg', tags, '/r'] }); // prettier-ignore
    const rows = [cells('0.10', '{"env":"prod","team":"a"}'), cells('0.205', '{"team":"b","env":"prod"}'), cells('-1', '')]; // prettier-ignore
    const { dataset, diagnostics } = await read(rows, answers(['env']));
    const column = (name: string) => dataset?.table.columns.get(name);
    const money = column('billingPreTaxTotal');
    const pricing = column('pricingPreTaxTotal');
    expect(dataset?.table.rows).toBe(2);
    expect([0, 1].map((at) => money?.kind === 'exact' && exactText(money, at))).toStrictEqual(['0.305', '-1']);
    expect(pricing?.kind === 'exact' && exactText(pricing, 0)).toBeUndefined();
    expect([0, 1].map((at) => textAt(column('tags'), at))).toStrictEqual(['{"env":"prod"}', '']);
    expect([0, 1].map((at) => countAt(column('#row'), at))).toStrictEqual([2, 4]);
    const said = diagnostics.find(({ code }) => code === 'rolled-up')?.message;
    expect(said).toContain('3 rows rolled up into 2');
    expect(said).toContain('BillingPreTaxTotal -0.695 EUR');
  });
});

describe('more groups than are held at a time', () => {
  it('may come twice, and the sums stay right', async () => {
    const rows = Array.from({ length: 30 }, (_, i): Row => ({
      cells: ['2026-03-01', `m${String(i % 10)}`, '0.1', 'EUR', '1', '1', 'USD', 'rg', '', '/r'],
    }));
    const table = (await read(rows, answers(false))).dataset?.table;
    if (!table) throw new Error('no table');
    const collector = new ChunkCollector();
    const plan = planByHeader(HEADER, DAILY_USAGE.fields, true);
    const rollUp = new RollUp(collector, [], () => new RowFacts({ totals: DAILY_USAGE.totals ?? [] }, plan), 4);
    for (const chunk of chunksOfTable(table, 5)) await rollUp.write(chunk);
    await rollUp.finish();
    expect(rollUp.rowsIn).toBe(30);
    expect(rollUp.rowsOut).toBe(30);
    expect(rollUp.totals()).toMatchObject({ BillingPreTaxTotal: { EUR: '3' }, Quantity: { '': '30' } });
    expect(new Set(groupsOf(collector.table())).size).toBe(10);
  });
});

describe('the question', () => {
  const many = Array.from({ length: 200 }, (_, i): Row => ({
    cells: ['2026-03-01', `m${String(i)}`, '0.1', 'EUR', '1', '1', 'USD', 'rg', '{"env":"prod","cost":"1"}', '/r'],
  }));

  it('is asked before reading when the first rows say that there are many, with their number and the tags', async () => {
    const report = await read(many, { rollUpBeyond: 150 });
    expect(report.state).toBe('question');
    const [question] = report.questions;
    if (question?.kind !== 'roll-up') throw new Error('another question');
    expect(question).toMatchObject({ limit: 150, tagKeys: ['cost', 'env'], headerHash: hash, header: HEADER });
    expect(question.rows).toBeGreaterThan(150);
    expect(question.rows).toBeLessThan(300);
  });

  it('is asked after reading when the first rows did not tell, with the true number', async () => {
    const { state, questions } = await read(many, { rollUpBeyond: 150 }, 1);
    expect(state).toBe('question');
    expect(questions).toMatchObject([{ kind: 'roll-up', rows: 200, tagKeys: ['cost', 'env'] }]);
  });

  it('is not asked of few rows, of an answered header, or where nobody can answer', async () => {
    expect((await read(many, { rollUpBeyond: 500 })).state).toBe('read');
    expect((await read(many, { rollUpBeyond: 150, ...answers(false) })).dataset?.table.rows).toBe(200);
    const headless = (await read(many, {})).dataset;
    expect(headless?.table.rows).toBe(200);
    expect(headless).not.toHaveProperty('rolledUp');
  });
});

describe('tags', () => {
  it('are read with and without braces, and kept by key in one order', () => {
    expect(tagKeysOf(['{"b":"1","a":"2"}', '"c":"3"', '', 'no json', '[1]'])).toStrictEqual(['a', 'b', 'c']);
    expect(reducedTags('{"b":"1","a":2,"__proto__":"x"}', ['a', 'b', '__proto__'])).toBe(
      '{"a":"2","b":"1","__proto__":"x"}',
    );
    expect(reducedTags('no json', ['a'])).toBe('no json');
    expect(reducedTags('{"b":"1"}', ['a'])).toBe('');
  });
});
