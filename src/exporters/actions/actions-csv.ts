/** `actions.csv`: one line for each subscription, for programs and spreadsheets. Heads are English in every language. */
import { type Day, dayToText } from '../../core/days.ts';
import { BOM, LINE_END, csvText } from '../tabular/csv.ts';
import { utcMoment } from './actions-json.ts';
import type { ActionRequest } from './request.ts';
import type { PackChoices } from '../../core/actions/pack-choices.ts';
import { type Planned, autoRenewAfter, seatsAfter } from './types.ts';
import { isoIn } from './wording.ts';

type Cell = (planned: Planned, request: ActionRequest, choices: PackChoices) => string;

const day = (value: Day | undefined): string => (value === undefined ? '' : dayToText(value));

/** Numbers, days and flags are written as they are; texts are guarded against formulas. */
const COLUMNS: readonly (readonly [string, Cell])[] = [
  ['subscriptionId', ({ row }) => csvText(row.subscriptionId)],
  ['customerId', ({ row }) => csvText(row.customerId)],
  ['customer', ({ row }) => csvText(row.customer)],
  ['product', ({ row }) => csvText(row.product)],
  ['productId', ({ row }) => csvText(row.productId)],
  ['skuId', ({ row }) => csvText(row.skuId)],
  ['action', ({ action }) => action.type],
  ['autoRenewBefore', ({ row }) => String(row.autoRenew)],
  ['autoRenewAfter', ({ action }, _, choices) => String(autoRenewAfter(action, choices))],
  ['scheduledBefore', ({ row }) => csvText(row.scheduledAction)],
  ['quantityBefore', ({ row }) => String(row.seats)],
  ['quantityAfter', (planned) => String(seatsAfter(planned))],
  ['termBefore', ({ row }) => csvText(row.termDuration)],
  ['billingBefore', ({ row }) => csvText(row.billingPlan)],
  ['termAfter', ({ action }) => (action.type === 'RenewToNewTerm' ? (action.newTerm?.termDuration ?? '') : '')],
  ['billingAfter', ({ action }) => (action.type === 'RenewToNewTerm' ? (action.newTerm?.billingPlan ?? '') : '')],
  ['termEnd', ({ row }) => day(row.termEnd)],
  ['estEnds', ({ action }) => day(action.bridgeEnds)],
  ['lockUtc', ({ action }) => (action.locksAt === undefined ? '' : utcMoment(action.locksAt))],
  ['lockLocal', ({ action }, _, { timeZone }) => (action.locksAt === undefined ? '' : isoIn(action.locksAt, timeZone))],
  ['timeZone', (_, __, { timeZone }) => csvText(timeZone)],
  ['request', (_, { kind }) => kind],
  ['fetchFirst', (_, request) => (request.kind === 'merge' ? csvText(request.fields.join(' ')) : '')],
  ['reason', ({ row }) => csvText(row.reason)],
  ['decidedBy', ({ row }) => csvText(row.decidedBy)],
  ['decidedAt', ({ row }) => csvText(row.decidedAt)],
];

/** UTF-8 with byte order mark, comma, CRLF. */
export function actionsCsv(requests: ReadonlyMap<Planned, ActionRequest>, choices: PackChoices): string {
  const lines = [...requests].map(([planned, request]) =>
    COLUMNS.map(([, cell]) => cell(planned, request, choices)).join(','),
  );
  return BOM + [COLUMNS.map(([name]) => name).join(','), ...lines, ''].join(LINE_END);
}
