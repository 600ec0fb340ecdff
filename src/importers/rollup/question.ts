/** Whether a file of daily usage is to be rolled up: asked when it has many rows, once for each header. */
import type { SheetFormat } from '../sheet/format.ts';
import { type SheetPlan, cellOf } from '../sheet/plan.ts';
import type { RollUpQuestion, SheetAnswer } from '../types.ts';
import { tagKeysOf } from './tags.ts';

/** Exports of usage shrink to about a twelfth. */
const INFLATION = 12;
const COMPRESSED = /\.(gz|zip|xlsx)$/i;

/** A sheet of which some rows have been looked at. */
export interface SheetSeen {
  readonly format: SheetFormat;
  readonly plan: SheetPlan;
  readonly answer: SheetAnswer;
  /** Header hash. */
  readonly hash: string;
  /** The first rows below the header. */
  readonly head?: readonly (readonly string[])[];
}

/** See `ImportOptions`; `size` is that of the file as it came, 0 when it is not known. */
interface Asking {
  readonly rollUpBeyond?: number | undefined;
  readonly size?: number;
}

/**
 * The question about a sheet, undefined when there is none: it is no daily usage, has few rows, or is answered.
 * @param rows accepted rows; undefined: not counted yet, and estimated from the first ones
 */
export function rollUpQuestion(
  file: string,
  { format, plan, answer, hash, head = [] }: SheetSeen,
  { rollUpBeyond: limit, size = 0 }: Asking,
  rows?: number,
): RollUpQuestion | undefined {
  if (format.kind !== 'daily-usage' || limit === undefined || answer.rollUp !== undefined) return undefined;
  const total = rows ?? estimatedRows(head, COMPRESSED.test(file) ? size * INFLATION : size);
  if (total <= limit) return undefined;
  const source = plan.sources.get('tags');
  const tagKeys = source ? tagKeysOf(head.map((row) => cellOf(row, source))) : [];
  return { kind: 'roll-up', headerHash: hash, header: plan.header, rows: total, limit, tagKeys };
}

/** Rows of a file of some bytes whose first rows are these. */
function estimatedRows(head: readonly (readonly string[])[], bytes: number): number {
  const characters = head.reduce((sum, row) => sum + row.reduce((length, cell) => length + cell.length + 1, 0), 0);
  return characters === 0 ? 0 : Math.round((bytes * head.length) / characters);
}
