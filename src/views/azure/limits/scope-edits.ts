/** What an assumption about Azure is about, as cells that can be typed. */
import type { UsageScope } from '../../../core/scenario/azure.ts';
import { idKey } from '../../../core/ids.ts';
import { azureLimitsText } from '../../../core/text/en/azure-limits.ts';
import type { CellEdit } from '../../payers/sheet/columns.ts';
import { textEdit } from '../../payers/sheet/typed-cells.ts';

export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
}

/** What the files have, to choose from. */
export interface ScopeChoices {
  readonly customers: readonly KnownCustomer[];
  readonly categories: readonly string[];
  readonly tagKeys: readonly string[];
}

const text = azureLimitsText.budgets.errors;
const ANY_TEXT = { kind: 'text' } as const;

/** A part of the scope; without a text it matches everything. */
export function withScope(
  scope: UsageScope,
  part: { readonly [K in keyof UsageScope]?: UsageScope[K] | undefined },
): UsageScope {
  return Object.fromEntries(Object.entries({ ...scope, ...part }).filter(([, value]) => value !== undefined));
}

/** How rows hold their scope. */
export interface ScopeOf<Row> {
  readonly get: (row: Row) => UsageScope;
  readonly set: (row: Row, scope: UsageScope) => Row;
}

type TextPart = 'category' | 'meter' | 'resourceGroup' | 'subscriptionId';

export function scopeTextEdit<Row>(
  part: TextPart,
  { get, set }: ScopeOf<Row>,
  choices: readonly string[] = [],
): CellEdit<Row> {
  return {
    ...textEdit<Row>(
      ANY_TEXT,
      (row) => get(row)[part],
      (row, value) => set(row, withScope(get(row), { [part]: value })),
    ),
    ...(choices.length > 0 ? { choices } : {}),
  };
}

/** By id or by a name that only one customer has. */
export function customerEdit<Row>({ get, set }: ScopeOf<Row>, customers: readonly KnownCustomer[]): CellEdit<Row> {
  return {
    ...textEdit<Row>(
      ANY_TEXT,
      (row) => customerName(get(row).customerId, customers),
      (row, value) => {
        if (value === undefined) return set(row, withScope(get(row), { customerId: undefined }));
        const found = findCustomer(value, customers);
        return typeof found === 'string' ? found : set(row, withScope(get(row), { customerId: found.id }));
      },
    ),
    ...(customers.length > 0 ? { choices: customers.map(({ id }) => customerName(id, customers) ?? id) } : {}),
  };
}

/** As it is shown and typed: the name, where nobody else has it. */
export function customerName(id: string | undefined, customers: readonly KnownCustomer[]): string | undefined {
  if (id === undefined) return undefined;
  const own = customers.find((one) => idKey(one.id) === idKey(id));
  const isOnly = customers.filter(({ name }) => nameKey(name) === nameKey(own?.name ?? '')).length === 1;
  return own && own.name !== '' && isOnly ? own.name : id;
}

function findCustomer(wanted: string, customers: readonly KnownCustomer[]): KnownCustomer | string {
  const own = customers.find(({ id }) => idKey(id) === idKey(wanted.trim()));
  if (own) return own;
  const [first, ...others] = customers.filter(({ name }) => nameKey(name) === nameKey(wanted));
  return others.length > 0 ? text.ambiguous : (first ?? text.customer);
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

export function tagKeyEdit<Row>({ get, set }: ScopeOf<Row>, tagKeys: readonly string[]): CellEdit<Row> {
  return {
    ...textEdit<Row>(
      ANY_TEXT,
      (row) => get(row).tag?.key,
      (row, key) => {
        const value = get(row).tag?.value ?? '';
        return set(row, withScope(get(row), { tag: key === undefined ? undefined : { key, value } }));
      },
    ),
    ...(tagKeys.length > 0 ? { choices: tagKeys } : {}),
  };
}

export function tagValueEdit<Row>({ get, set }: ScopeOf<Row>): CellEdit<Row> {
  return textEdit<Row>(
    ANY_TEXT,
    (row) => get(row).tag?.value,
    (row, value) => {
      const { tag } = get(row);
      if (!tag) return value === undefined ? row : text.tagFirst;
      return set(row, withScope(get(row), { tag: { key: tag.key, value: value ?? '' } }));
    },
  );
}
