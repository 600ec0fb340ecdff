/** References as the parser reports them, made into nodes: A1 cells and areas, columns of tables, names. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import type { FormulaProblem, Node, Span } from './ast.ts';
import { fxA1, fxStruct } from './fx.ts';

/** The last cell of Excel's sheets, which whole columns and rows reach to. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Thrown by the parts of the parser, caught by `parseFormula`. */
export class Unreadable extends Error {
  readonly problem: FormulaProblem;
  constructor(words: string, { start, end }: Span) {
    super(words);
    this.problem = { start, end, words };
  }
}

function sheetOf(context: readonly string[] | undefined, span: Span): string | undefined {
  if (context === undefined || context.length === 0) return undefined;
  if (context.length > 1) throw new Unreadable(formulaWords.noOtherFiles, span);
  const [sheet = ''] = context;
  // A colon is no part of a sheet's name in Excel.
  if (sheet.includes(':')) throw new Unreadable(formulaWords.noSheetRange, span);
  return sheet;
}

/** `A1`, `Sheet1!A1:B3`, `A:A`, or a name. */
export function a1Node(text: string, span: Span): Node {
  const found = fxA1(text);
  if (found === undefined) throw new Unreadable(formulaWords.unexpected(text), span);
  const sheet = sheetOf(found.context, span);
  if ('name' in found) {
    if (sheet !== undefined) throw new Unreadable(formulaWords.noName(text), span);
    return { kind: 'name', name: found.name, ...span };
  }
  const { top, left, bottom, right } = found.range;
  if (!text.slice(text.lastIndexOf('!') + 1).includes(':'))
    return { kind: 'cell', sheet, row: top ?? 0, column: left ?? 0, ...span };
  const range = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? LAST_ROW, right: right ?? LAST_COLUMN };
  return { kind: 'range', sheet, range, ...span };
}

const READABLE_PARTS = new Set(['this row', 'data']);

/** `[Seats]`, `[@Seats]`, `Portfolio[[#This Row],[Seats]]`. */
export function columnNode(text: string, span: Span): Node {
  const found = fxStruct(text);
  if (found === undefined) throw new Unreadable(formulaWords.unexpected(text), span);
  const { table = '', columns = [], sections = [] } = found;
  if (!sections.every((part) => READABLE_PARTS.has(part))) throw new Unreadable(formulaWords.noSuchPart, span);
  const [column, ...others] = columns;
  if (column === undefined || others.length > 0) throw new Unreadable(formulaWords.oneColumn, span);
  const kind = sections.includes('this row') ? 'this-row' : 'column';
  // Blanks around a name are layout, as in `[@ Seats ]`.
  return { kind, table: table === '' ? undefined : table, column: column.trim(), ...span };
}
