/** A grid source whose cells say where they are, for tests. */
import type { GridColumn, GridEdits, GridSource } from '../../../src/ui/grid/source.ts';

/** Columns of different widths, the first ones frozen. */
export function sampleColumns(count: number, frozen = 1): readonly GridColumn[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `c${String(index)}`,
    title: `Column ${String(index)}`,
    align: 'start',
    width: 60 + ((index * 37) % 140),
    frozen: index < frozen,
    sortable: true,
    kind: 'text',
  }));
}

/** `r<row>c<column>` in every cell. */
export function sampleSource(rows: number, columns: readonly GridColumn[]): GridSource {
  return { rows, columns, text: (row, column) => `r${String(row)}c${String(column)}` };
}

/** Edits that write nothing: series of whole numbers are continued, everything else is copied. */
export function sampleEdits(refusal: GridEdits['refusal'] = () => undefined): GridEdits {
  return {
    refusal,
    editText: (row, column) => `r${String(row)}c${String(column)}`,
    check: () => undefined,
    write: () => [],
    parse: () => undefined,
    fill: (texts, count, { copy = false, backward = false }) => {
      const numbers = texts.map(Number);
      const [first = 0, second = first + 1] = numbers;
      const series = !copy && numbers.every((number) => Number.isInteger(number));
      const from = backward ? first : (numbers.at(-1) ?? 0);
      return Array.from({ length: count }, (_, index) => {
        if (series) return String(from + (backward ? -1 : 1) * (second - first) * (index + 1));
        const at = backward ? texts.length - 1 - (index % texts.length) : index % texts.length;
        return texts[at] ?? '';
      });
    },
  };
}
