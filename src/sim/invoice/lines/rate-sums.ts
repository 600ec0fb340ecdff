/** Exchange rates of lines by pair of currencies and day: those of one day should be one rate. */
import type { Day } from '../../../core/days.ts';
import { equals, ONE, toFloat } from '../../../core/exact.ts';
import { NO_DAY } from '../../../core/table.ts';
import { inner, remember } from '../../remember.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { RateSum } from './types.ts';

interface Tally {
  lines: number;
  readonly rows: number[];
}
/** By rate, as its figure is stored. */
type OfDay = Map<string, Tally>;

const ROWS_KEPT = 60;

/** Pairs in the order of their names, days in theirs, on each the rate of most lines first. Pairs of one currency only where the rate is not 1. */
export function rateSums(lines: InvoiceLines, rows: Iterable<number>): readonly RateSum[] {
  const { pricingCurrency, currency } = lines.texts;
  const pairs = new Map<string, Map<Day, OfDay>>();
  for (const row of rows) {
    const to = (currency.values[currency.codes[row] ?? 0] ?? '').toUpperCase();
    const from = (pricingCurrency.values[pricingCurrency.codes[row] ?? 0] ?? '').toUpperCase() || to;
    const key = rateKey(lines, row);
    if (key === undefined || (from === to && key === SAME)) continue;
    const day = lines.days.pcToBCExchangeRateDate[row] ?? NO_DAY;
    const days = inner(pairs, `${from} ${to}`);
    const tally = remember(
      remember(days, day, (): OfDay => new Map()),
      key,
      (): Tally => ({ lines: 0, rows: [] }),
    );
    tally.lines++;
    if (tally.rows.length < ROWS_KEPT) tally.rows.push(row);
  }
  const byName = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.flatMap(([pair, days]) =>
    [...days].sort(([a], [b]) => a - b).flatMap(([day, ofDay]) => daySums(lines, pair, day, ofDay)),
  );
}

const SAME = '1';

function rateKey(lines: InvoiceLines, row: number): string | undefined {
  const { units, places } = lines.figures.pcToBCExchangeRate;
  const cell = units[row] ?? NaN;
  if (!Number.isNaN(cell) && (places[row] ?? 0) === 0) return String(cell);
  const exact = lines.figure('pcToBCExchangeRate', row);
  if (!exact) return undefined;
  return equals(exact, ONE) ? SAME : `${String(exact.n)}/${String(exact.d)}`;
}

function daySums(lines: InvoiceLines, pair: string, day: Day, ofDay: OfDay): readonly RateSum[] {
  const [from = '', to = ''] = pair.split(' ');
  return [...ofDay.values()]
    .map(({ lines: count, rows }) => ({
      ...{ from, to, day: day === NO_DAY ? undefined : day, lines: count, rows },
      rate: lines.figure('pcToBCExchangeRate', rows[0] ?? 0) ?? ONE,
    }))
    .sort((a, b) => b.lines - a.lines || toFloat(a.rate) - toFloat(b.rate))
    .map((rate, at) => ({ ...rate, odd: from === to ? ('one' as const) : at > 0 ? ('other' as const) : undefined }));
}
