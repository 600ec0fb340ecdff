/** What would go, as rows of small tables. */
import type { Format } from '../../core/format.ts';
import type { ErasedCount } from '../../core/erase/tally.ts';
import { eraseText as text } from '../../core/text/en/erase.ts';
import type { ErasurePlan, FileLook, Mention } from '../../state/erase/erase-customer.ts';

type Counting = Pick<Format, 'count'>;

/** The files of which something goes. */
export function touchedFiles({ look }: ErasurePlan): readonly FileLook[] {
  return look.files.filter(({ change }) => change !== 'none');
}

export function fileRow({ file, rows, left, rejects, source, renamed, change }: FileLook, format: Counting): string[] {
  const name = renamed === undefined || change === 'remove' ? file : `${file}. ${text.files.renamed(renamed)}`;
  const rest = change === 'remove' ? text.files.removed : format.count(left);
  return [name, format.count(rows), rest, format.count(rejects), text.files.source[source]];
}

/** @param steps of the undo history, which goes whole */
export function writtenRows(written: readonly ErasedCount[], steps: number, format: Counting): readonly string[][] {
  const rows = written.map(({ place, count }) => [text.document.places[place], format.count(count)]);
  return steps > 0 ? [...rows, [text.document.history, format.count(steps)]] : rows;
}

export function mentionRow({ file, line, column, text: said }: Mention, format: Counting): string[] {
  return [file, format.count(line), column, said];
}

/** What went, in one line. */
export function summary(plan: ErasurePlan, format: Counting): string {
  const files = touchedFiles(plan);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const entries = plan.written.reduce((sum, { count }) => sum + count, 0);
  const { counts } = text;
  return text.done.body(
    counts.rows(rows, format.count(rows)),
    counts.files(files.length, format.count(files.length)),
    counts.entries(entries, format.count(entries)),
  );
}
