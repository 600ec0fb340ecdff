/** What a file covers, and what is missing beside it, in words. */
import type { Format } from '../../core/format.ts';
import type { Coverage } from '../../core/schema/coverage.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { betweenText as text } from '../../core/text/en/between.ts';
import type { MissingMonth } from '../../state/workbook.svelte.ts';

/** Undefined when no row has a day. */
export function coverageText(
  { days, customers }: Coverage,
  format: Pick<Format, 'days' | 'count'>,
): string | undefined {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return undefined;
  const { ids, isCapped } = customers;
  const count = ids.length === 0 || isCapped ? '' : format.count(ids.length);
  return text.coverage(format.days(first.day, last.day), format.count(days.length), count);
}

/** A sentence for each gap that begins or ends at the file. */
export function gapTexts(
  { file }: Pick<DatasetInfo, 'file'>,
  missing: readonly MissingMonth[],
  format: Pick<Format, 'month'>,
): readonly string[] {
  const files = missing.filter(({ before, after }) => before === file || after === file);
  const pairs = new Map(files.map((gap) => [JSON.stringify([gap.before, gap.after]), gap]));
  return [...pairs.values()].map(({ before, after }) => {
    const months = files.filter((gap) => gap.before === before && gap.after === after);
    return text.missing(months.map(({ month }) => format.month(month)).join(', '), before, after);
  });
}
