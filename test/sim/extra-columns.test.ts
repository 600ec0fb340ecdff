import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { textAt } from '../../src/core/table.ts';
import { importSources } from '../../src/importers/index.ts';
import { extraColumns, extraNames, prepareBook } from '../../src/sim/index.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import { sourceOf } from '../importers/support.ts';

const HEADER =
  'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency';

function line(id: string, ...more: readonly string[]): string {
  return [id, 'CFQ7TTC0LH18,0001,5,P1Y,Annual,2026-12-31,Commercial,DE,EUR', ...more].join(',');
}

async function datasets(...files: readonly string[]): Promise<readonly Dataset[]> {
  const { files: reports } = await importSources(files.map((text, i) => sourceOf(`${String(i)}.csv`, text)));
  return datasetsOf(
    reports.flatMap(({ dataset, rejects }) => (dataset ? [{ dataset, rejects }] : [])),
    0,
  );
}

describe('columns of the files that are none of ours', () => {
  it('are joined row by row, over files, without the rows that another file replaces', async () => {
    const first = `${HEADER},Owner,Cost centre\n${line('a', 'Ann', '007')}\n\n${line('b', 'Ben', '1E5')}\n${line('c', 'Cem', '')}\n`;
    const second = `${HEADER},Owner\n${line('b', 'Bea')}\n${line('d', 'Dan')}\n`;
    const { portfolio } = prepareBook({ datasets: await datasets(first, second) });
    expect(extraNames(portfolio)).toEqual(['x:Owner', 'x:Cost centre']);
    const columns = extraColumns(portfolio, ['x:Owner', 'x:Cost centre']);
    const ids = portfolio.table.columns.get('subscriptionId');
    const rows = Array.from({ length: portfolio.table.rows }, (_, row) =>
      [textAt(ids, row), ...[...columns.values()].map((column) => textAt(column, row))].join(' '),
    );
    expect(rows.sort()).toEqual(['a Ann 007', 'b Bea ', 'c Cem ', 'd Dan ']);
  });

  it('are none when the files have none', async () => {
    const { portfolio } = prepareBook({ datasets: await datasets(`${HEADER}\n${line('a')}\n`) });
    expect(extraNames(portfolio)).toEqual([]);
  });
});
