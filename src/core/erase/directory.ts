/** All customers that files speak of, and what tells each of them. */
import { compareCodeUnits } from '../compare-text.ts';
import type { OwnAliases } from '../invoice/own-names.ts';
import { type CustomerIdentity, bareId, isGuid, nameKeyOf } from './identity.ts';
import { type Owner, isOfAnother, isOwn } from './owners.ts';
import { Traces } from './traces.ts';

export interface KnownCustomer {
  /** Unique among them. */
  readonly key: string;
  /** As a file has it; empty when none has one. */
  readonly id: string;
  /** As a file has it; empty when none has one. */
  readonly name: string;
}

/** With others, such as those of a register, that no file names. */
export function withOthers(
  customers: readonly KnownCustomer[],
  others: readonly Pick<KnownCustomer, 'id' | 'name'>[],
): readonly KnownCustomer[] {
  const all = new Map(customers.map((one) => [one.key, one]));
  for (const { id, name } of others) {
    const key = keyOfId(id);
    if (id !== '' && !all.has(key)) all.set(key, { key, id, name });
  }
  return [...all.values()].sort(byName);
}

function byName(a: KnownCustomer, b: KnownCustomer): number {
  const [one, other] = [a, b].map(({ name, id }) => nameKeyOf(name || id));
  return compareCodeUnits(one ?? '', other ?? '') || compareCodeUnits(a.id, b.id);
}

const keyOfId = (id: string): string => `id ${bareId(id)}`;
const keyOfName = (name: string): string => `name ${nameKeyOf(name)}`;

/** By name, then by id. Names without an id are customers of their own, unless somebody with an id has that name. */
export function customersIn(owners: readonly Owner[]): readonly KnownCustomer[] {
  const found = new Map<string, KnownCustomer>();
  const named = new Set<string>();
  for (const { ids, names, ownNumbers } of owners) {
    for (const id of ids.filter((one) => !ownNumbers || isGuid(one))) {
      const key = keyOfId(id);
      const [name = ''] = names;
      found.set(key, { key, id: found.get(key)?.id ?? id, name: found.get(key)?.name || name });
      for (const one of names) named.add(nameKeyOf(one));
    }
  }
  for (const owner of owners) {
    if (isOfAnother(owner)) continue;
    const [name = ''] = owner.names;
    const key = name === '' ? keyOfId(owner.ids[0] ?? '') : keyOfName(name);
    const isKnown = name === '' ? (owner.ids[0] ?? '') === '' : named.has(nameKeyOf(name));
    if (!isKnown && !found.has(key)) found.set(key, { key, id: owner.ids[0] ?? '', name });
  }
  return [...found.values()].sort(byName);
}

/**
 * What tells a customer: their id, and every name, domain and subscription that stands in their rows.
 * @param customers what the user said that names on own invoices mean
 */
export function identityOf(
  { id, name }: KnownCustomer,
  owners: readonly Owner[],
  { customers }: Pick<OwnAliases, 'customers'>,
): CustomerIdentity {
  const aliases = [...customers].filter(([, meant]) => id !== '' && bareId(meant) === bareId(id)).map(([own]) => own);
  const names = unique([name, ...aliases].map(nameKeyOf));
  const ids = id === '' ? [] : [bareId(id)];
  let identity: CustomerIdentity = { ids, subscriptions: [], names, domains: [], shared: sharedOf(names, ids, owners) };
  for (;;) {
    const next = widened(identity, owners);
    if (sizeOf(next) === sizeOf(identity)) return withPeople(next, owners);
    identity = next;
  }
}

/** Those of some names and domains that rows with the id of another customer hold too. */
function sharedOf(texts: readonly string[], ids: readonly string[], owners: readonly Owner[]): readonly string[] {
  const own = new Set(ids);
  const wanted = new Set(texts);
  const shared = new Set<string>();
  for (const owner of owners) {
    if (!isOfAnother(owner) || owner.ids.some((id) => own.has(bareId(id)))) continue;
    for (const text of [...owner.names.map(nameKeyOf), ...owner.domains.map(domainKey)])
      if (wanted.has(text)) shared.add(text);
  }
  return [...shared];
}

/** With the people who stand in the customer's rows alone. */
function withPeople(identity: CustomerIdentity, owners: readonly Owner[]): CustomerIdentity {
  const traces = new Traces(identity);
  const own = new Set<string>();
  const others = new Set<string>();
  for (const owner of owners)
    for (const contact of owner.contacts) (isOwn(owner, traces) ? own : others).add(nameKeyOf(contact));
  const people = [...own].filter((contact) => !others.has(contact));
  return { ...identity, names: unique([...identity.names, ...people]) };
}

/** With what the rows say that are the customer's so far. */
function widened(identity: CustomerIdentity, owners: readonly Owner[]): CustomerIdentity {
  const traces = new Traces(identity);
  const own = owners.filter((owner) => isOwn(owner, traces));
  const theirs = new Set(
    owners.flatMap((owner) => (isOfAnother(owner) && !isOwn(owner, traces) ? owner.subscriptions.flatMap(idsIn) : [])),
  );
  const subscriptions = own.flatMap((owner) => owner.subscriptions.flatMap(idsIn)).filter((one) => !theirs.has(one));
  const names = unique([...identity.names, ...own.flatMap((owner) => owner.names.map(nameKeyOf))]);
  const domains = unique([...identity.domains, ...own.flatMap((owner) => owner.domains.map(domainKey))]);
  const ids = unique([...identity.ids, ...own.flatMap((owner) => owner.ids.map(bareId))]);
  return {
    ids,
    subscriptions: unique([...identity.subscriptions, ...subscriptions]),
    names,
    domains,
    shared: sharedOf([...names, ...domains], ids, owners),
  };
}

/** Subscriptions stand in paths too. */
function idsIn(text: string): readonly string[] {
  const [path] = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(text) ?? [];
  return unique([bareId(text), ...(path === undefined ? [] : [bareId(path)])]);
}

function domainKey(text: string): string {
  return text.trim().toLowerCase();
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

function sizeOf({ ids, subscriptions, names, domains, shared }: CustomerIdentity): number {
  return ids.length + subscriptions.length + names.length + domains.length + shared.length;
}
