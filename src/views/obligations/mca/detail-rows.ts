/** One customer's acceptances and next actions, as tables. */
import type { Format } from '../../../core/format.ts';
import type { Counted } from '../../../core/obligations/mca/standing.ts';
import { mcaText } from '../../../core/text/en/obligations-mca.ts';
import type { McaCustomer, NextAction } from '../../../sim/obligations/mca/types.ts';
import type { TableColumn } from '../../../ui/table-column.ts';

const text = mcaText.detail;

export const HISTORY_COLUMNS: readonly TableColumn[] = text.historyColumns.map((title) => ({ title }));
export const NEXT_COLUMNS: readonly TableColumn[] = text.nextColumns.map((title, at) => ({
  title,
  align: at === 4 ? 'end' : 'start',
}));

export function historyRow(acceptance: Counted, format: Format): readonly string[] {
  const { agreed, standing, way, type, contact, reference, reseller, source } = acceptance;
  const { firstName, lastName, email, phone } = contact;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return [
    agreed === undefined ? '' : format.day(agreed),
    mcaText.standings[standing],
    [mcaText.ways[way], reseller].filter(Boolean).join(', '),
    mcaText.types[type],
    [name, email, phone].filter(Boolean).join(', '),
    reference,
    'entry' in source ? text.typed : text.row(source.file, format.count(source.row)),
  ];
}

export function nextRow(action: NextAction, format: Format): readonly string[] {
  const { kind, source, product, seats, plan, until, isBlocked, currency, worth, rules } = action;
  const changes = [
    seats && text.seats(format.count(seats.from), format.count(seats.to)),
    plan && text.plan(plan.from, plan.to),
  ].filter((words) => words !== undefined);
  return [
    [mcaText.actions[kind], ...changes].join(': '),
    isBlocked ? text.blocked : text.open,
    `${product} · ${text.sources[source]}`,
    until === undefined ? mcaText.list.anyDay : format.day(until),
    worth === undefined ? text.noPrice : format.money(worth, currency),
    isBlocked ? rules.join(' ') : '',
  ];
}

/** What counts for the customer, and what follows, in sentences. */
export function standingWords({ counts, grade, cannotBuy }: McaCustomer, format: Format): string {
  const day = counts?.agreed === undefined ? '' : format.day(counts.agreed);
  const said = counts ? text.counts(mcaText.grades[grade], day, mcaText.ways[counts.way]) : text.noneCounts;
  return cannotBuy ? `${said} ${text.cannotBuy}` : said;
}
