/** Formulas after a column or a name that they read was renamed. What cannot be read stays as it is. */
import { columnReference } from './assist/reference-text.ts';
import type { Node } from './ast.ts';
import { nameKey } from './needs.ts';
import { parseFormula } from './parse.ts';
import { nodesOf } from './walk.ts';

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * The formula with the references to a column under its new title.
 * @param table the table of the column
 * @param own the table that the formula stands in; undefined for names and cells of own sheets
 */
export function renameColumn(formula: string, { from, to }: Renaming, table: string, own: string | undefined): string {
  return replaced(formula, (node) => {
    if (node.kind !== 'column' && node.kind !== 'this-row') return undefined;
    const of = node.table ?? own;
    if (of === undefined || nameKey(of) !== nameKey(table) || nameKey(node.column) !== nameKey(from)) return undefined;
    return columnReference(to, { thisRow: node.kind === 'this-row', table: node.table ?? '' });
  });
}

/** The formula with a name under its new one; names that LET makes are the formula's own. */
export function renameName(formula: string, { from, to }: Renaming): string {
  return replaced(formula, (node) => (node.kind === 'name' && nameKey(node.name) === nameKey(from) ? to : undefined));
}

function replaced(formula: string, textOf: (node: Node) => string | undefined): string {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return formula;
  const changes = [...nodesOf(parsed.value)].flatMap((node) => {
    const text = textOf(node);
    return text === undefined ? [] : [{ start: node.start, end: node.end, text }];
  });
  // From the back, so that the places before stay true.
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: next }) => text.slice(0, start) + next + text.slice(end), formula);
}
