/** Readers of what scenario files may hold besides the first version's keys. */
import { asChoice, asDay, asDays, asDecimal, asList, asMap, asObject, asText } from './decoders.ts';
import type { AssumptionNote } from './notes.ts';
import { required } from './required.ts';
import type { FxRate, FxShock, RenewTo } from './scenario.ts';

export const asRenewTo = required<RenewTo>(
  asObject({ termDuration: asChoice('P1M', 'P1Y', 'P3Y'), billingPlan: asText, quantity: asDays }),
  [],
);

export const asRules = asObject({
  refundDayCount: asChoice('cancel-day-refunded', 'cancel-day-charged'),
  promotionAtRenewal: asChoice('in-window', 'kept', 'lost'),
});

export const asShock = required<FxShock>(asObject({ currency: asText, from: asDay, percent: asDecimal }), [
  'currency',
  'from',
  'percent',
]);

export const asRate = required<FxRate>(asObject({ from: asText, to: asText, rate: asDecimal }), ['from', 'to', 'rate']);

export const asFx = asObject({
  shocks: asList(asShock),
  rates: asList(asRate),
  reporting: asText,
});

export const asNote = required<AssumptionNote>(
  asObject({ owner: asText, on: asDay, reason: asText, low: asDecimal, high: asDecimal }),
  [],
);

export const asMeta = asMap(asNote);
