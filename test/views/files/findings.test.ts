import { expect, test } from 'vitest';
import { diagnose } from '../../../src/core/diagnostics.ts';
import { diagnosticsOf, findingGroups } from '../../../src/views/files/findings.ts';
import { twinLines } from '../../../src/views/files/twins.ts';

const file = 'list.csv';

test('findings of one kind are one line with their number and first places, errors first', () => {
  const rows = [2, 3, 5, 8].map((row) =>
    diagnose('error', 'bad-count', { file, row, column: 'Quantity' }, { text: `${String(row)}.5` }),
  );
  const note = diagnose('info', 'preamble-skipped', { file, row: 1 }, { rows: 1 });
  const whole = diagnose('warning', 'one-page-only', { file });
  const groups = findingGroups([note, whole, ...rows]);
  expect(groups.map(({ severity, count, places }) => [severity, count, places])).toEqual([
    ['error', 4, 'line 2, Quantity; line 3, Quantity; line 5, Quantity; …'],
    ['warning', 1, 'the file'],
    ['info', 1, 'line 1'],
  ]);
  expect(groups[0]?.message).toContain('2.5');
});

test('what the engine has to say about a file stands with it', () => {
  const own = diagnose('warning', 'one-page-only', { file });
  const engine = [file, 'other.csv'].map((name) =>
    diagnose('warning', 'cell-undecided', { file: name, row: 2 }, { column: 'market' }),
  );
  expect(diagnosticsOf(file, [own], engine)).toEqual([own, engine[0]]);
});

test('a possible twin is one line for all its markets, with what the user said', () => {
  const sku = { productId: 'P', skuId: '0009', baseSkuId: '0001', skuTitle: 'Suite', segment: 'Commercial' };
  const candidates = [
    { ...sku, market: 'US', currency: 'USD', ratio: '1.0300' },
    { ...sku, market: 'DE', currency: 'EUR', ratio: '' },
    { ...sku, segment: 'Charity', market: 'US', currency: 'USD', ratio: '1.0300' },
  ];
  const decided = [{ productId: 'P', skuId: '0009', segment: 'Charity', isEst: false }];
  expect(
    twinLines(candidates, decided).map(({ segment, markets, ratio, decision }) => [segment, markets, ratio, decision]),
  ).toEqual([
    ['Commercial', 'US USD, DE EUR', '1.0300, no base price', undefined],
    ['Charity', 'US USD', '1.0300', false],
  ]);
});
