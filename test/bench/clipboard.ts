/** A paste and a copy of 50,000 cells: both must feel like nothing. */
import { parseForGrid } from '../../src/sheet/clipboard/parse-for-grid.ts';
import { type CopyCell, writeClipboard } from '../../src/sheet/clipboard/write-clipboard.ts';
import type { CellType } from '../../src/sheet/typed/cell-type.ts';
import { readTyped } from '../../src/sheet/typed/read-typed.ts';
import { atMost, type Finding, seconds, takeTurns } from './measure.ts';

const ROWS = 5000;
const LOCALE = 'de-DE';
const TYPES: readonly CellType[] = [
  ...Array.from({ length: 4 }, (): CellType => ({ kind: 'text' })),
  ...Array.from({ length: 4 }, (): CellType => ({ kind: 'decimal', least: '0' })),
  ...Array.from({ length: 2 }, (): CellType => ({ kind: 'day' })),
];

function cellOf(row: number, column: number): CopyCell {
  const kind = TYPES[column]?.kind;
  if (kind === 'text') return { kind, text: `Customer ${String(row)} "${String(column)}"` };
  if (kind === 'day') return { kind, text: '31.12.2026', serial: 46_387 };
  const decimal = `${String(row * column)}.25`;
  return { kind: 'number', text: decimal.replace('.', ','), decimal };
}

export function benchClipboard(): readonly Finding[] {
  const cells = Array.from({ length: ROWS }, (_, row) => TYPES.map((_type, column) => cellOf(row, column)));
  const source = writeClipboard(cells);
  const paste = (html: string): void => {
    for (const row of parseForGrid({ text: source.text, html }, LOCALE) ?? []) {
      for (const [column, text] of row.entries()) readTyped(text, TYPES[column] ?? { kind: 'text' }, LOCALE);
    }
  };
  const best = takeTurns(3, {
    copy: () => writeClipboard(cells),
    text: () => paste(''),
    html: () => paste(source.html),
  });
  return [
    atMost('clipboard: copy 50,000 cells, ms', best.copy, 500, seconds(best.copy)),
    atMost('clipboard: paste 50,000 cells of text, ms', best.text, 500, seconds(best.text)),
    atMost('clipboard: paste 50,000 cells of text and HTML, ms', best.html, 1000, seconds(best.html)),
  ];
}
