/** What tells one customer from all others in files and in what the user wrote. Plain data. */
import { idKey } from '../ids.ts';

export interface CustomerIdentity {
  /** Ids as `bareId` has them, of Microsoft and of the partner. */
  readonly ids: readonly string[];
  /** Ids of subscriptions that no other customer has, as `bareId` has them. */
  readonly subscriptions: readonly string[];
  /** As `nameKeyOf` has them. */
  readonly names: readonly string[];
  /** Lower case. */
  readonly domains: readonly string[];
  /** Of the names and domains those that another customer has as well: what says no more than these stays. */
  readonly shared: readonly string[];
}

const GUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/;

/** An id as it is matched: without braces, of a GUID without dashes too. */
export function bareId(id: string): string {
  const text = idKey(id).replace(/^[{(]|[)}]$/g, '');
  return GUID.test(text) ? text.replaceAll('-', '') : text;
}

/** Whether an id is one of Microsoft's: 32 hexadecimal digits. */
export function isGuid(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(bareId(id));
}

/** A name as it is matched: as a whole, whatever its case and spaces. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
