/** What a formula reads, so that it can be computed after it and again when it changes. */
import { type CellNode, type ColumnNode, type Node, type RangeNode, childrenOf } from './ast.ts';
import type { CellRange } from './host.ts';

export interface Needs {
  /** Columns by table, undefined for the formula's own. */
  readonly columns: readonly { readonly table: string | undefined; readonly column: string }[];
  readonly names: readonly string[];
  /** Single cells and areas of sheets, undefined for the formula's own. */
  readonly cells: readonly { readonly sheet: string | undefined; readonly row: number; readonly column: number }[];
  readonly ranges: readonly { readonly sheet: string | undefined; readonly range: CellRange }[];
  /** Sheets and tables other than the formula's own. */
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
}

interface Found {
  readonly columns: Map<string, ColumnNode>;
  readonly names: Set<string>;
  readonly cells: CellNode[];
  readonly ranges: RangeNode[];
}

/** Names are alike whatever their case, as in Excel. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

function collect(node: Node, locals: ReadonlySet<string>, found: Found): void {
  switch (node.kind) {
    case 'name':
      if (!locals.has(nameKey(node.name))) found.names.add(node.name);
      return;
    case 'cell':
    case 'spill':
      found.cells.push(node);
      return;
    case 'range':
      found.ranges.push(node);
      return;
    case 'column':
    case 'this-row':
      found.columns.set(JSON.stringify([node.table, node.column]), node);
      return;
    case 'let': {
      let scope = locals;
      for (const { name, value } of node.names) {
        collect(value, scope, found);
        scope = new Set([...scope, nameKey(name)]);
      }
      collect(node.body, scope, found);
      return;
    }
    default:
      for (const child of childrenOf(node)) collect(child, locals, found);
  }
}

function distinct(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** Everything that a formula reads. Names that LET makes are its own. */
export function needsOf(ast: Node): Needs {
  const found: Found = { columns: new Map(), names: new Set(), cells: [], ranges: [] };
  collect(ast, new Set(), found);
  const columns = [...found.columns.values()].map(({ table, column }) => ({ table, column }));
  return {
    columns,
    names: [...found.names],
    cells: found.cells.map(({ sheet, row, column }) => ({ sheet, row, column })),
    ranges: found.ranges.map(({ sheet, range }) => ({ sheet, range })),
    sheets: distinct([...found.cells, ...found.ranges].map(({ sheet }) => sheet)),
    tables: distinct(columns.map(({ table }) => table)),
  };
}
