/** Findings of unusual spend as records of the grid, with what was said about them. */
import { type Exact, ZERO, add, subtract, toDecimal, toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import type { JudgedSpend } from '../../../core/scenario/azure.ts';
import { azureUnusualText as text } from '../../../core/text/en/azure-unusual.ts';
import type { SpendFinding, UnusualAnswer } from '../../../sim/azure/unusual/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';
import { customerWords, differenceWords, estimate, scopeWords, whyWords } from './finding-words.ts';

export interface FindingRow {
  readonly finding: SpendFinding;
  readonly judged: JudgedSpend | undefined;
}

export const SHOWN = ['open', 'judged', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export function findingRows({ findings }: UnusualAnswer, judged: readonly JudgedSpend[]): readonly FindingRow[] {
  const said = new Map(judged.map((one) => [one.finding, one]));
  return findings.map((finding) => ({ finding, judged: said.get(finding.id) }));
}

export function rowsShown(rows: readonly FindingRow[], shown: Shown): readonly FindingRow[] {
  return shown === 'all' ? rows : rows.filter(({ judged }) => (judged !== undefined) === (shown === 'judged'));
}

function excessOf({ cost, expected }: SpendFinding): Exact {
  return subtract(exactOf(cost), estimate(expected));
}

/** Digits of estimates in a file. */
const DIGITS = 6;

export function findingColumns(currency: string, format: Format): readonly TakenColumn<FindingRow>[] {
  const titles = text.list.columns;
  const { write } = figuresOf(currency, true, format);
  const excess = ({ finding }: FindingRow): Exact => excessOf(finding);
  const verdict = ({ judged }: FindingRow): string => (judged ? text.verdict.choices[judged.verdict] : '');
  return [
    { key: 'who', title: titles.who, kind: 'text', width: 180, frozen: true, text: ({ finding }) => customerWords(finding), flags: () => CELL.link },
    { key: 'what', title: titles.what, kind: 'text', width: 220, text: ({ finding }) => scopeWords(finding.scope) },
    { key: 'first', title: titles.first, kind: 'day', width: 110, text: ({ finding }) => format.day(finding.first), order: ({ finding }) => finding.first },
    { key: 'last', title: titles.last, kind: 'day', width: 110, text: ({ finding }) => format.day(finding.last), order: ({ finding }) => finding.last },
    { key: 'excess', title: titles.excess, unit: currency, kind: 'number', width: 140, text: ({ finding: { cost, expected } }) => differenceWords(cost, expected, currency, format), order: (row) => toFloat(excess(row)), raw: (row) => ({ kind: 'number', decimal: toDecimal(excess(row), 0, DIGITS) }) },
    { key: 'cost', title: titles.cost, unit: currency, kind: 'number', width: 120, text: ({ finding }) => write(exactOf(finding.cost)), order: ({ finding }) => Number(finding.cost), raw: ({ finding }) => ({ kind: 'number', decimal: finding.cost }) },
    { key: 'expected', title: titles.expected, unit: currency, kind: 'number', width: 120, text: ({ finding }) => write(estimate(finding.expected)), order: ({ finding }) => finding.expected, raw: ({ finding }) => ({ kind: 'number', decimal: toDecimal(estimate(finding.expected), 0, DIGITS) }) },
    { key: 'why', title: titles.why, kind: 'text', width: 260, text: ({ finding }) => whyWords(finding) },
    { key: 'verdict', title: titles.verdict, kind: 'text', width: 110, text: verdict, flags: ({ judged }) => (judged?.verdict === 'fraud' ? CELL.warning : 0) },
    { key: 'reason', title: titles.reason, kind: 'text', width: 200, text: ({ judged }) => judged?.reason ?? '' },
  ]; // prettier-ignore
}

export function findingKpis(rows: readonly FindingRow[], currency: string, format: Format): readonly Kpi[] {
  const digits = minorDigits(currency);
  const sum = (those: readonly FindingRow[]): string => {
    const all = those.reduce((so, { finding }) => add(so, excessOf(finding)), ZERO);
    return format.exact(all, [digits, digits], 'always');
  };
  const open = rows.filter(({ judged }) => judged === undefined).length;
  const fraud = rows.filter(({ judged }) => judged?.verdict === 'fraud');
  const estimated = { unit: currency, note: text.kpis.estimate };
  return [
    { label: text.kpis.open, value: format.count(open), of: text.kpis.of(format.count(rows.length)) },
    { label: text.kpis.rises, value: sum(rows.filter(({ finding }) => finding.isRise)), ...estimated },
    { label: text.kpis.falls, value: sum(rows.filter(({ finding }) => !finding.isRise)), ...estimated },
    ...(fraud.length > 0 ? [{ label: text.kpis.fraud, value: sum(fraud), ...estimated }] : []),
  ];
}
