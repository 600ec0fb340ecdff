/** The days of evidence for CSPP Plus, for a calendar. */
import { parseDay } from '../../days.ts';
import { plusText } from '../../text/en/obligations-plus.ts';
import type { DatedObligation } from '../dated.ts';
import type { Terms } from '../terms/types.ts';
import { NEEDS, type Readiness } from './types.ts';

/** The last days of evidence that was entered here; none where CSPP Plus does not apply. */
export function readinessDates(
  { evidence }: Pick<Readiness, 'evidence'>,
  { applies }: Pick<Terms, 'applies'>,
): readonly DatedObligation[] {
  if (applies.plus !== 'yes') return [];
  const { dates, names } = plusText.needs;
  return NEEDS.flatMap((need) => {
    const own = evidence[need];
    const day = own?.has === true ? parseDay(own.until) : undefined;
    if (day === undefined) return [];
    const words = { what: dates.what(names[need]), ifMet: dates.ifMet, ifMissed: dates.ifMissed };
    return [{ id: need, part: 'readiness', day, ...words, rule: 'R-180', about: plusText.part } as const];
  });
}
