/** Reservations and savings plans with what they would have done, as a sheet. */
import type { Day } from '../../../core/days.ts';
import { ONE, ZERO, compare, fraction, parseExact, subtract } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { AzureCommitment } from '../../../core/scenario/azure.ts';
import { azurePlanText } from '../../../core/text/en/azure-plan.ts';
import type { CommitmentEffect, CommitmentHistory } from '../../../sim/azure/plan/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { type PayColumn, dayColumn, decimalColumn, textColumn } from '../../payers/sheet/columns.ts';
import { dayEdit, decimalEdit, textEdit } from '../../payers/sheet/typed-cells.ts';
import { moneyColumn } from '../limits/money-column.ts';
import type { ScopeChoices, ScopeOf } from '../limits/scope-edits.ts';
import { exactOf } from '../consumption/usage-series.ts';
import { nextMonth } from './change-rows.ts';
import { differenceColumn, effectColumns, scopeColumns, shareColumn } from './plan-columns.ts';

export interface CommitmentRow {
  readonly commitment: AzureCommitment;
  /** Undefined while it is worked out. */
  readonly effect: CommitmentEffect | undefined;
}

const text = azurePlanText.commitments;
const KINDS = ['reservation', 'savings-plan'] as const;
const TERMS = ['P1Y', 'P3Y'] as const;

/** From the next month on; a reservation has no price yet. */
export function freshCommitment(kind: AzureCommitment['kind'], from: Day, currency: string): AzureCommitment {
  const rate = kind === 'reservation' ? '0' : '15';
  return { kind, match: {}, from: nextMonth(from), term: 'P1Y', perHour: '1', rate, currency };
}

function withPart(row: CommitmentRow, part: Partial<AzureCommitment>): CommitmentRow {
  return { ...row, commitment: { ...row.commitment, ...part } };
}

const SCOPE: ScopeOf<CommitmentRow> = {
  get: ({ commitment }) => commitment.match,
  set: (row, match) => withPart(row, { match }),
};

export function commitmentColumns(
  currency: string,
  choices: ScopeChoices,
  format: Format,
): readonly PayColumn<CommitmentRow>[] {
  const titles = text.columns;
  const { first, rest } = scopeColumns(SCOPE, choices);
  const own = (key: 'kind' | 'term' | 'currency', width: number, of: (one: AzureCommitment) => string) =>
    textColumn<CommitmentRow>({ key, title: titles[key], width, frozen: key === 'kind' }, ({ commitment }) =>
      of(commitment),
    );
  const share = (key: 'utilisation' | 'breakEven' | 'breakEvenAtList', width: number) =>
    shareColumn<CommitmentRow>({ key, title: titles[key], width }, format, ({ effect }) => effect?.history?.[key]);
  const money = (key: 'committed' | 'unused' | 'covered' | 'creditLost', width: number): PayColumn<CommitmentRow> => ({
    ...moneyColumn<CommitmentRow>({ key, title: titles[key], width }, format, ({ effect }) => ({
      decimal: effect?.history?.[key],
      currency,
    })),
    unit: currency,
  });
  const saved = differenceColumn<CommitmentRow>(
    { key: 'saved', title: titles.saved, width: 160 },
    currency,
    format,
    ({ effect }) => effect?.history?.saved,
  );
  return [
    { ...own('kind', 120, ({ kind }) => text.kinds[kind]), edit: kindEdit() },
    { ...textColumn<CommitmentRow>({ key: 'status', title: titles.status, width: 340 }, (row) => statusWords(row, format)), flags: statusFlags },
    ...first,
    { ...decimalColumn<CommitmentRow>({ key: 'perHour', title: titles.perHour, width: 160 }, format, ({ commitment }) => commitment.perHour), edit: perHourEdit() },
    { ...decimalColumn<CommitmentRow>({ key: 'rate', title: titles.rate, width: 220 }, format, ({ commitment }) => commitment.rate), text: (row) => rateWords(row, format), edit: rateEdit() },
    { ...own('currency', 80, (one) => one.currency), edit: currencyEdit() },
    { ...own('term', 80, ({ term }) => text.terms[term]), edit: termEdit() },
    { ...dayColumn<CommitmentRow>({ key: 'from', title: titles.from, width: 110 }, format, ({ commitment }) => commitment.from), edit: fromEdit() },
    share('utilisation', 90),
    share('breakEven', 90),
    share('breakEvenAtList', 160),
    decimalColumn<CommitmentRow>({ key: 'best', title: titles.best, width: 110 }, format, ({ effect }) => effect?.history?.best),
    { ...saved, flags: ({ effect }) => (effect?.history?.saved.startsWith('-') === true ? CELL.negative : 0) },
    ...effectColumns<CommitmentRow>(currency, format, ({ effect }) => effect),
    money('committed', 180),
    money('unused', 130),
    money('covered', 170),
    money('creditLost', 150),
    ...rest,
  ]; // prettier-ignore
}

function rateWords({ commitment }: CommitmentRow, format: Format): string {
  const rate = format.decimal(commitment.rate);
  return commitment.kind === 'reservation' ? rate : azurePlanText.prices.percentOff(rate);
}

/** Whether it pays, or why that cannot be told. */
export function statusWords({ effect }: CommitmentRow, format: Format): string {
  const words = text.status;
  if (!effect) return words.waiting;
  if (effect.problem) return words[effect.problem];
  const { history } = effect;
  if (!history) return words.nothing;
  const percent = (share: string): string => format.percent(exactOf(share), 1);
  if (compare(exactOf(history.breakEven), ONE) > 0) {
    const credit = subtract(ONE, ratio(history));
    return compare(exactOf(history.breakEvenAtList), ONE) > 0 || compare(credit, ZERO) <= 0
      ? words.neverAtAll
      : words.never(format.percent(credit, 1));
  }
  const said = isSaving(history) ? words.pays : words.not;
  return said(percent(history.utilisation), percent(history.breakEven));
}

/** Of the list price, what is paid. */
function ratio({ breakEven, breakEvenAtList }: CommitmentHistory) {
  const [own, list] = [exactOf(breakEven), exactOf(breakEvenAtList)];
  return own.n === 0n ? ONE : fraction(list.n * own.d, list.d * own.n);
}

function isSaving({ saved }: CommitmentHistory): boolean {
  return compare(exactOf(saved), ZERO) >= 0;
}

function statusFlags({ effect }: CommitmentRow): number {
  if (effect?.problem) return CELL.warning;
  return effect?.history && !isSaving(effect.history) ? CELL.negative : 0;
}

function kindEdit() {
  return textEdit<CommitmentRow>(
    { kind: 'choice', needed: true, choices: KINDS.map((one) => text.kinds[one]) },
    ({ commitment }) => text.kinds[commitment.kind],
    (row, typed) =>
      checked(withPart(row, { kind: KINDS.find((one) => text.kinds[one] === typed) ?? row.commitment.kind })),
  );
}

function termEdit() {
  return textEdit<CommitmentRow>(
    { kind: 'choice', needed: true, choices: TERMS.map((one) => text.terms[one]) },
    ({ commitment }) => text.terms[commitment.term],
    (row, typed) => withPart(row, { term: TERMS.find((one) => text.terms[one] === typed) ?? row.commitment.term }),
  );
}

function perHourEdit() {
  return decimalEdit<CommitmentRow>(
    { kind: 'decimal', needed: true },
    ({ commitment }) => commitment.perHour,
    (row, perHour) =>
      compare(exactOf(perHour), ZERO) > 0 ? withPart(row, { perHour: perHour ?? '' }) : text.errors.perHour,
  );
}

function rateEdit() {
  return decimalEdit<CommitmentRow>(
    { kind: 'decimal', needed: true, least: '0' },
    ({ commitment }) => commitment.rate,
    (row, rate) => checked(withPart(row, { rate: rate ?? '' })),
  );
}

function fromEdit() {
  return dayEdit<CommitmentRow>(
    true,
    ({ commitment }) => commitment.from,
    (row, from) => (from === undefined ? text.errors.day : withPart(row, { from })),
  );
}

function currencyEdit() {
  return textEdit<CommitmentRow>(
    { kind: 'text', needed: true },
    ({ commitment }) => commitment.currency,
    (row, typed) => {
      const currency = typed?.trim().toUpperCase() ?? '';
      return /^[A-Z]{3}$/.test(currency) ? withPart(row, { currency }) : text.errors.currency;
    },
  );
}

const ALL = fraction(100);

/** The row, or what is wrong with its rate. */
function checked(row: CommitmentRow): CommitmentRow | string {
  const { kind, rate } = row.commitment;
  const value = parseExact(rate);
  const isOff = value && compare(value, ZERO) >= 0 && compare(value, ALL) < 0;
  return kind === 'reservation' || isOff ? row : text.errors.discount;
}
