/** Finding a text in all cells that show, in the order of the view, in steps that hand over what they have found. */
import type { Column, TextColumn } from '../../core/table.ts';
import { lowerCase } from './text-tests.ts';

export interface FindOptions {
  readonly locale: string;
  /** Letter case counts. */
  readonly matchCase?: boolean;
  /** The whole cell is the text. */
  readonly whole?: boolean;
}

/** A column of the view. */
export interface FoundIn {
  /** Set when a cell shows the very text of this column, so that each text is looked at once. */
  readonly column?: Column;
  /** Its cells are figures: they hold no letters. */
  readonly figures?: boolean;
  /** A cell as it is shown, by row of the view. */
  readonly text: (viewRow: number) => string;
}

/** A cell, by row of the view and place of its column. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
}

/** Cells asked between two pauses. */
const STEP = 4096;

const LETTER = /\p{L}/u;

/**
 * Yields the cells found since the last step, row by row.
 * @param rows rows of the view
 * @param tableRow the row of the table behind a row of the view; undefined for one that has none
 */
export function* findSteps(
  text: string,
  columns: readonly FoundIn[],
  rows: number,
  tableRow: (viewRow: number) => number | undefined,
  options: FindOptions,
): Generator<readonly FoundCell[], undefined> {
  if (text === '') return undefined;
  const matches = matcher(text, options);
  const tests = [...columns.entries()].flatMap(([place, { column, figures, text: textAt }]) => {
    if (figures === true && LETTER.test(text)) return [];
    const test = column?.kind === 'text' ? codeTest(column, matches, tableRow, textAt) : asked(matches, textAt);
    return [{ place, test }];
  });
  let found: FoundCell[] = [];
  let untilPause = STEP;
  for (let row = 0; row < rows; row++) {
    for (const { place, test } of tests) if (test(row)) found.push({ row, column: place });
    untilPause -= tests.length + 1;
    if (untilPause > 0) continue;
    yield found;
    untilPause = STEP;
    found = [];
  }
  yield found;
  return undefined;
}

/** Says whether a text holds what is looked for. */
export function matcher(text: string, { locale, matchCase, whole }: FindOptions): (cell: string) => boolean {
  const fold = (value: string): string => (matchCase === true ? value : lowerCase(value, locale));
  const wanted = fold(text);
  return whole === true ? (cell) => fold(cell) === wanted : (cell) => fold(cell).includes(wanted);
}

function asked(matches: (cell: string) => boolean, textAt: (viewRow: number) => string): (viewRow: number) => boolean {
  return (viewRow) => matches(textAt(viewRow));
}

/** Remembers what each text of the dictionary said: 0 not asked, 1 no, 2 yes. */
function codeTest(
  { codes, values }: TextColumn,
  matches: (cell: string) => boolean,
  tableRow: (viewRow: number) => number | undefined,
  textAt: (viewRow: number) => string,
): (viewRow: number) => boolean {
  const said = new Uint8Array(values.length);
  return (viewRow) => {
    const row = tableRow(viewRow);
    if (row === undefined) return matches(textAt(viewRow));
    const code = codes[row] ?? 0;
    const known = said[code] ?? 0;
    if (known !== 0) return known === 2;
    const is = matches(values[code] ?? '');
    said[code] = is ? 2 : 1;
    return is;
  };
}
