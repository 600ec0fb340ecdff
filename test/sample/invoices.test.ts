/** The sample's invoices: what its own subscriptions and lists let expect, but for what was planted. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { fraction } from '../../src/core/exact.ts';
import { monthOfDay } from '../../src/core/days.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { importSources } from '../../src/importers/index.ts';
import { makeSample, makeSampleInvoices } from '../../src/sample/index.ts';
import { mapEstOffers } from '../../src/sim/est-mapping.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { estFindings } from '../../src/sim/invoice/est-findings.ts';
import { EstTerms } from '../../src/sim/invoice/est-terms.ts';
import { checkLines, VERDICTS } from '../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../src/sim/invoice/model/read-lines.ts';
import { checkMonth } from '../../src/sim/invoice/union/check-month.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import { freshFiles } from '../../src/workers/fresh-files.ts';
import { day } from '../support/simulation.ts';

const asOf = day('2026-11-22');

async function read(files: readonly { name: string; text: string }[], first: number): Promise<readonly Dataset[]> {
  const sources = files.map(({ name, text }) => {
    const blob = new Blob([text]);
    return { name, size: blob.size, stream: () => blob.stream() };
  });
  const { files: reports } = await importSources(sources);
  return datasetsOf(freshFiles(reports, new Map()).fresh, first, { drop: String(first), importedOn: asOf });
}

describe('the invoices of the sample', () => {
  it('say what the subscriptions cost, but for one fault of each kind that is planted', async () => {
    const sample = await read(makeSample({ asOf }), 0);
    const invoices = await read(makeSampleInvoices({ asOf }), 40);
    expect(invoices.map(({ kind, ledger }) => [kind, ledger.rejected])).toEqual(Array(4).fill(['reconciliation', 0]));
    const lines = readLines(invoices);
    const checked = checkLines(lines);
    if (!checked) throw new Error('given up');
    const odd = Array.from(checked.verdicts).filter((verdict) => !['exact', 'rounding'].includes(VERDICTS[verdict] ?? ''));
    expect(odd.map((verdict) => VERDICTS[verdict])).toEqual(['subtotal']);

    const book = prepareBook({ datasets: sample });
    const { est } = DEFAULT_SCENARIO;
    const offers = [...book.offers.values()];
    const terms = new EstTerms(offers, mapEstOffers(offers, est.twins), est);
    const months = lineMonths(lines);
    const billedEst = estFindings(lines, checked, months, terms, asOf).filter(({ confidence }) => confidence === 'high');
    expect(billedEst.length).toBeGreaterThan(8);
    for (const { rows, stop } of billedEst) expect([rows.length, ['running', 'presumed'].includes(stop.state)]).toEqual([2, true]);

    const last = monthOfDay(asOf) - 1;
    const result = (month: number) => checkMonth({ month, lines, checked, months, before: undefined, after: { day: asOf, book }, terms, gate: fraction(5, 100) });
    expect(result(last - 1).differences).toEqual([]);
    expect(result(last).differences.map(({ cause, besides }) => [cause, ...besides].join(' ')).sort()).toEqual([
      ...['extra', 'missing', 'promotion-ended', 'proration', 'quantity', 'unknown'],
    ]);
  });

  it('are the same bytes for the same options', () => {
    expect(makeSampleInvoices({ asOf })).toEqual(makeSampleInvoices({ asOf }));
  });
}); // prettier-ignore
