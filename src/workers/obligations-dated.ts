/** What the parts of the obligations have due, from the document and the files. */
import type { DatedObligation } from '../core/obligations/dated.ts';
import type { CalendarRequest } from '../sim/obligations/calendar/types.ts';
import type { Engine } from './engine.ts';

/** Everything that is due by the parts, in no order. */
export function datedObligations(_engine: Engine, _request: CalendarRequest): Promise<readonly DatedObligation[]> {
  return Promise.resolve([]);
}
