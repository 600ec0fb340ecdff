/** Whether a formula gives days, which come as serial numbers: told by its functions and columns. */
import type { Node } from '../ast.ts';

const DAY_FUNCTIONS: ReadonlySet<string> = new Set([
  'DATE',
  'EDATE',
  'EOMONTH',
  'TODAY',
  'WORKDAY',
  'DATEVALUE',
  'TERM.END',
  'LOCK.DATE',
]);

/** Functions that hand on one of their arguments, by the first that may be it. */
const HANDS_ON: ReadonlyMap<string, number> = new Map([
  ['IF', 1],
  ['IFERROR', 0],
  ['IFNA', 0],
  ['CHOOSE', 1],
  ['MIN', 0],
  ['MAX', 0],
]);

/**
 * @param isDay whether a column of the own table (or of the named one) holds days
 */
export function givesDay(node: Node, isDay: (table: string | undefined, column: string) => boolean): boolean {
  switch (node.kind) {
    case 'this-row':
    case 'column':
      return isDay(node.table, node.column);
    case 'binary': {
      if (node.operator !== '+' && node.operator !== '-') return false;
      const left = givesDay(node.left, isDay);
      const right = givesDay(node.right, isDay);
      return node.operator === '+' ? left !== right : left && !right;
    }
    case 'call': {
      if (DAY_FUNCTIONS.has(node.name)) return true;
      const first = HANDS_ON.get(node.name);
      const candidates = first === undefined ? [] : node.args.slice(first);
      return candidates.some((arg) => arg !== undefined && givesDay(arg, isDay));
    }
    case 'let':
      return givesDay(node.body, isDay);
    default:
      return false;
  }
}
