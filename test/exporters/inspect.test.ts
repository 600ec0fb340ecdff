/** The table of `npm run inspect`. */
import { describe, expect, it } from 'vitest';
import { type InspectedFile, inspectDocument } from '../../src/exporters/inspect/document.ts';
import { inspectTable } from '../../src/exporters/inspect/table.ts';

const FILE: InspectedFile = {
  file: 'usage.csv',
  kind: 'daily-usage',
  sha256: 'ab'.repeat(32),
  rows: { read: 3, accepted: 2, rejected: 1, skipped: 0 },
  columns: Array.from({ length: 40 }, (_, i) => `Column number ${String(i)}`),
  totals: { Total: { EUR: '1234.500000000000000001', USD: '-7' }, Quantity: { '': '88.5' } },
  repairs: [{ code: 'decimal-comma', column: 'UnitPrice', rows: 1, applied: false }],
  diagnostics: Array.from({ length: 25 }, (_, i) => ({
    row: i + 2,
    column: 'UsageDate',
    severity: 'error' as const,
    code: 'bad-date',
    message: 'This is no date that anybody can read. '.repeat(4).trim(),
  })),
};

describe('the table of an inspection', () => {
  const lines = inspectTable(inspectDocument([FILE])).split('\n');

  it('stays within 100 characters', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('puts decimal points below each other and leaves out no digit', () => {
    const totals = lines.filter((line) => /1234\.5|-7|88\.5/.test(line));
    expect(totals.map((line) => line.trimEnd().replace(/\.\d+$/, '').length)).toEqual([...Array<unknown>(3)].map(
      () => totals[0]?.indexOf('.'),
    )); // prettier-ignore
    expect(totals[0]).toContain('EUR  1234.500000000000000001');
  });

  it('names a repair that was not made, and how many findings are not shown', () => {
    expect(lines.join('\n')).toContain('decimal-comma, in UnitPrice, 1 row, not applied');
    expect(lines.join('\n')).toContain('… and 5 more');
  });

  it('lets no name move the cursor', () => {
    const hostile = inspectTable(inspectDocument([{ ...FILE, file: 'a\u001b[2J\r\u202e.csv', columns: ['\u0007'] }]));
    expect(hostile).not.toMatch(/[\u001b\r\u202e\u0007]/);
  });
});
