/** The published FOCUS sample rows: every cell is as it stands in the file or the report says what became of it; and the month as Cost Management would have it. */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/core/cell-text.ts';
import { headerKey } from '../../../src/core/ids.ts';
import { equals, parseExact } from '../../../src/core/exact.ts';
import { importSources } from '../../../src/importers/index.ts';
import { groupUsage, readUsage } from '../../../src/sim/azure/model/index.ts';
import type { UsageQuery } from '../../../src/sim/azure/types.ts';
import { importAll, sourceOfFile, sourceOfText } from '../../support/import-files.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url).pathname;
const PUBLISHED = `${SAMPLES}focus/REAL-focus-1.0-sample-microsoft-rows.csv`;
const isThere = existsSync(PUBLISHED);
if (!isThere) console.log('skipped: the samples ../shared/samples are not here');

type Row = Readonly<Record<string, string>>;

function published(): readonly Row[] {
  return Papa.parse<Row>(readFileSync(PUBLISHED, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** The same charges as an export of Cost Management at the scope of a billing account. */
function asCostManagement(rows: readonly Row[]): string {
  const [header = ''] = readFileSync(`${SAMPLES}cost-management/HEADER-mpa-actual-2021-01-01.csv`, 'utf8').split(
    /\r?\n/,
  );
  const value = (row: Row, name: string): string => (row[name] === 'NULL' ? '' : (row[name] ?? ''));
  return Papa.unparse({
    fields: header.split(','),
    data: rows.map((row) => {
      const cells = new Map([
        ['customertenantid', value(row, 'BillingAccountId')],
        ['customername', value(row, 'BillingAccountName')],
        ['date', (row['ChargePeriodStart'] ?? '').replace(/^(\d+)-(\d+)-(\d+) .*/, '$2/$3/$1')],
        ['subscriptionid', value(row, 'SubAccountId')],
        ['subscriptionname', value(row, 'SubAccountName')],
        ['metercategory', value(row, 'ServiceName')],
        ['resourceid', value(row, 'ResourceId')],
        ['resourcelocation', value(row, 'RegionName')],
        ['costinbillingcurrency', value(row, 'BilledCost')],
        ['billingcurrency', value(row, 'BillingCurrency')],
        ['quantity', value(row, 'ConsumedQuantity')],
        ['unitofmeasure', value(row, 'PricingUnit')],
        ['tags', value(row, 'Tags')],
        ['chargetype', value(row, 'ChargeCategory')],
      ]);
      return header.split(',').map((name) => cells.get(headerKey(name)) ?? '');
    }),
  });
}

describe.runIf(isThere)('the published FOCUS rows', () => {
  it.each(['REAL-focus-1.0-sample-microsoft-rows.csv', 'DERIVED-focus-1.0-two-member.csv.gz'])(
    'of %s are as they stand there, or the report says what became of them',
    async (name) => {
      const { files } = await importSources([sourceOfFile(`${SAMPLES}focus/${name}`)]);
      const [report] = files;
      const rows = published();
      const table = report?.dataset?.table;
      expect(table?.rows).toBe(rows.length);
      const keys = Object.keys(rows[0] ?? {});
      let [blanks, times] = [0, 0];
      const differences: string[] = [];
      const read = new Set<string>();
      for (const [column, cells] of table?.columns ?? []) {
        const key = keys.find((own) => headerKey(own) === headerKey(column.replace(/^x:/, '')));
        if (key === undefined) continue;
        read.add(key);
        for (const [row, raw] of rows.entries()) {
          const [found, wanted] = [cellText(cells, row), raw[key] ?? ''];
          if (found === wanted) continue;
          const day = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(wanted);
          if (cells.kind === 'day' && day?.[1] === found) times += day[2] === '00:00:00' ? 0 : 1;
          else if (found === '' && wanted === 'NULL') blanks++;
          else differences.push(`${key}, row ${String(row)}: ${wanted} → ${found}`);
        }
      }
      expect(differences).toEqual([]);
      expect(keys.filter((key) => !read.has(key))).toEqual([]);
      const said = (code: string) => report?.diagnostics.filter((one) => one.code === code).map(({ params }) => params);
      expect(said('blanks-read')).toMatchObject([{ cells: blanks, words: 'NULL' }]);
      expect(said('times-cut')?.reduce((sum, { rows: count = 0 }) => sum + Number(count), 0)).toBe(times);
    },
  );

  it('cost the same as FOCUS, as Parquet and as Cost Management, and count once when both are there', async () => {
    const focus = sourceOfFile(PUBLISHED);
    const other = sourceOfText('cost-management.csv', asCostManagement(published()));
    const [one, two, both] = [[focus], [other], [focus, other]].map(async (files) =>
      readUsage((await importAll(files)).datasets),
    );
    const [fromFocus, fromOther, fromBoth] = [await one, await two, await both];
    if (!fromFocus || !fromOther || !fromBoth) throw new Error('INTERNAL: not read');
    expect(fromFocus.facts.totals).toEqual({ USD: '2.00053104576' });
    expect(fromOther.facts.totals).toEqual(fromFocus.facts.totals);
    expect(fromBoth.facts).toMatchObject({
      totals: fromFocus.facts.totals,
      replaced: [{ reason: 'preferred-source' }],
    });
    for (const by of ['customer', 'subscription', 'category', 'region', 'resource', 'tag:env'] as const) {
      const query: UsageQuery = { filter: { currency: 'USD' }, by: [by], period: 'day', measure: 'cost' };
      expect(groupUsage(fromOther, query)).toEqual(groupUsage(fromFocus, query));
    }
    const parquet = readUsage(
      (await importAll([sourceOfFile(`${SAMPLES}focus/DERIVED-focus-1.0r2.snappy.parquet`)])).datasets,
    );
    const microsoft = groupUsage(fromFocus, { filter: { currency: 'USD' }, by: ['customer'], measure: 'cost' });
    const own = groupUsage(parquet, { filter: { currency: 'USD' }, by: ['customer'], measure: 'cost' });
    for (const [at, [customer = '']] of own.groups.entries()) {
      const place = microsoft.groups.findIndex(([name]) => name === customer);
      const [a, b] = [parseExact(own.totals[at] ?? ''), parseExact(microsoft.totals[place] ?? '')];
      expect(a && b && equals(a, b), customer).toBe(true);
    }
  });
});
