/** Prices and promotions that moved as lists. */
import { type Exact, ZERO, parseExact, toFloat } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import { sinceText } from '../../core/text/en/since.ts';
import type { PriceMove, PromotionMove } from '../../state/since.ts';
import type { RecordColumn } from './records.ts';

const { columns: titles } = sinceText;

/** What a price did: `up` and `down` by its cost, then by its ERP. */
export function direction({ before, percent }: PriceMove): 'up' | 'down' | 'new' {
  if (!before) return 'new';
  const moved = percent.cost !== undefined && percent.cost !== '0' ? percent.cost : (percent.erp ?? '');
  return moved.startsWith('-') ? 'down' : 'up';
}

export function priceColumns(format: Format): readonly RecordColumn<PriceMove>[] {
  const price = (key: 'costBefore' | 'costAfter' | 'erpBefore' | 'erpAfter', of: (row: PriceMove) => string | undefined): RecordColumn<PriceMove> => ({
    key, title: titles[key], kind: 'number', width: 84,
    text: (row) => { const value = of(row); return value === undefined ? sinceText.none : format.exact(exact(value), [2, 10]); },
    order: (row) => numberOf(of(row)),
  }); // prettier-ignore
  const percent = (key: 'costPercent' | 'erpPercent', of: (row: PriceMove) => string | undefined): RecordColumn<PriceMove> => ({
    key, title: titles[key], kind: 'number', width: 84,
    text: (row) => { const value = of(row); return value === undefined ? '' : sinceText.percent(format.exact(exact(value), [0, 2], 'always')); },
    order: (row) => numberOf(of(row)),
  }); // prettier-ignore
  return [
    { key: 'product', title: titles.product, kind: 'text', width: 190, frozen: true, text: ({ title, productId, skuId }) => title || `${productId} ${skuId}` },
    { key: 'change', title: titles.change, kind: 'text', width: 64, text: (row) => sinceText.moves[direction(row)] },
    { key: 'termPlan', title: titles.termPlan, kind: 'text', width: 92, text: ({ termPlan }) => termText(termPlan) },
    price('costBefore', ({ before }) => before?.cost),
    price('costAfter', ({ after }) => after.cost),
    percent('costPercent', ({ percent: { cost } }) => cost),
    price('erpBefore', ({ before }) => before?.erp),
    price('erpAfter', ({ after }) => after.erp),
    percent('erpPercent', ({ percent: { erp } }) => erp),
    { key: 'subscriptions', title: titles.subscriptions, kind: 'number', width: 92, text: ({ subscriptions }) => format.count(subscriptions), order: ({ subscriptions }) => subscriptions, number: ({ subscriptions }) => subscriptions },
    { key: 'monthly', title: titles.monthly, kind: 'number', width: 130, text: ({ monthly, currency }) => format.signed(monthly, currency), order: ({ monthly }) => monthly, number: ({ monthly }) => monthly, unitOf: ({ currency }) => currency },
    { key: 'currency', title: titles.currency, kind: 'text', width: 70, text: ({ currency }) => currency },
    { key: 'segment', title: titles.segment, kind: 'text', width: 92, text: ({ segment }) => segment },
    { key: 'market', title: titles.market, kind: 'text', width: 60, text: ({ market }) => market },
    { key: 'place', title: titles.place, kind: 'text', width: 400, text: ({ before, after }) => placesText(before, after, format) },
  ]; // prettier-ignore
}

function placesText(before: PriceMove['before'], after: PriceMove['after'], format: Format): string {
  const place = ({ file, line }: PriceMove['after']): string =>
    sinceText.place(file, line === undefined ? undefined : format.count(line));
  return before ? sinceText.became(place(before), place(after)) : place(after);
}

export function promotionColumns(format: Format): readonly RecordColumn<PromotionMove>[] {
  type Terms = NonNullable<PromotionMove['after']>;
  const change = (read: (terms: Terms) => string) => (row: PromotionMove): string => {
    const [before, after] = [row.before && read(row.before), row.after && read(row.after)];
    return before === undefined || after === undefined || before === after ? (after ?? before ?? '') : sinceText.became(before, after);
  }; // prettier-ignore
  const day = (value: number | undefined): string => (value === undefined ? sinceText.none : format.day(value));
  return [
    { key: 'promotion', title: titles.promotion, kind: 'text', width: 240, frozen: true, text: ({ name, id }) => name || id },
    { key: 'change', title: titles.change, kind: 'text', width: 110, text: ({ kinds }) => kinds.map((kind) => sinceText.promotionKinds[kind]).join(', ') },
    { key: 'product', title: titles.product, kind: 'text', width: 150, text: ({ productId, skuId }) => `${productId} ${skuId}` },
    { key: 'termPlan', title: titles.termPlan, kind: 'text', width: 92, text: ({ termPlan }) => termText(termPlan) },
    { key: 'percent', title: titles.percent, kind: 'number', width: 110, text: change(({ percent }) => sinceText.percent(format.decimal(percent))), order: ({ after, before }) => numberOf((after ?? before)?.percent) },
    { key: 'window', title: titles.window, kind: 'text', width: 260, text: change(({ start, end }) => sinceText.period(day(start), day(end))), order: ({ after, before }) => (after ?? before)?.end },
    { key: 'subscriptions', title: titles.subscriptions, kind: 'number', width: 92, text: ({ subscriptions }) => format.count(subscriptions), order: ({ subscriptions }) => subscriptions, number: ({ subscriptions }) => subscriptions },
    { key: 'id', title: 'PromotionId', kind: 'id', width: 260, text: ({ id }) => id },
  ]; // prettier-ignore
}

function termText(termPlan: string): string {
  const [term = '', plan = ''] = termPlan.split('/');
  return exposureText.termAndPlan(exposureText.terms[term] ?? term, exposureText.plans[plan] ?? plan);
}

function exact(decimal: string): Exact {
  return parseExact(decimal) ?? ZERO;
}

function numberOf(decimal: string | undefined): number | undefined {
  const value = decimal === undefined ? undefined : parseExact(decimal);
  return value && toFloat(value);
}
