/** Compares what the grid shows with the model: each visible cell's text, and that rows and columns leave no gap. */
import type { GridData } from './grid-data.ts';

export interface GridCheck {
  readonly cells: number;
  /** What is wrong, in words. */
  readonly wrong: readonly string[];
}

/** Pixels by which boxes may miss each other: transforms and layouts round on their own. */
const SLACK = 1;

/** Looks at the grid as it is drawn now. */
export function checkGrid(data: GridData): GridCheck {
  const wrong: string[] = [];
  let cells = 0;
  const layer = boxOf(document.querySelector('.grid .layer'));
  const rows = data.view.length;
  for (const body of document.querySelectorAll('.grid .body')) {
    const frame = boxOf(body);
    const shown = [...body.querySelectorAll('[role=row]')]
      .map((row) => ({ row, index: Number(row.getAttribute('aria-rowindex')) - 2, box: boxOf(row) }))
      .filter(({ box }) => box.bottom > frame.top + SLACK && box.top < frame.bottom - SLACK)
      .sort((a, b) => a.index - b.index);
    wrong.push(...gapsInRows(shown, frame, rows));
    for (const { row, index } of shown) {
      const count = checkRow(row, index, layer, data, wrong);
      cells += count;
      if (count === 0) wrong.push(`row ${String(index)} shows no cell`);
    }
  }
  return { cells, wrong };
}

function gapsInRows(
  shown: readonly { readonly index: number; readonly box: DOMRect }[],
  frame: DOMRect,
  rows: number,
): readonly string[] {
  if (frame.height <= SLACK || rows === 0) return [];
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) {
    const inPlace = document.querySelectorAll('.grid .body.top [role=row]').length;
    return inPlace < rows ? ['no row is drawn'] : [];
  }
  const wrong: string[] = [];
  if (first.box.top > frame.top + SLACK) wrong.push(`a gap above row ${String(first.index)}`);
  if (last.box.bottom < frame.bottom - SLACK && last.index < rows - 1)
    wrong.push(`a gap below row ${String(last.index)}`);
  for (const [at, { index, box }] of shown.entries()) {
    const next = shown[at + 1];
    if (next === undefined) continue;
    if (next.index !== index + 1) wrong.push(`row ${String(index)} is followed by ${String(next.index)}`);
    if (Math.abs(next.box.top - box.bottom) > SLACK) wrong.push(`row ${String(next.index)} stands in a wrong place`);
  }
  return wrong;
}

function checkRow(row: Element, index: number, layer: DOMRect, data: GridData, wrong: string[]): number {
  const frozen = row.querySelector('.frozen');
  const frozenRight = boxOf(frozen).right;
  const gutter = frozen?.querySelector('.gutter')?.textContent.replace(/\D/g, '') ?? '';
  if (gutter !== String(index + 1)) wrong.push(`row ${String(index)} is numbered ${gutter}`);
  let cells = 0;
  let right = boxOf(frozen?.querySelector('.gutter') ?? null).right;
  const inOrder = [...row.querySelectorAll('[role=gridcell]')]
    .map((cell) => ({ cell, column: Number(cell.getAttribute('aria-colindex')) - 2, box: boxOf(cell) }))
    .sort((a, b) => a.column - b.column);
  for (const { cell, column, box } of inOrder) {
    const isFrozen = frozen?.contains(cell) === true;
    if (!isFrozen && (box.right <= frozenRight + SLACK || box.left >= layer.right - SLACK)) continue;
    cells += 1;
    if (box.left > right + SLACK) wrong.push(`a gap before column ${String(column)} of row ${String(index)}`);
    right = Math.max(right, box.right);
    const text = shownText(cell);
    const expected = data.expected(index, column);
    const isCut = text === '###' && expected !== '';
    if (text !== expected && !isCut && !isGroup(row)) {
      wrong.push(`row ${String(index)}, column ${String(column)} shows “${text}” instead of “${expected}”`);
    }
  }
  if (right < layer.right - SLACK && inOrder.at(-1)?.column !== data.shown.length - 1) {
    wrong.push(`a gap after the last cell of row ${String(index)}`);
  }
  return cells;
}

function shownText(cell: Element): string {
  return [...cell.children].find(({ tagName }) => tagName === 'SPAN')?.textContent ?? '';
}

function isGroup(row: Element): boolean {
  return row.classList.contains('group');
}

function boxOf(element: Element | null): DOMRect {
  return element?.getBoundingClientRect() ?? new DOMRect();
}
