/** A list of records as the grid changes it: typed cells, and all writes of a command as one step of the history. */
import { payersText } from '../../../core/text/en/payers.ts';
import { parseForGrid } from '../../../sheet/clipboard/parse-for-grid.ts';
import { fillSeries } from '../../../sheet/fill/fill-series.ts';
import { readTyped } from '../../../sheet/typed/read-typed.ts';
import { typedText } from '../../../sheet/typed/typed-text.ts';
import type { EditKind, GridEdits, RefusedWrite } from '../../../ui/grid/source.ts';
import type { PayColumn } from './columns.ts';

export interface EditedRecords<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly PayColumn<Row>[];
  /** Places of the rows in the order of the view. */
  readonly order: Uint32Array;
  readonly locale: string;
  /** Why nothing can be changed at present; '' when it can. */
  readonly readOnly: string;
  /** Takes over changed rows by their place; `cells` is how many cells were written. */
  readonly commit: (changed: ReadonlyMap<number, Row>, kind: EditKind, cells: number) => void;
}

export function recordEdits<Row>({ rows, columns, order, locale, readOnly, commit }: EditedRecords<Row>): GridEdits {
  const rowAt = (viewRow: number): Row | undefined => rows[order[viewRow] ?? -1];
  const refusal = (_: number, column: number): string | undefined => {
    if (readOnly !== '') return readOnly;
    const spec = columns[column];
    return spec?.edit ? undefined : payersText.sheet.readOnly(spec?.title ?? '');
  };
  const changed = (row: Row | undefined, column: number, text: string): { row: Row } | { refused: string } => {
    const edit = columns[column]?.edit;
    if (!edit || row === undefined) return { refused: payersText.sheet.readOnly(columns[column]?.title ?? '') };
    const typed = readTyped(text, edit.type, locale);
    if (!typed.ok) return { refused: typed.error };
    const next = edit.set(row, typed.value);
    return typeof next === 'string' ? { refused: next } : { row: next };
  };
  return {
    refusal,
    editText: (row, column) => {
      const [record, edit] = [rowAt(row), columns[column]?.edit];
      return record !== undefined && edit ? typedText(edit.value(record), edit.type, locale) : '';
    },
    choices: (_, column) => columns[column]?.edit?.choices,
    check: (row, column, text) => {
      const result = changed(rowAt(row), column, text);
      return 'refused' in result ? result.refused : undefined;
    },
    write: (writes, kind) => {
      const drafts = new Map<number, Row>();
      const refused: RefusedWrite[] = [];
      let cells = 0;
      for (const write of writes) {
        const place = order[write.row] ?? -1;
        const reason = refusal(write.row, write.column);
        const result =
          reason === undefined
            ? changed(drafts.get(place) ?? rows[place], write.column, write.text)
            : { refused: reason };
        if ('refused' in result) {
          refused.push({ ...write, reason: result.refused });
          continue;
        }
        drafts.set(place, result.row);
        cells++;
      }
      if (cells > 0) commit(drafts, kind, cells);
      return refused;
    },
    fill: (texts, count, options) => fillSeries(texts, count, { ...options, locale }),
    parse: (clipboard) => parseForGrid(clipboard, locale),
  };
}
