/** Whether and how wide text fits, from the width of one digit: no measuring of single cells. */
import type { GridSource } from './source.ts';

const CELL_PADDING = 18;
const HEADER_EXTRA = 40;
const NARROW = /[.,:;'’ \u00A0\u202F]/g;

/** Pixels that a figure needs; marks between digits are about half a digit wide. */
export function figureWidth(text: string, digitWidth: number): number {
  const narrow = text.match(NARROW)?.length ?? 0;
  return (text.length - narrow / 2) * digitWidth + CELL_PADDING;
}

/** The figure, or `###` when a part of it would be cut off. */
export function figureOrMarks(text: string, width: number, digitWidth: number): string {
  return figureWidth(text, digitWidth) > width ? '###' : text;
}

/** A width at which the title and the cells of the given rows show whole. */
export function fitWidth(source: GridSource, column: number, from: number, to: number, digitWidth: number): number {
  const { title = '', unit = '' } = source.columns[column] ?? {};
  let widest = figureWidth(title + unit, digitWidth) + HEADER_EXTRA;
  for (let row = Math.max(0, from); row < Math.min(to, source.rows); row++) {
    widest = Math.max(widest, figureWidth(source.text(row, column), digitWidth));
  }
  return Math.ceil(widest);
}
