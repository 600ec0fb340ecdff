/** Formulas after a column or a name that they read was renamed. What cannot be read stays as it is. */
import { columnReference } from './assist/reference-text.ts';
import { type Node, type Span, childrenOf } from './ast.ts';
import { nameKey } from './needs.ts';
import { parseFormula } from './parse.ts';

interface Renaming {
  readonly from: string;
  readonly to: string;
}

interface Replacement extends Span {
  readonly text: string;
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
  let text = formula;
  // From the back, so that the places before stay true.
  const changes = replacements(parsed.value, new Set(), textOf).toSorted((a, b) => b.start - a.start);
  for (const { start, end, text: next } of changes) text = text.slice(0, start) + next + text.slice(end);
  return text;
}

function replacements(
  node: Node,
  locals: ReadonlySet<string>,
  textOf: (node: Node) => string | undefined,
): readonly Replacement[] {
  if (node.kind === 'let') {
    let scope = locals;
    const found = node.names.flatMap(({ name, value }) => {
      const inner = replacements(value, scope, textOf);
      scope = new Set([...scope, nameKey(name)]);
      return inner;
    });
    return [...found, ...replacements(node.body, scope, textOf)];
  }
  const isLocal = node.kind === 'name' && locals.has(nameKey(node.name));
  const text = isLocal ? undefined : textOf(node);
  const own = text === undefined ? [] : [{ start: node.start, end: node.end, text }];
  return [...own, ...childrenOf(node).flatMap((child) => replacements(child, locals, textOf))];
}
