/** The calendar of obligations: everything dated in one list, in the order of days. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import type { DatedObligation } from '../../../core/obligations/dated.ts';
import { obligationBook } from '../../../core/obligations/rules/book.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import type { Book } from '../../book.ts';
import type { RefundWindow } from '../../invoice/windows/types.ts';
import { priceEvents, promotionEvents, supposedEvents } from './price-events.ts';
import { refundEvents } from './refund-events.ts';
import { estEvents, ruleDays, saidEvents } from './said-events.ts';
import { termEvents } from './term-events.ts';
import { type CalendarProgress, type CalendarRequest, DAYS_AHEAD, DAYS_BACK, type DueEvent } from './types.ts';

export interface CalendarInputs {
  readonly book: Book;
  /** Those that count. */
  readonly datasets: readonly Dataset[];
  readonly windows: readonly RefundWindow[];
  /** What the parts of the obligations tell. */
  readonly dated: readonly DatedObligation[];
}

/**
 * The events from a year before as-of to a year after it. Of what has passed only what is said in words, prices and EST are
 * told: a term that is over needs nobody. In steps, so that its caller can report and give up.
 */
export function* dueEvents(
  inputs: CalendarInputs,
  request: CalendarRequest,
): Generator<CalendarProgress, readonly DueEvent[]> {
  const { scenario, window } = request.simulation;
  const span = { from: window.asOf - DAYS_BACK, to: window.asOf + DAYS_AHEAD };
  const ahead = { ...span, from: window.asOf };
  const rules = obligationBook(request.obligations.packs);
  const terms = yield* termEvents(inputs.book, request);
  const events: readonly DueEvent[] = [
    ...ruleDays(rules),
    ...saidEvents(inputs.dated, rules),
    ...estEvents(span),
    ...terms,
    ...refundEvents(inputs.windows, window.asOf),
    ...priceEvents(inputs.datasets, ahead),
    ...supposedEvents(scenario, ahead),
    ...promotionEvents(inputs.datasets, inputs.book, ahead),
  ];
  return events
    .filter(({ day }) => span.from <= day && day <= span.to)
    .toSorted((a, b) => a.day - b.day || compareCodeUnits(a.id, b.id));
}
