/** Column formulas as Excel writes them: `[@Seats]` becomes a cell of the exported row. */
import { type Day, partsOfDay } from '../../core/days.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { formulaExportText as words } from '../../core/text/en/formula-export.ts';
import {
  type CallNode,
  type CellNode,
  childrenOf,
  type ColumnNode,
  type Node,
  type RangeNode,
} from '../formula/ast.ts';
import { fxTokens } from '../formula/fx.ts';
import { parseFormula } from '../formula/parse.ts';
import { excelFunction, readsBlock, SPILLING } from './excel-functions.ts';

/** Where things stand in the exported file. */
export interface ExcelPlaces {
  /** The letters of the exported column that a reference means; undefined when it is not in the file. */
  column(table: string | undefined, title: string): string | undefined;
  /** First and last row (from 1) of the table's rows, when the file holds all of them and nothing between. */
  readonly rows?: { readonly first: number; readonly last: number } | undefined;
  /** Cells keep their addresses: references to cells of the own sheet mean the same in the file. */
  readonly cells?: boolean | undefined;
  /** Whether the file will define the name. */
  name(name: string): boolean;
  /** What TODAY means here: in Excel it would be another day. */
  readonly asOf: Day;
}

export interface ExcelFormula {
  /** The formula of a row (from 1), without its equals sign, as the file's XML has it. */
  at(row: number): string;
  /** Letters of the columns whose cells of the own row it uses. */
  readonly rowColumns: readonly string[];
  /** The names that it uses, as written. */
  readonly names: readonly string[];
}

/** A piece of the output: a text, or the letters of a column before the number of the row. */
type Piece = string | { readonly letters: string };
interface Change {
  readonly start: number;
  readonly end: number;
  readonly piece: Piece;
}

/** A stored formula (en-US) in Excel's terms, or why Excel cannot have it, in words that follow “because”. */
export function excelFormula(formula: string, places: ExcelPlaces): Result<ExcelFormula, string> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return err(words.unreadable);
  const translation = new Translation(formula, places);
  try {
    translation.read(parsed.value);
  } catch (error) {
    if (error instanceof NotInExcel) return err(error.message);
    throw error;
  }
  return ok(translation.result());
}

class NotInExcel extends Error {}

class Translation {
  private readonly formula: string;
  private readonly places: ExcelPlaces;
  private readonly changes: Change[] = [];
  private readonly rowColumns = new Set<string>();
  private readonly names = new Set<string>();
  /** Names of LET, in lower case. */
  private readonly locals = new Set<string>();

  constructor(formula: string, places: ExcelPlaces) {
    this.formula = formula;
    this.places = places;
  }

  read(root: Node): void {
    this.collectLocals(root);
    this.node(root, false);
    for (const { type, text, start, end } of fxTokens(this.formula)) {
      if (type === 'func') this.functionName(text.toUpperCase(), start, end);
      if (type === 'range_named' && this.locals.has(text.toLowerCase())) this.change(start, end, `_xlpm.${text}`);
    }
  }

  result(): ExcelFormula {
    const pieces = this.pieces();
    return {
      at: (row) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.letters + String(row))).join(''),
      rowColumns: [...this.rowColumns],
      names: [...this.names],
    };
  }

  private pieces(): readonly Piece[] {
    const pieces: Piece[] = [];
    let at = this.formula.startsWith('=') ? 1 : 0;
    for (const { start, end, piece } of this.changes.sort((a, b) => a.start - b.start)) {
      pieces.push(this.formula.slice(at, start), piece);
      at = end;
    }
    return [...pieces, this.formula.slice(at)];
  }

  private change(start: number, end: number, piece: Piece): void {
    this.changes.push({ start, end, piece });
  }

  private collectLocals(node: Node): void {
    if (node.kind === 'let') for (const { name } of node.names) this.locals.add(name.toLowerCase());
    for (const child of childrenOf(node)) this.collectLocals(child);
  }

  /** @param takesBlock whether a whole column can stand here */
  private node(node: Node, takesBlock: boolean): void {
    switch (node.kind) {
      case 'this-row':
        return this.ownRow(node);
      case 'column':
        return this.wholeColumn(node, takesBlock);
      case 'name':
        return this.name(node.name);
      case 'call':
        return this.call(node);
      case 'cell':
      case 'range':
        return this.ownCells(node, takesBlock);
      case 'spill':
        throw new NotInExcel(words.reference(this.formula.slice(node.start, node.end)));
      case 'unary':
        if (node.operator === '@') throw new NotInExcel(words.array('@'));
    }
    for (const child of childrenOf(node)) this.node(child, takesBlock && isSumProductPart(node));
  }

  private ownCells(node: CellNode | RangeNode, takesBlock: boolean): void {
    const text = this.formula.slice(node.start, node.end);
    if (node.sheet !== undefined || this.places.cells !== true) throw new NotInExcel(words.reference(text));
    // Excel would take one cell of it, or spill.
    if (node.kind === 'range' && !takesBlock) throw new NotInExcel(words.array(text));
  }

  private letters({ table, column }: ColumnNode): string {
    const letters = this.places.column(table, column);
    if (letters === undefined) throw new NotInExcel(words.column(column));
    return letters;
  }

  private ownRow(node: ColumnNode): void {
    const letters = this.letters(node);
    this.rowColumns.add(letters);
    this.change(node.start, node.end, { letters });
  }

  private wholeColumn(node: ColumnNode, takesBlock: boolean): void {
    const letters = this.letters(node);
    const { rows } = this.places;
    if (rows === undefined) throw new NotInExcel(words.wholeColumn(node.column));
    if (!takesBlock) throw new NotInExcel(words.array(`[${node.column}]`));
    this.change(node.start, node.end, `$${letters}$${String(rows.first)}:$${letters}$${String(rows.last)}`);
  }

  private name(name: string): void {
    if (this.locals.has(name.toLowerCase())) return;
    // Excel would take R and C for a row and a column.
    if (/^[rc]$/i.test(name) || !this.places.name(name)) throw new NotInExcel(words.name(name));
    this.names.add(name);
  }

  private call(node: CallNode): void {
    const { name } = node;
    if (SPILLING.has(name)) throw new NotInExcel(words.array(name));
    if (excelFunction(name) === undefined) throw new NotInExcel(words.function(name));
    if (name === 'TODAY') {
      const { year, month, date } = partsOfDay(this.places.asOf);
      return this.change(node.start, node.end, `DATE(${String(year)},${String(month)},${String(date)})`);
    }
    for (const [index, arg] of node.args.entries())
      if (arg) this.node(arg, readsBlock(name, index) && takesPart(name, arg));
  }

  private functionName(name: string, start: number, end: number): void {
    if (name !== 'TODAY') this.change(start, end, excelFunction(name) ?? name);
  }
}

/** SUMPRODUCT computes with whole columns; other functions take them as they are. */
function takesPart(name: string, arg: Node): boolean {
  return name === 'SUMPRODUCT' || arg.kind === 'column' || arg.kind === 'range';
}

function isSumProductPart({ kind }: Node): boolean {
  return kind === 'binary' || kind === 'unary';
}
