/** Changes of consumption with what each does, as a sheet. */
import { type Day, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import { compare, fraction, parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { AzureChange } from '../../../core/scenario/azure.ts';
import { azurePlanText } from '../../../core/text/en/azure-plan.ts';
import type { AloneEffect } from '../../../sim/azure/plan/types.ts';
import { type PayColumn, dayColumn, decimalColumn, textColumn } from '../../payers/sheet/columns.ts';
import { dayEdit, decimalEdit, textEdit } from '../../payers/sheet/typed-cells.ts';
import { type ScopeChoices, type ScopeOf } from '../limits/scope-edits.ts';
import { effectColumns, scopeColumns } from './plan-columns.ts';

export interface ChangeRow {
  readonly change: AzureChange;
  /** Undefined while it is worked out. */
  readonly effect: AloneEffect | undefined;
}

const text = azurePlanText.changes;
const KINDS = ['growth', 'price', 'off'] as const;

/** Two per cent a month on everything, from the next month on. */
export function freshChange(from: Day): AzureChange {
  return { match: {}, from: nextMonth(from), kind: 'growth', percent: '2' };
}

/** The first day of the month after a day's. */
export function nextMonth(day: Day): Day {
  return firstDayOfMonth(monthOfDay(day) + 1);
}

function withPart(row: ChangeRow, part: Partial<AzureChange>): ChangeRow {
  return { ...row, change: { ...row.change, ...part } };
}

const SCOPE: ScopeOf<ChangeRow> = {
  get: ({ change }) => change.match,
  set: (row, match) => withPart(row, { match }),
};

export function changeColumns(
  currency: string,
  choices: ScopeChoices,
  format: Format,
): readonly PayColumn<ChangeRow>[] {
  const titles = text.columns;
  const { first, rest } = scopeColumns(SCOPE, choices);
  const kind = textColumn<ChangeRow>(
    { key: 'kind', title: titles.kind, width: 130, frozen: true },
    ({ change }) => text.kinds[change.kind],
  );
  const from = dayColumn<ChangeRow>(
    { key: 'from', title: titles.from, width: 110 },
    format,
    ({ change }) => change.from,
  );
  const percent = decimalColumn<ChangeRow>(
    { key: 'percent', title: titles.percent, width: 90 },
    format,
    ({ change }) => change.percent,
    (decimal) => `${decimal} %`,
  );
  return [
    { ...kind, edit: kindEdit() },
    { ...percent, edit: percentEdit() },
    { ...from, edit: fromEdit() },
    ...first,
    ...effectColumns<ChangeRow>(currency, format, ({ effect }) => effect),
    ...rest,
  ];
}

function kindEdit() {
  return textEdit<ChangeRow>(
    { kind: 'choice', needed: true, choices: KINDS.map((one) => text.kinds[one]) },
    ({ change }) => text.kinds[change.kind],
    (row, typed) => {
      const kind = KINDS.find((one) => text.kinds[one] === typed) ?? row.change.kind;
      return checked(withPart(row, { kind }));
    },
  );
}

function percentEdit() {
  return decimalEdit<ChangeRow>(
    { kind: 'percent', stored: 'points', needed: true },
    ({ change }) => change.percent,
    (row, percent) => checked(withPart(row, { percent: percent ?? '' })),
  );
}

function fromEdit() {
  return dayEdit<ChangeRow>(
    true,
    ({ change }) => change.from,
    (row, from) => (from === undefined ? text.errors.day : withPart(row, { from })),
  );
}

const [LEAST, NONE, ALL] = [fraction(-100), fraction(0), fraction(100)];

/** The row, or what is wrong with its per cents. */
function checked(row: ChangeRow): ChangeRow | string {
  const { kind, percent } = row.change;
  const value = parseExact(percent);
  if (kind === 'off') {
    return value && compare(value, NONE) >= 0 && compare(value, ALL) <= 0 ? row : text.errors.off;
  }
  return value && compare(value, LEAST) > 0 ? row : text.errors.percent;
}
