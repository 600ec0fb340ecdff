/** Ways out in words. */
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { decideText as text } from '../../core/text/en/decide.ts';
import type { WayChoice } from '../../sim/exits/types.ts';

/** `EST 30 days, then 1 year, upfront`; seats are not said. */
export function wayWords({ kind, plan, estDays }: WayChoice, format: Format): string {
  const words = text.plan(plan);
  switch (kind) {
    case 'renew':
      return text.ways.renew(words);
    case 'est-renew':
      return text.ways['est-renew'](format.count(estDays), words);
    case 'est':
      return text.ways.est;
    case 'cancel':
      return text.ways.cancel;
  }
}

/** With the seats where there are some. */
export function wayAndSeats(way: WayChoice, today: number, format: Format): string {
  const words = wayWords(way, format);
  if (way.seats === 0 || way.kind === 'est') return words;
  return way.seats === today ? words : text.withSeats(words, format.count(way.seats));
}

/** A price per seat-month with at least two digits; empty where there is none. */
export function unitWords(unit: string, format: Format): string {
  const value = parseExact(unit);
  return value ? format.exact(value, [2, 6]) : '';
}
