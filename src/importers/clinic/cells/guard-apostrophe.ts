/** The apostrophe that Excel, or a careful export, puts before a text so that it is not taken for a number or a formula. */
import type { CellRepair } from './cell-repair.ts';

/** Before a digit, a sign or a formula; not before a letter (`'s-Hertogenbosch`), not around a quotation. */
const GUARD = /^'(?=[\d=+\-@.,])(?!.*'$)/s;

/** The text without its guard; undefined when it has none. */
export function withoutGuard(text: string): string | undefined {
  return GUARD.test(text) ? text.slice(1) : undefined;
}

export const guardApostrophe: CellRepair = () => ({
  code: 'guard-apostrophe',
  mend: withoutGuard,
  certainty: () => 'sure',
});
