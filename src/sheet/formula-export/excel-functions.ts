/** Functions as a workbook's XML names them. */
import { FUNCTIONS } from '../functions/index.ts';
import { PRODUCT } from '../functions/product.ts';
import { LAZY } from '../formula/lazy.ts';

/** Younger than the file format: their names carry a mark there. */
const MARKED: ReadonlySet<string> = new Set([
  'CONCAT', 'DAYS', 'IFNA', 'IFS', 'ISOWEEKNUM', 'LET', 'MAXIFS', 'MINIFS', 'PERCENTILE.INC', 'RANK.EQ', 'SWITCH', 'TEXTJOIN', 'XLOOKUP', 'XMATCH',
]); // prettier-ignore

/** They give several cells, which formulas of a column cannot. */
export const SPILLING: ReadonlySet<string> = new Set(['UNIQUE', 'SORT', 'FILTER', 'SEQUENCE']);

const OURS: ReadonlySet<string> = new Set(PRODUCT.map(({ name }) => name));
const PLAIN: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'LET']);

/** The name in the file of a function that Excel has; undefined for ours and unknown ones. */
export function excelFunction(name: string): string | undefined {
  const isKnown = PLAIN.has(name) || LAZY.has(name) || (FUNCTIONS.has(name) && !OURS.has(name));
  if (!isKnown) return undefined;
  return MARKED.has(name) ? `_xlfn.${name}` : name;
}

/** Whether a function reads the argument at a place as a block, as SUM does. */
export function readsBlock(name: string, index: number): boolean {
  const spec = FUNCTIONS.get(name);
  if (spec === undefined) return false;
  const { args, repeats = 0 } = spec;
  const place =
    index < args.length || repeats === 0 ? index : args.length - repeats + ((index - args.length) % repeats);
  return args[place]?.kind === 'block';
}
