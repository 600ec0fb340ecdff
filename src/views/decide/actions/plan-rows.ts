/** What an action pack holds, in words: each subscription with what it gets, and what is left out. */
import type { Format } from '../../../core/format.ts';
import type { LetterLocale } from '../../../core/text/action-pack.ts';
import { LETTER_LOCALES } from '../../../core/text/action-pack.ts';
import { idKey } from '../../../core/ids.ts';
import { actionPackEn } from '../../../core/text/en/action-pack.ts';
import { actionsText } from '../../../core/text/en/actions.ts';
import { decideText } from '../../../core/text/en/decide.ts';
import type { ActionRow, PlannedAction } from '../../../sim/actions/types.ts';
import type { PlannedRow, RequestSummary } from '../../../state/actions.ts';
import { FULL_FIELDS } from '../../../core/actions/vocabulary.ts';

const text = actionsText.pack;

export interface PlanWords {
  readonly rows: readonly (readonly string[])[];
  readonly leftOut: readonly (readonly string[])[];
  /** How many of what; empty when nothing is planned. */
  readonly summary: string;
}

export function planWords(plan: readonly PlannedRow[], format: Format): PlanWords {
  const planned = plan.flatMap(({ row, request }) =>
    typeof row.outcome === 'string' || !request ? [] : [{ row, request, action: row.outcome }],
  );
  return {
    rows: planned.map(({ row, request, action }) => [
      row.customer,
      row.product,
      getsWords(row, action, format),
      action.locksAt === undefined ? text.anyDay : format.day(action.locksAt),
      requestWords(request),
    ]),
    leftOut: plan.flatMap(({ row }) =>
      typeof row.outcome === 'string' ? [[row.customer, row.product, actionPackEn.leftOut[row.outcome]]] : [],
    ),
    summary: planned.length === 0 ? '' : summaryWords(planned, format),
  };
}

function summaryWords(
  planned: readonly { readonly row: ActionRow; readonly request: RequestSummary }[],
  format: Format,
): string {
  const customers = new Set(planned.map(({ row }) => idKey(row.customerId) || row.customer)).size;
  const count = (kind: RequestSummary['kind']): number => planned.filter(({ request }) => request.kind === kind).length;
  const parts = [
    ['complete', text.whole],
    ['merge', text.fetch],
    ['none', text.noRequest],
  ] as const;
  const kinds = parts.flatMap(([kind, say]) => (count(kind) > 0 ? [say(format.count(count(kind)))] : []));
  const all = text.summary(planned.length, format.count(planned.length), customers, format.count(customers));
  return `${all}: ${kinds.join(', ')}.`;
}

/** `Renew 1 year, upfront, 20 seats`; the day on which an EST is to be ended. */
function getsWords(row: ActionRow, { type, newTerm, bridgeEnds, from }: PlannedAction, format: Format): string {
  if (type === 'Cancel') return decideText.ways.cancel;
  const plan = newTerm ? decideText.plan(`${newTerm.termDuration}/${newTerm.billingPlan}`) : '';
  const seats = newTerm && newTerm.seats !== row.seats ? newTerm.seats : undefined;
  const way =
    type === 'RenewToNewTerm'
      ? decideText.ways.renew(plan)
      : bridgeEnds === undefined
        ? decideText.ways.est
        : decideText.ways['est-renew'](format.count(bridgeEnds - from), plan);
  return seats === undefined ? way : decideText.withSeats(way, format.count(seats));
}

function requestWords(request: RequestSummary): string {
  if (request.kind === 'complete') return text.request.complete;
  if (request.kind === 'none') return text.request.none[request.why];
  const { fields, isStale } = request;
  if (isStale) return text.request.stale(fields.join(', '));
  return FULL_FIELDS.every((name) => fields.includes(name))
    ? text.request.noResource
    : text.request.merge(fields.join(', '));
}

/** The letters' locale nearest to that of the app. */
export function letterLocaleFor(locale: string): LetterLocale {
  const known = LETTER_LOCALES.find((one) => one.toLowerCase() === locale.toLowerCase());
  return known ?? (locale.toLowerCase().startsWith('de') ? 'de-DE' : 'en-GB');
}
