/** The same customer more than once: under several ids, or with several resellers (R-133: one acceptance is enough). */
import { idKey } from '../../ids.ts';

/** What a file or an entry says of a customer. Empty where it does not say. */
export interface CustomerMention {
  readonly customerId: string;
  readonly name: string;
  readonly domain: string;
  readonly reseller: string;
  readonly email: string;
}

export const EVIDENCE = ['tenant', 'domain', 'name', 'email'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface DuplicateSide {
  readonly customerId: string;
  readonly name: string;
  /** One where resellers make the pair, else all that took an acceptance. */
  readonly resellers: readonly string[];
}

export interface DuplicatePair {
  readonly one: DuplicateSide;
  readonly other: DuplicateSide;
  /** In the order of `EVIDENCE`, each with the text that both share. */
  readonly evidence: readonly Sign[];
}

interface Sign {
  readonly by: Evidence;
  readonly text: string;
}

interface Known {
  readonly customerId: string;
  name: string;
  /** As written, by the name as it is matched. */
  readonly resellers: Map<string, string>;
}

/** Of groups larger than this only the first members are paired: what so many share tells nobody apart. */
const MOST_IN_GROUP = 20;

/** Pairs of ids that share a domain, a name or a contact’s address, and ids that several resellers have; the most evidence first. */
export function duplicates(mentions: readonly CustomerMention[]): readonly DuplicatePair[] {
  const known = new Map<string, Known>();
  const groups = new Map<string, Sign & { readonly keys: Set<string> }>();
  for (const mention of mentions) {
    const key = idKey(mention.customerId);
    note(known, key, mention);
    for (const sign of signsOf(mention)) {
      const place = `${sign.by} ${sign.text}`;
      const group = groups.get(place) ?? { ...sign, keys: new Set<string>() };
      groups.set(place, group);
      group.keys.add(key);
    }
  }
  return [...pairsOfIds(known, groups.values()), ...pairsOfResellers(known)].sort(
    (a, b) => b.evidence.length - a.evidence.length,
  );
}

function note(known: Map<string, Known>, key: string, { customerId, name, reseller }: CustomerMention): void {
  const one = known.get(key) ?? { customerId, name: '', resellers: new Map<string, string>() };
  known.set(key, one);
  one.name ||= name;
  if (reseller !== '' && !one.resellers.has(nameKey(reseller))) one.resellers.set(nameKey(reseller), reseller);
}

function signsOf({ name, domain, email }: CustomerMention): readonly Sign[] {
  const signs: readonly Sign[] = [
    { by: 'domain', text: domainKey(domain) },
    { by: 'name', text: nameKey(name) },
    { by: 'email', text: email.trim().toLowerCase() },
  ];
  return signs.filter(({ text }) => text !== '');
}

function pairsOfIds(
  known: ReadonlyMap<string, Known>,
  groups: Iterable<Sign & { readonly keys: ReadonlySet<string> }>,
): readonly DuplicatePair[] {
  const found = new Map<string, { readonly sides: readonly [Known, Known]; readonly evidence: Sign[] }>();
  for (const { by, text, keys } of groups) {
    for (const [a, b] of pairsOf([...keys].sort().slice(0, MOST_IN_GROUP))) {
      const [one, other] = [known.get(a), known.get(b)];
      if (!one || !other) continue;
      const pair = found.get(`${a} ${b}`) ?? { sides: [one, other] as const, evidence: [] };
      found.set(`${a} ${b}`, pair);
      pair.evidence.push({ by, text });
    }
  }
  return [...found.values()].map(({ sides: [one, other], evidence }) => ({
    one: sideOf(one),
    other: sideOf(other),
    evidence: evidence.sort((x, y) => EVIDENCE.indexOf(x.by) - EVIDENCE.indexOf(y.by)),
  }));
}

/** One tenant with several resellers. */
function pairsOfResellers(known: ReadonlyMap<string, Known>): readonly DuplicatePair[] {
  return [...known].flatMap(([key, one]) =>
    [...pairsOf([...one.resellers.values()].slice(0, MOST_IN_GROUP))].map(([a, b]) => ({
      one: { ...sideOf(one), resellers: [a] },
      other: { ...sideOf(one), resellers: [b] },
      evidence: [{ by: 'tenant' as const, text: key }],
    })),
  );
}

function sideOf({ customerId, name, resellers }: Known): DuplicateSide {
  return { customerId, name, resellers: [...resellers.values()] };
}

function* pairsOf(keys: readonly string[]): Generator<readonly [string, string]> {
  for (const [at, one] of keys.entries()) for (const other of keys.slice(at + 1)) yield [one, other];
}

/** Domains that Microsoft gives, `contoso.onmicrosoft.com`, tell customers apart as others do. */
function domainKey(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
}

const FORMS =
  /\b(?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|mbh|ag|kg|ohg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|aps|pty)\b/g;

/** A name without case, accents, punctuation and the form of the company. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ');
  const words = plain.replace(/[.’']/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const bare = words.replace(FORMS, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? words.trim() : bare;
}
