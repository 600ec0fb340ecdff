/** What a billed line is of, as far as its arithmetic goes. */
import { NO_DAY } from '../../../core/table.ts';
import type { InvoiceLines } from './types.ts';

export const LINE_KINDS = ['licence', 'usage', 'reservation', 'software', 'other'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const LICENCE = LINE_KINDS.indexOf('licence');
const USAGE = LINE_KINDS.indexOf('usage');
const OTHER = LINE_KINDS.indexOf('other');

const RESERVATION = /reservation|savings\s*plan/i;
const SOFTWARE = /software\s+subscription|perpetual/i;
const AZURE = /azure\s+plan/i;
const TERM = /(?:one|three|1|3)[\s-]*(?:month|year)|annual|monthly|triennial/i;

/** The kind of each line, by position in `LINE_KINDS`; each text of a dictionary is looked at once. */
export function lineKinds({ rows, texts, days }: InvoiceLines): Uint8Array {
  const term = texts.termAndBillingCycle;
  const description = texts.subscriptionDescription;
  const byTerm = Int8Array.from(term.values, kindByTerm);
  const isAzure = Uint8Array.from(description.values, (text) => (AZURE.test(text) ? 1 : 0));
  const kinds = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const kind = byTerm[term.codes[row] ?? 0] ?? NONE;
    if (kind !== NONE) kinds[row] = kind;
    else if (isAzure[description.codes[row] ?? 0] === 1) kinds[row] = USAGE;
    else if (days.chargeEndDate[row] === NO_DAY) kinds[row] = OTHER;
    else kinds[row] = texts.subscriptionId.codes[row] === 0 ? USAGE : LICENCE;
  }
  return kinds;
}

const NONE = -1;

function kindByTerm(text: string): number {
  const kind = RESERVATION.test(text)
    ? 'reservation'
    : SOFTWARE.test(text)
      ? 'software'
      : TERM.test(text)
        ? 'licence'
        : undefined;
  return kind === undefined ? NONE : LINE_KINDS.indexOf(kind);
}
