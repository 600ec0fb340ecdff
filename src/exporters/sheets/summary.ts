/** The first sheet of the workbook: the run, the totals of each currency, the input files with their hashes. */
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { exportText } from '../../core/text/en/export.ts';
import type { Simulation, Totals } from '../../sim/types.ts';
import { reportingRates } from '../rule-assumptions.ts';
import { inImportOrder, sortedTotals, TOTAL_AMOUNTS } from '../results/document.ts';
import {
  amountCell,
  type Cell,
  type ColumnOf,
  dayCell,
  numberCell,
  type Sheet,
  sheetOf,
  textCell,
} from '../tabular/sheet.ts';

const words = exportText.summary;
const titles = exportText.columns;

interface Line {
  readonly topic: string;
  readonly item: string;
  readonly value: Cell;
}

const COLUMNS: readonly ColumnOf<Line>[] = [
  { key: 'topic', title: titles.topic, width: 40, cell: ({ topic }) => textCell(topic) },
  { key: 'item', title: titles.item, width: 32, cell: ({ item }) => textCell(item) },
  { key: 'value', title: titles.value, width: 68, cell: ({ value }) => value },
];

/** As-of, horizon, scenario, totals by currency, input files. */
export function summarySheet(simulation: Simulation, scenario: string, inputs: readonly DatasetInfo[]): Sheet {
  const { asOf, horizonMonths } = simulation.window;
  return sheetOf(exportText.sheets.summary, COLUMNS, [
    { topic: words.run, item: words.asOf, value: dayCell(asOf) },
    { topic: words.run, item: words.horizon, value: numberCell(horizonMonths) },
    { topic: words.run, item: words.scenario, value: textCell(scenario) },
    ...sortedTotals(simulation).flatMap(totalsLines),
    ...reportingLines(simulation),
    ...inImportOrder(inputs).flatMap(inputLines),
  ]);
}

function totalsLines(totals: Totals): readonly Line[] {
  const topic = words.totals(totals.currency);
  const counts = ['subscriptions', 'exposed', 'atRisk', 'unpriced'] as const;
  return [
    ...counts.map((key) => ({ topic, item: words[key], value: numberCell(totals[key]) })),
    ...TOTAL_AMOUNTS.map((key) => ({ topic, item: titles[key], value: amountCell(totals[key], totals.currency) })),
  ];
}

/** The sums over all currencies, each rate with its source. */
function reportingLines({ reporting }: Simulation): readonly Line[] {
  if (!reporting) return [];
  const { currency, missing, amounts } = reporting;
  const topic = words.reporting(currency);
  return [
    ...reportingRates(reporting).map((rate) => ({ topic, item: words.rate, value: textCell(rate) })),
    ...missing.map((other) => ({ topic, item: words.rate, value: textCell(words.noRate(other)) })),
    ...(amounts
      ? TOTAL_AMOUNTS.map((key) => ({ topic, item: titles[key], value: amountCell(amounts[key], currency) }))
      : []),
  ];
}

function inputLines({ file, kind, ledger, sha256 }: DatasetInfo): readonly Line[] {
  return [
    { topic: file, item: words.kind, value: textCell(kind) },
    { topic: file, item: words.accepted, value: numberCell(ledger.accepted) },
    { topic: file, item: words.rejected, value: numberCell(ledger.rejected) },
    { topic: file, item: words.sha256, value: textCell(sha256) },
  ];
}
