/** Which lines may not have earned credit: reservations, savings plans, what others than Microsoft sell, and Spot. */
import type { Column, Table } from '../../../core/table.ts';
import { CREDIT_EXCLUSIONS, type CreditExclusion } from '../types.ts';
import type { SourceColumns } from './sources.ts';

/** How the kinds of files name them: `UnusedReservation`, `SavingsPlan`, `Savings Plan`, `Dynamic` (FOCUS for Spot). */
const PRICING: readonly (readonly [RegExp, CreditExclusion])[] = [
  [/reserv/i, 'reservation'],
  [/savings ?plan/i, 'savings-plan'],
  [/spot|^dynamic$/i, 'spot'],
];
/** `D2s v3 Spot`. */
const SPOT_METER = /\bspot\b/i;
/** A name or kind of publisher that is Microsoft’s; an empty one says nothing. */
const OWN_PUBLISHER = /^(microsoft|azure|cloud provider)/i;

/** By row of a file: 0, or the place in `CREDIT_EXCLUSIONS`, from 1 on. The first column that says one counts. */
export function exclusionsOf({ columns, rows }: Table, { pricing, publisher, meter }: SourceColumns): Uint8Array {
  const found = new Uint8Array(rows);
  for (const name of pricing) mark(found, columns.get(name), ofPricing);
  for (const name of publisher) mark(found, columns.get(name), ofPublisher);
  for (const name of meter) mark(found, columns.get(name), (text) => (SPOT_METER.test(text) ? 'spot' : undefined));
  return found;
}

function ofPricing(text: string): CreditExclusion | undefined {
  return PRICING.find(([pattern]) => pattern.test(text))?.[1];
}

function ofPublisher(text: string): CreditExclusion | undefined {
  return text === '' || OWN_PUBLISHER.test(text) ? undefined : 'third-party';
}

function mark(
  found: Uint8Array,
  column: Column | undefined,
  kindOf: (text: string) => CreditExclusion | undefined,
): void {
  if (column?.kind !== 'text') return;
  const places = Uint8Array.from(column.values, (text) => {
    const kind = kindOf(text);
    return kind === undefined ? 0 : CREDIT_EXCLUSIONS.indexOf(kind) + 1;
  });
  if (places.every((place) => place === 0)) return;
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 0) found[row] = places[column.codes[row] ?? 0] ?? 0;
  }
}
