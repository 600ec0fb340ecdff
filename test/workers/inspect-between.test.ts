/** `npm run inspect` with several files of one kind: what they share and what is missing between them. */
import { expect, it } from 'vitest';
import { inspectFiles } from '../../src/workers/inspect-files.ts';
import { sourceOf } from '../importers/support.ts';

function month(name: string, days: readonly string[]) {
  const rows = days.map((day) => `c-1,${day},meter,/r/vm,24,1.25,EUR`);
  const header = 'CustomerId,UsageDate,MeterId,ResourceUri,Quantity,BillingPreTaxTotal,BillingCurrency';
  return sourceOf(name, `${[header, ...rows].join('\n')}\n`);
}

it('tells copies, overlaps and gaps, each at the later file', async () => {
  const may = ['2026-05-01', '2026-05-02', '2026-05-03'];
  const { document } = await inspectFiles(
    [
      month('may.csv', may),
      month('copy.csv', may.toReversed()),
      month('late.csv', ['2026-05-03', '2026-05-04']),
      month('july.csv', ['2026-07-01']),
    ],
    false,
  );
  const said = document.files.map(({ file, diagnostics }) => [
    file,
    ...diagnostics.filter(({ severity }) => severity === 'warning').map(({ message }) => message),
  ]);
  expect(said).toStrictEqual([
    ['may.csv'],
    [
      'copy.csv',
      'Every row is in “may.csv” already. Added to it, everything would count twice: leave one of the two out.',
    ],
    [
      'late.csv',
      'Has rows of “may.csv” on 2026-05-03 (1 row there, 1.25 EUR). Added to it, they would count twice: leave one of the two out, or get files of periods that do not overlap.',
      'Has rows of “copy.csv” on 2026-05-03 (1 row there, 1.25 EUR). Added to it, they would count twice: leave one of the two out, or get files of periods that do not overlap.',
    ],
    [
      'july.csv',
      'No file is about 2026-06, between “late.csv” and this one. Add the file of that month, or amounts over time will have a gap.',
    ],
  ]);
});
