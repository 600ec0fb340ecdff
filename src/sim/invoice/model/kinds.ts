/** What a billed line is of, as far as its arithmetic goes. */
import { NO_DAY } from '../../../core/table.ts';
import type { InvoiceLines } from './types.ts';

export const LINE_KINDS = ['licence', 'usage', 'reservation', 'software', 'other'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const RESERVATION = /reservation|savings\s*plan/i;
const SOFTWARE = /software\s+subscription|perpetual/i;
const AZURE = /azure\s+plan/i;
const TERM = /(?:one|three|1|3)[\s-]*(?:month|year)|annual|monthly|triennial/i;

/** The kind of each line, by position in `LINE_KINDS`; each text of a dictionary is looked at once. */
export function lineKinds({ rows, texts, days }: InvoiceLines): Uint8Array {
  const term = texts.termAndBillingCycle;
  const description = texts.subscriptionDescription;
  const byTerm = term.values.map((text) =>
    RESERVATION.test(text) ? 'reservation' : SOFTWARE.test(text) ? 'software' : TERM.test(text) ? 'licence' : undefined,
  );
  const isAzure = description.values.map((text) => AZURE.test(text));
  const kinds = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    kinds[row] = LINE_KINDS.indexOf(
      byTerm[term.codes[row] ?? 0] ??
        (isAzure[description.codes[row] ?? 0]
          ? 'usage'
          : days.chargeEndDate[row] === NO_DAY
            ? 'other'
            : texts.subscriptionId.codes[row] === 0
              ? 'usage'
              : 'licence'),
    );
  }
  return kinds;
}
