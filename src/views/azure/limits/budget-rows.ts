/** Budgets with where they stand, as a sheet. */
import { monthOfDay, partsOfDay } from '../../../core/days.ts';
import { ZERO, divide, isZero, parseExact, toDecimal } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { AzureBudget, UsageScope } from '../../../core/scenario/azure.ts';
import { azureLimitsText } from '../../../core/text/en/azure-limits.ts';
import type { BudgetStanding, ThresholdStanding } from '../../../sim/azure/limits/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { type PayColumn, textColumn } from '../../payers/sheet/columns.ts';
import { decimalEdit, textEdit } from '../../payers/sheet/typed-cells.ts';
import { moneyColumn } from './money-column.ts';
import {
  type ScopeChoices,
  type ScopeOf,
  customerEdit,
  customerName,
  scopeTextEdit,
  tagKeyEdit,
  tagValueEdit,
} from './scope-edits.ts';

export interface BudgetRow {
  readonly budget: AzureBudget;
  /** Undefined while it is worked out. */
  readonly standing: BudgetStanding | undefined;
}

const text = azureLimitsText.budgets;
const AT = ['cost', 'sell'] as const;

/** A budget whose name no other has. */
export function freshBudget(budgets: readonly AzureBudget[], currency: string, format: Format): AzureBudget {
  const names = new Set(budgets.map(({ name }) => nameKey(name)));
  let number = budgets.length + 1;
  while (names.has(nameKey(text.fresh(format.count(number))))) number++;
  return {
    ...{ name: text.fresh(format.count(number)), match: {}, amount: '1000', currency, at: 'cost' },
    thresholds: [50, 80, 100],
  };
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

const SCOPE: ScopeOf<BudgetRow> = {
  get: ({ budget }) => budget.match,
  set: (row, match) => withPart(row, { match }),
};

function withPart(row: BudgetRow, part: Partial<AzureBudget>): BudgetRow {
  return { ...row, budget: { ...row.budget, ...part } };
}

/** The columns of the sheet; those of the scope offer what the files have. */
export function budgetColumns(
  rows: readonly BudgetRow[],
  choices: ScopeChoices,
  format: Format,
): readonly PayColumn<BudgetRow>[] {
  const { columns: titles } = text;
  const scoped = (part: keyof UsageScope & ('category' | 'meter' | 'resourceGroup' | 'subscriptionId'), title: string, width: number, from: readonly string[] = []): PayColumn<BudgetRow> => ({
    ...textColumn<BudgetRow>({ key: part, title, width }, ({ budget }) => budget.match[part] ?? ''),
    edit: scopeTextEdit(part, SCOPE, from),
  }); // prettier-ignore
  const money = (key: string, title: string, of: (row: BudgetRow) => string | undefined): PayColumn<BudgetRow> =>
    moneyColumn({ key, title, width: 120 }, format, (row) => ({ decimal: of(row), currency: row.budget.currency }));
  return [
    {
      ...textColumn<BudgetRow>({ key: 'name', title: titles.name, width: 150, frozen: true }, ({ budget }) => budget.name),
      edit: nameEdit(rows),
    },
    { ...textColumn<BudgetRow>({ key: 'status', title: titles.status, width: 300 }, (row) => statusWords(row, format)), flags: statusFlags },
    {
      ...textColumn<BudgetRow>({ key: 'customer', title: titles.customer, width: 160 }, ({ budget }) => customerName(budget.match.customerId, choices.customers) ?? ''),
      edit: customerEdit(SCOPE, choices.customers),
    },
    scoped('category', titles.category, 150, choices.categories),
    { ...textColumn<BudgetRow>({ key: 'tagKey', title: titles.tagKey, width: 100 }, ({ budget }) => budget.match.tag?.key ?? ''), edit: tagKeyEdit(SCOPE, choices.tagKeys) },
    { ...textColumn<BudgetRow>({ key: 'tagValue', title: titles.tagValue, width: 100 }, ({ budget }) => budget.match.tag?.value ?? ''), edit: tagValueEdit(SCOPE) },
    { ...textColumn<BudgetRow>({ key: 'at', title: titles.at, width: 110 }, ({ budget }) => text.at[budget.at]), edit: atEdit() },
    { ...money('amount', titles.amount, ({ budget }) => budget.amount), edit: amountEdit() },
    { ...textColumn<BudgetRow>({ key: 'currency', title: titles.currency, width: 80 }, ({ budget }) => budget.currency), edit: currencyEdit() },
    { ...textColumn<BudgetRow>({ key: 'thresholds', title: titles.thresholds, width: 120 }, ({ budget }) => budget.thresholds.join(', ')), edit: thresholdsEdit() },
    money('used', titles.used, ({ standing }) => standing?.used),
    shareColumn(titles.share, format),
    { ...money('left', titles.left, ({ standing }) => standing?.left), flags: ({ standing }) => (standing?.left.startsWith('-') === true ? CELL.negative : 0) },
    money('expected', titles.expected, ({ standing }) => estimate(standing?.expected?.value)),
    money('upTo', titles.upTo, ({ standing }) => estimate(standing?.expected?.high80)),
    scoped('subscriptionId', titles.subscription, 160),
    scoped('resourceGroup', titles.resourceGroup, 120),
    scoped('meter', titles.meter, 140),
  ]; // prettier-ignore
}

/** Estimates have no more digits than anybody could believe. */
function estimate(value: number | undefined): string | undefined {
  return value?.toFixed(4);
}

function shareColumn(title: string, format: Format): PayColumn<BudgetRow> {
  const share = ({ budget, standing }: BudgetRow) => {
    const amount = parseExact(budget.amount) ?? ZERO;
    const used = standing && parseExact(standing.used);
    return used && !isZero(amount) ? divide(used, amount) : undefined;
  };
  return {
    ...{ key: 'share', title, kind: 'number', width: 80 },
    text: (row) => {
      const own = share(row);
      return own ? format.percent(own, 0) : '';
    },
    order: (row) => {
      const own = share(row);
      return own && Number(toDecimal(own, 0, 6));
    },
    raw: (row) => {
      const own = share(row);
      return own && { kind: 'number', decimal: toDecimal(own, 0, 12) };
    },
  };
}

function nameEdit(rows: readonly BudgetRow[]) {
  return textEdit<BudgetRow>(
    { kind: 'text', needed: true },
    ({ budget }) => budget.name,
    (row, typed) => {
      const name = typed?.trim() ?? '';
      if (name === '') return text.errors.name;
      const isTaken = rows.some(
        ({ budget }) => budget.name !== row.budget.name && nameKey(budget.name) === nameKey(name),
      );
      return isTaken ? text.errors.twice : withPart(row, { name });
    },
  );
}

function atEdit() {
  return textEdit<BudgetRow>(
    { kind: 'choice', needed: true, choices: AT.map((one) => text.at[one]) },
    ({ budget }) => text.at[budget.at],
    (row, typed) => withPart(row, { at: AT.find((one) => text.at[one] === typed) ?? row.budget.at }),
  );
}

function amountEdit() {
  return decimalEdit<BudgetRow>(
    { kind: 'decimal', needed: true, least: '0' },
    ({ budget }) => budget.amount,
    (row, amount) => (amount === undefined ? text.errors.amount : withPart(row, { amount })),
  );
}

function currencyEdit() {
  return textEdit<BudgetRow>(
    { kind: 'text', needed: true },
    ({ budget }) => budget.currency,
    (row, typed) => {
      const currency = typed?.trim().toUpperCase() ?? '';
      return /^[A-Z]{3}$/.test(currency) ? withPart(row, { currency }) : text.errors.currency;
    },
  );
}

/** Percent at which a budget is used up. */
const FULL = 100;
const MOST_THRESHOLDS = 10;
const MOST_PERCENT = 1000;

function thresholdsEdit() {
  return textEdit<BudgetRow>(
    { kind: 'text' },
    ({ budget }) => budget.thresholds.join(', '),
    (row, typed) => {
      const parts = (typed ?? '').split(/[\s,;%]+/).filter((part) => part !== '');
      const percents = [...new Set(parts.map(Number))].sort((a, b) => a - b);
      const isRead = percents.every((one) => Number.isInteger(one) && one > 0 && one <= MOST_PERCENT);
      if (!isRead || percents.length > MOST_THRESHOLDS) return text.errors.thresholds;
      return withPart(row, { thresholds: percents });
    },
  );
}

/** The highest threshold that was reached, and the next that will or may be. */
export function statusWords({ standing }: BudgetRow, format: Format): string {
  const words = text.status;
  if (!standing) return words.waiting;
  const { thresholds, rows, elsewhere, expected } = standing;
  const others = elsewhere.length > 0 ? [words.elsewhere(elsewhere.join(', '))] : [];
  if (rows === 0) return [words.nothing, ...others].join('; ');
  const reached = thresholds.findLast(({ state }) => state === 'reached');
  const next = thresholds.find(({ state }) => state === 'expected' || state === 'possible');
  const said = [reached, next].flatMap((one) => (one ? [thresholdWords(one, format)] : []));
  if (said.length === 0 && thresholds.length > 0 && expected) said.push(words.fine);
  if (!expected) said.push(words.noForecast);
  return [...said, ...others].join('; ');
}

function thresholdWords({ percent, state, day }: ThresholdStanding, format: Format): string {
  const words = text.status;
  const share = format.count(percent);
  if (state === 'possible') return words.possible(share);
  if (day === undefined) return words.expectedMonth(share);
  const date = `${String(partsOfDay(day).date)} ${format.monthName(monthOfDay(day))}`;
  if (state !== 'reached') return words.expected(share, date);
  const reached = words.reached(share, date);
  return percent >= FULL ? words.full(reached) : reached;
}

function statusFlags({ standing }: BudgetRow): number {
  const states = standing?.thresholds.filter(({ percent }) => percent >= FULL).map(({ state }) => state) ?? [];
  if (states.includes('reached')) return CELL.negative | CELL.bold;
  return states.includes('expected') ? CELL.warning : 0;
}
