/** The shares of EST and of renewals, side by side and never added. */
import type { Format } from '../../../core/format.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import { PAY_PARTS, type PartSplit } from '../../../sim/payers/types.ts';
import type { TableColumn } from '../../../ui/table-column.ts';

const { columns: titles, parts: names } = payersText.split;

export function splitTable(
  parts: readonly PartSplit[],
  currency: string,
  format: Format,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] } {
  const figures = [titles.subscriptions, titles.need, titles.passed, titles.delayed, titles.absorbed, titles.extra];
  return {
    columns: [{ title: titles.part }, ...figures.map((title) => ({ title, align: 'end' as const }))],
    rows: PAY_PARTS.map((name) => {
      const part = parts.find((one) => one.part === name);
      const { passed, delayed, absorbed } = part?.total ?? { passed: 0, delayed: 0, absorbed: 0 };
      const amounts = [passed, delayed, absorbed].map((minor) => format.amount(minor, currency));
      return [
        names[name],
        format.count(part?.subscriptions ?? 0),
        format.signed(passed + delayed + absorbed, currency),
        ...amounts,
        format.signed(part?.extra ?? 0, currency),
      ];
    }),
  };
}
