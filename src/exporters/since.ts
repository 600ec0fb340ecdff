/** The parts of a comparison of two snapshots as CSV: values as they are stored, one line a change. */
import { exportText } from '../core/text/en/export.ts';
import type { PriceMove, PromotionMove, PromotionTerms, SinceResult, SubscriptionChange } from '../sim/since/types.ts';
import { csvOf } from './tabular/csv.ts';
import {
  type Cell,
  type ColumnOf,
  EMPTY,
  amountCell,
  dayCell,
  numberCell,
  sheetOf,
  textCell,
} from './tabular/sheet.ts';

export type SincePart = 'subscriptions' | 'list' | 'est' | 'promotions';

/** The given rows of one part, by their place in it. */
export function sinceCsv(result: SinceResult, part: SincePart, rows: Uint32Array): string {
  const picked = <Row>(all: readonly Row[]): readonly Row[] => [...rows].flatMap((row) => all.slice(row, row + 1));
  switch (part) {
    case 'subscriptions':
      return csvOf(sheetOf(NAME, SUBSCRIPTIONS, picked(result.subscriptions ?? [])));
    case 'promotions':
      return csvOf(sheetOf(NAME, PROMOTIONS, picked(result.promotions)));
    case 'list':
    case 'est':
      return csvOf(sheetOf(NAME, PRICES, picked((result.prices ?? []).filter(({ what }) => what === part))));
  }
}

const NAME = exportText.fileWords['since-csv'];
const SEPARATOR = '; ';

function column<Row>(key: string, cell: (row: Row) => Cell): ColumnOf<Row> {
  return { key, title: key, width: 16, cell };
}

function text<Row>(key: string, of: (row: Row) => string | undefined): ColumnOf<Row> {
  return column(key, (row) => textCell(of(row)));
}

const side = (row: SubscriptionChange, name: 'before' | 'after'): string =>
  row.steps.map((step) => `${step.kind}: ${step[name]}`).join(SEPARATOR);
const extra = (row: SubscriptionChange, name: 'before' | 'after'): Cell =>
  row.extra ? amountCell(row.extra[name], row.currency) : EMPTY;

const SUBSCRIPTIONS: readonly ColumnOf<SubscriptionChange>[] = [
  text('id', ({ id }) => id),
  text('customerId', ({ customerId }) => customerId),
  text('customer', ({ customer }) => customer),
  text('product', ({ product }) => product),
  text('change', ({ kinds }) => kinds.join(SEPARATOR)),
  text('before', (row) => side(row, 'before')),
  text('after', (row) => side(row, 'after')),
  text('outcomeBefore', ({ outcome }) => outcome.before),
  text('outcomeAfter', ({ outcome }) => outcome.after),
  column('extraBefore', (row) => extra(row, 'before')),
  column('extraAfter', (row) => extra(row, 'after')),
  text('currency', ({ currency }) => currency),
  text('rule', ({ rule }) => rule),
  text('file', ({ place }) => place.file),
  column('row', ({ place }) => numberCell(place.line)),
];

const PRICES: readonly ColumnOf<PriceMove>[] = [
  text('productId', ({ productId }) => productId),
  text('skuId', ({ skuId }) => skuId),
  text('title', ({ title }) => title),
  text('termPlan', ({ termPlan }) => termPlan),
  text('segment', ({ segment }) => segment),
  text('market', ({ market }) => market),
  text('currency', ({ currency }) => currency),
  column('costBefore', ({ before }) => numberCell(before?.cost)),
  column('costAfter', ({ after }) => numberCell(after.cost)),
  column('costPercent', ({ percent }) => numberCell(percent.cost)),
  column('erpBefore', ({ before }) => numberCell(before?.erp)),
  column('erpAfter', ({ after }) => numberCell(after.erp)),
  column('erpPercent', ({ percent }) => numberCell(percent.erp)),
  column('subscriptions', ({ subscriptions }) => numberCell(subscriptions)),
  column('monthly', ({ monthly, currency }) => amountCell(monthly, currency)),
  text('fileBefore', ({ before }) => before?.file),
  column('rowBefore', ({ before }) => numberCell(before?.line)),
  text('fileAfter', ({ after }) => after.file),
  column('rowAfter', ({ after }) => numberCell(after.line)),
];

const terms = (name: 'before' | 'after'): readonly ColumnOf<PromotionMove>[] => {
  const of = (move: PromotionMove): PromotionTerms | undefined => move[name];
  const suffix = name === 'before' ? 'Before' : 'After';
  return [
    column(`percent${suffix}`, (move) => numberCell(of(move)?.percent)),
    column(`start${suffix}`, (move) => dayCell(of(move)?.start)),
    column(`end${suffix}`, (move) => dayCell(of(move)?.end)),
  ];
};

const PROMOTIONS: readonly ColumnOf<PromotionMove>[] = [
  text('promotionId', ({ id }) => id),
  text('name', ({ name }) => name),
  text('change', ({ kinds }) => kinds.join(SEPARATOR)),
  text('productId', ({ productId }) => productId),
  text('skuId', ({ skuId }) => skuId),
  text('termPlan', ({ termPlan }) => termPlan),
  ...terms('before'),
  ...terms('after'),
  column('subscriptions', ({ subscriptions }) => numberCell(subscriptions)),
];
