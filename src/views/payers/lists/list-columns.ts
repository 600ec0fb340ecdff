/** Prices that differ between two lists, as a list. */
import { ZERO, parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { exposureText } from '../../../core/text/en/exposure.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import type { ListDifference } from '../../../sim/payers/types.ts';
import { type PayColumn, amountColumn, countColumn, decimalColumn, priceColumn, textColumn } from '../sheet/columns.ts';

/** As shown; files have all digits. */
const PERCENT_DIGITS = 2;

const text = payersText.lists;
const { columns: titles } = text;

export function listColumns(format: Format): readonly PayColumn<ListDifference>[] {
  const price = (
    key: keyof typeof titles,
    of: (row: ListDifference) => string | undefined,
  ): PayColumn<ListDifference> => priceColumn({ key, title: titles[key], width: 92 }, format, of);
  const percent = (
    key: 'costPercent' | 'erpPercent',
    of: (row: ListDifference) => string | undefined,
  ): PayColumn<ListDifference> => ({
    ...decimalColumn<ListDifference>({ key, title: titles[key], width: 84 }, format, of),
    text: (row) => {
      if (!row.after) return text.gone;
      if (!row.before) return text.fresh;
      const decimal = of(row);
      return decimal === undefined ? '' : text.percent(signed(decimal, format));
    },
  });
  const amount = (key: 'cost' | 'price' | 'allowed'): PayColumn<ListDifference> =>
    amountColumn({ key, title: titles[key], width: 112, signed: true }, format, ({ monthly, currency }) => ({
      minor: monthly[key],
      currency,
    }));
  return [
    textColumn({ key: 'title', title: titles.title, width: 240, frozen: true }, ({ title, productId, skuId }) => title || `${productId} ${skuId}`),
    textColumn({ key: 'termPlan', title: titles.termPlan, width: 104 }, ({ what, termPlan }) => (what === 'est' ? text.est : termText(termPlan))),
    price('costBefore', ({ before }) => before?.cost),
    price('costAfter', ({ after }) => after?.cost),
    percent('costPercent', (row) => row.percent.cost),
    price('erpBefore', ({ before }) => before?.erp),
    price('erpAfter', ({ after }) => after?.erp),
    percent('erpPercent', (row) => row.percent.erp),
    countColumn({ key: 'customers', title: titles.customers, width: 88 }, format, ({ customers }) => customers),
    countColumn({ key: 'seats', title: titles.seats, width: 76 }, format, ({ seats }) => seats),
    amount('cost'),
    amount('price'),
    amount('allowed'),
    amountColumn({ key: 'margin', title: titles.margin, width: 112, signed: true }, format, ({ monthly, currency }) => ({ minor: monthly.allowed - monthly.cost, currency })),
    textColumn({ key: 'currency', title: titles.currency, width: 76 }, ({ currency }) => currency),
    countColumn({ key: 'subscriptions', title: titles.subscriptions, width: 104 }, format, ({ subscriptions }) => subscriptions),
    textColumn({ key: 'segment', title: titles.segment, width: 92 }, ({ segment }) => segment),
    textColumn({ key: 'market', title: titles.market, width: 64 }, ({ market }) => market),
    textColumn({ key: 'product', title: titles.product, width: 130 }, ({ productId }) => productId),
    textColumn({ key: 'sku', title: titles.sku, width: 64 }, ({ skuId }) => skuId),
  ]; // prettier-ignore
}

function signed(decimal: string, format: Format): string {
  return format.exact(parseExact(decimal) ?? ZERO, [PERCENT_DIGITS, PERCENT_DIGITS], 'always');
}

function termText(termPlan: string): string {
  const [term = '', plan = ''] = termPlan.split('/');
  return exposureText.termAndPlan(exposureText.terms[term] ?? term, exposureText.plans[plan] ?? plan);
}
