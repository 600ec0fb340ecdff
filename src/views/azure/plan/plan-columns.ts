/** Columns that changes and commitments have in common: what they are about, and what they do. */
import type { Format } from '../../../core/format.ts';
import { parseExact, toFloat } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { azurePlanText } from '../../../core/text/en/azure-plan.ts';
import type { AloneEffect } from '../../../sim/azure/plan/types.ts';
import { type PayColumn, textColumn } from '../../payers/sheet/columns.ts';
import {
  type ScopeChoices,
  type ScopeOf,
  customerEdit,
  customerName,
  scopeTextEdit,
  tagKeyEdit,
  tagValueEdit,
} from '../limits/scope-edits.ts';

const titles = azurePlanText.changes.columns;

export interface ScopeColumns<Row> {
  /** What is most often named. */
  readonly first: readonly PayColumn<Row>[];
  readonly rest: readonly PayColumn<Row>[];
}

export function scopeColumns<Row>(scope: ScopeOf<Row>, choices: ScopeChoices): ScopeColumns<Row> {
  const part = (
    key: 'category' | 'meter' | 'resourceGroup' | 'subscriptionId',
    title: string,
    width: number,
    from?: readonly string[],
  ): PayColumn<Row> => ({
    ...textColumn<Row>({ key, title, width }, (row) => scope.get(row)[key] ?? ''),
    edit: scopeTextEdit(key, scope, from),
  });
  const customer = textColumn<Row>(
    { key: 'customer', title: titles.customer, width: 150 },
    (row) => customerName(scope.get(row).customerId, choices.customers) ?? '',
  );
  return {
    first: [
      { ...customer, edit: customerEdit(scope, choices.customers) },
      part('category', titles.category, 150, choices.categories),
      part('meter', titles.meter, 150),
    ],
    rest: [
      {
        ...textColumn<Row>({ key: 'tagKey', title: titles.tagKey, width: 100 }, (row) => scope.get(row).tag?.key ?? ''),
        edit: tagKeyEdit(scope, choices.tagKeys),
      },
      {
        ...textColumn<Row>(
          { key: 'tagValue', title: titles.tagValue, width: 100 },
          (row) => scope.get(row).tag?.value ?? '',
        ),
        edit: tagValueEdit(scope),
      },
      part('resourceGroup', titles.resourceGroup, 130),
      part('subscriptionId', titles.subscription, 160),
    ],
  };
}

type Shape = Pick<PayColumn<never>, 'key' | 'title' | 'width'>;

/** A share of 1 as per cent; '' where there is none. */
export function shareColumn<Row>(shape: Shape, format: Format, of: (row: Row) => string | undefined): PayColumn<Row> {
  const exact = (row: Row) => parseExact(of(row) ?? '');
  return {
    ...shape,
    kind: 'number',
    text: (row) => {
      const value = exact(row);
      return value ? format.percent(value, 1) : '';
    },
    order: (row) => {
      const value = exact(row);
      return value && toFloat(value);
    },
    raw: (row) => {
      const decimal = of(row);
      return decimal === undefined ? undefined : { kind: 'number', decimal };
    },
  };
}

/** A difference in one currency: with a sign. */
export function differenceColumn<Row>(
  shape: Shape,
  currency: string,
  format: Format,
  of: (row: Row) => string | undefined,
): PayColumn<Row> {
  return {
    ...shareColumn(shape, format, of),
    unit: currency,
    text: (row) => signed(of(row), currency, format),
    raw: (row) => {
      const decimal = of(row);
      return decimal === undefined ? undefined : { kind: 'number', decimal, currency };
    },
  };
}

/** A difference as it is read; '' for none. */
export function signed(decimal: string | undefined, currency: string, format: Format): string {
  const value = parseExact(decimal ?? '');
  const digits = minorDigits(currency);
  return value ? format.exact(value, [digits, digits], 'always') : '';
}

/** What an assumption does alone. */
export function effectColumns<Row>(
  currency: string,
  format: Format,
  of: (row: Row) => AloneEffect | undefined,
): readonly PayColumn<Row>[] {
  return [
    shareColumn({ key: 'share', title: titles.share, width: 110 }, format, (row) => of(row)?.share),
    differenceColumn({ key: 'effect', title: titles.effect, width: 190 }, currency, format, (row) => of(row)?.effect),
  ];
}
