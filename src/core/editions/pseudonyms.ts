/** Names that stand for others: the same for the same text under one key, other under every other key, in no order. */
import { idKey } from '../ids.ts';
import { Sha256 } from '../sha256.ts';

/** What a text is the name of; its pseudonym says so. */
export const PREFIXES = {
  customer: 'Customer ',
  customerId: 'CUS-',
  domain: 'DOM-',
  partner: 'Partner ',
  partnerId: 'PAR-',
  subscriptionId: 'SUB-',
  subscription: 'Subscription ',
  invoice: 'INV-',
  order: 'ORD-',
  resource: 'RES-',
  resourceGroup: 'GRP-',
  tag: 'TAG-',
  value: 'VAL-',
  file: 'File ',
  scenario: 'Scenario ',
  budget: 'Budget ',
} as const;
export type Role = keyof typeof PREFIXES;

/** Roles whose texts are compared without regard to case, as ids are. */
const FOLDED: ReadonlySet<Role> = new Set([
  'customerId',
  'partnerId',
  'subscriptionId',
  'resource',
  'resourceGroup',
  'value',
]);

/** Letters and digits that are not taken for one another, without `U`. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LEAST = 6;

/** Finds pseudonyms in a text, the longest first. */
export const PSEUDONYM = new RegExp(
  `(?<![A-Za-z0-9])(?:${Object.values(PREFIXES).join('|')})[${ALPHABET}]{${String(LEAST)},52}(?![A-Za-z0-9])`,
  'g',
);

/** The pseudonyms of one file. Pure: the key is given, and is random in the app. */
export class Pseudonyms {
  private readonly inner: Uint8Array;
  private readonly outer: Uint8Array;
  private readonly known = new Map<string, string>();
  private readonly taken = new Map<string, string>();
  private readonly counts = new Map<Role, number>();

  /** @param key at least 16 random bytes, at most 64 */
  constructor(key: Uint8Array) {
    if (key.length < 16 || key.length > 64) throw new Error('INTERNAL: a key has 16 to 64 bytes');
    const padded = new Uint8Array(64);
    padded.set(key);
    this.inner = padded.map((byte) => byte ^ 0x36);
    this.outer = padded.map((byte) => byte ^ 0x5c);
  }

  /** What stands for a text; an empty text stays empty. */
  of(role: Role, text: string): string {
    if (text === '') return '';
    const value = FOLDED.has(role) ? idKey(text) : text;
    const place = `${role}\n${value}`;
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const made = this.make(role, place, text);
    this.known.set(place, made);
    this.counts.set(role, (this.counts.get(role) ?? 0) + 1);
    return made;
  }

  /** What each pseudonym stands for. */
  get real(): ReadonlyMap<string, string> {
    return this.taken;
  }

  /** How many texts of each role were replaced. */
  get replaced(): ReadonlyMap<Role, number> {
    return this.counts;
  }

  /** Lower-case hex under the key, for hashes that must not be looked up. */
  hex(text: string): string {
    return this.hmac(new TextEncoder().encode(`hash\n${text}`));
  }

  private make(role: Role, place: string, text: string): string {
    const code = base32(this.hmac(new TextEncoder().encode(place)));
    for (let length = LEAST; length <= code.length; length++) {
      const name = PREFIXES[role] + code.slice(0, length);
      if (this.taken.has(name)) continue;
      this.taken.set(name, text);
      return name;
    }
    throw new Error('INTERNAL: two texts with one hash');
  }

  /** HMAC-SHA-256 (RFC 2104). */
  private hmac(message: Uint8Array): string {
    const first = new Sha256();
    first.update(this.inner);
    first.update(message);
    const second = new Sha256();
    second.update(this.outer);
    second.update(bytesOf(first.digest()));
    return second.digest();
  }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function base32(hex: string): string {
  let [code, bits, value] = ['', 0, 0];
  for (const byte of bytesOf(hex)) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(value >>> bits) & 31] ?? '';
    }
  }
  return code;
}
