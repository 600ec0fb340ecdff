/** Whose a row is: what its columns of ids, names, domains and subscriptions say, of rows that say the same once. */
import type { DatasetInfo } from '../schema/dataset.ts';
import { type Table, countAt, textAt } from '../table.ts';
import { isGuid } from './identity.ts';
import type { Traces } from './traces.ts';

const IDS = ['customerId', 'customerTenantId', 'xCustomerId'] as const;
const NAMES = ['customerName', 'customerTenantName', 'customerCompanyName', 'xCustomerName', 'organisation'] as const;
const DOMAINS = ['domain', 'domainName', 'customerDomainName', 'tenantDomainName'] as const;
const SUBSCRIPTIONS = [
  ...['subscriptionId', 'entitlementId', 'alternateId', 'subAccountId', 'syndicationPartnerSubscriptionNumber', 'id'],
] as const;

/** Of people: they tell nobody's rows, but are looked for in texts. */
const CONTACTS = ['email', 'phone', 'customerEmail'] as const;
const PERSON = ['firstName', 'lastName'] as const;

/** Columns, in any kind of dataset, that say whose a row is. */
export const OWNER_COLUMNS: readonly string[] = [
  ...IDS,
  ...NAMES,
  ...DOMAINS,
  ...SUBSCRIPTIONS,
  ...CONTACTS,
  ...PERSON,
];

/** How many rows of its file a row stands for, where rows were put together. */
export const ROWS_COLUMN = '#rows';

/** What rows of a dataset say of whose they are. Cells that are empty are left out. */
export interface Owner {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly subscriptions: readonly string[];
  /** Full names, e-mail addresses and telephone numbers of people. */
  readonly contacts: readonly string[];
  /** Ids may be the partner's own numbers: one that is not Microsoft's says nothing of whose a row is not. */
  readonly ownNumbers: boolean;
  /** Rows of the table that say so. */
  readonly rows: number;
}

type OwnerInfo = Pick<DatasetInfo, 'kind' | 'defaults'>;

/** The owners of a table's rows, and of each row its place among them. */
export function ownersOf({ rows, columns }: Table, info: OwnerInfo): { owners: readonly Owner[]; of: Uint32Array } {
  const there = OWNER_COLUMNS.flatMap((name) => {
    const column = columns.get(name);
    return column?.kind === 'text' ? [column.codes] : [];
  });
  const known = new Map<string, number>();
  const first: number[] = [];
  const counts: number[] = [];
  const of = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    let key = '';
    for (const codes of there) key += `${String(codes[row] ?? 0)} `;
    let at = known.get(key);
    if (at === undefined) {
      at = known.size;
      known.set(key, at);
      first.push(row);
      counts.push(0);
    }
    counts[at] = (counts[at] ?? 0) + 1;
    of[row] = at;
  }
  const owners = first.map((row, at) => ({ ...ownerAt(columns, row, info), rows: counts[at] ?? 0 }));
  return { owners, of };
}

function ownerAt(columns: Table['columns'], row: number, { kind, defaults }: OwnerInfo): Omit<Owner, 'rows'> {
  const texts = (names: readonly string[]): readonly string[] =>
    names.map((name) => textAt(columns.get(name), row)).filter((text) => text.trim() !== '');
  const ids = texts(IDS);
  const said = defaults?.customerId ?? '';
  const person = texts(PERSON);
  return {
    ids: ids.length === 0 && said !== '' ? [said] : ids,
    names: texts(NAMES),
    domains: texts(DOMAINS),
    subscriptions: texts(SUBSCRIPTIONS),
    contacts: [...texts(CONTACTS), ...(person.length === 2 ? [person.join(' ')] : [])],
    ownNumbers: kind === 'own-invoices',
  };
}

/** Whether rows are the customer's. Rows with the id of somebody else are not, whatever else they say. */
export function isOwn(
  owner: Pick<Owner, 'ids' | 'names' | 'domains' | 'subscriptions' | 'ownNumbers'>,
  traces: Traces,
): boolean {
  if (owner.ids.some((id) => traces.isId(id))) return true;
  if (isOfAnother(owner)) return false;
  return (
    owner.subscriptions.some((id) => traces.isSubscription(id)) ||
    owner.domains.some((domain) => traces.isDomain(domain)) ||
    owner.names.some((name) => traces.isName(name))
  );
}

/** Whether an id of the rows names a customer of Microsoft's. */
export function isOfAnother({ ids, ownNumbers }: Pick<Owner, 'ids' | 'ownNumbers'>): boolean {
  return ids.some((id) => !ownNumbers || isGuid(id));
}

/** Of each row of a table whether it is the customer's. */
export function ownRows(table: Table, info: OwnerInfo, traces: Traces): Uint8Array {
  const { owners, of } = ownersOf(table, info);
  const own = owners.map((owner) => isOwn(owner, traces));
  return Uint8Array.from(of, (at) => (own[at] === true ? 1 : 0));
}

/** How many rows of its file some row of a table stands for. */
export function fileRows(table: Table, row: number): number {
  return countAt(table.columns.get(ROWS_COLUMN), row) ?? 1;
}
