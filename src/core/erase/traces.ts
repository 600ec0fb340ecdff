/** Whether a text is, or holds, something that tells one customer. */
import { type CustomerIdentity, bareId, nameKeyOf } from './identity.ts';

/** Ids anywhere in a text: `/subscriptions/…`, `{…}`, with and without dashes. */
const GUIDS = /(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])/g;
/** Shorter names and ids are looked for as whole values alone. */
const LEAST_LETTERS = 3;
const LEAST_ID = 6;
const LETTER = /[\p{L}\p{N}]/u;

export class Traces {
  readonly identity: CustomerIdentity;
  private readonly ids: ReadonlySet<string>;
  private readonly subscriptions: ReadonlySet<string>;
  private readonly names: ReadonlySet<string>;
  private readonly domains: ReadonlySet<string>;
  private readonly words: readonly string[];

  constructor(identity: CustomerIdentity) {
    const { ids, subscriptions, names, domains, shared } = identity;
    this.identity = identity;
    this.ids = new Set(ids);
    this.subscriptions = new Set(subscriptions);
    const elsewhere = new Set(shared);
    const own = (texts: readonly string[]): readonly string[] => texts.filter((text) => !elsewhere.has(text));
    this.names = new Set(own(names));
    this.domains = new Set(own(domains));
    const spelled = [...ids, ...subscriptions].filter((id) => id.length >= LEAST_ID && /\p{L}/u.test(id));
    const said = [...this.names, ...this.domains].filter(isTelling);
    this.words = [...new Set([...spelled, ...said])];
  }

  /** Whether a cell of ids is the customer's. */
  isId(text: string): boolean {
    return this.ids.has(bareId(text));
  }

  /** Whether a cell of subscription ids is one of the customer's, also inside a path. */
  isSubscription(text: string): boolean {
    return this.subscriptions.has(bareId(text)) || this.guidsIn(text.toLowerCase(), this.subscriptions);
  }

  /** Whether a cell of names is the customer's, and of nobody else. */
  isName(text: string): boolean {
    return this.names.has(nameKeyOf(text));
  }

  isDomain(text: string): boolean {
    return this.domains.has(text.trim().toLowerCase());
  }

  /** Whether a text is a name, domain or id of the customer, or mentions one in whole words, also where it is quoted. */
  in(text: string): boolean {
    if (text === '') return false;
    if (this.isId(text) || this.subscriptions.has(bareId(text)) || this.names.has(nameKeyOf(text))) return true;
    if (this.mentions(text)) return true;
    const plain = text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text;
    return plain.includes('""') ? this.mentions(plain.replaceAll('""', '"')) : plain !== text && this.mentions(plain);
  }

  private mentions(text: string): boolean {
    const lower = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    if (this.isIn(lower)) return true;
    // Names of values have no spaces.
    return lower.includes('_') && (this.isIn(lower.replaceAll('_', ' ')) || this.isIn(lower.replaceAll('_', '-')));
  }

  private isIn(lower: string): boolean {
    return (
      this.guidsIn(lower, this.ids) ||
      this.guidsIn(lower, this.subscriptions) ||
      this.words.some((word) => holdsWord(lower, word))
    );
  }

  private guidsIn(lower: string, ids: ReadonlySet<string>): boolean {
    if (lower.length < 32 || ids.size === 0) return false;
    for (const [id] of lower.matchAll(GUIDS)) if (ids.has(id.replaceAll('-', ''))) return true;
    return false;
  }
}

/** Letters of a name, or digits of a telephone number. */
function isTelling(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\p{L}/gu) >= LEAST_LETTERS || count(/\d/g) >= LEAST_ID;
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const begins = at === 0 || !LETTER.test(word[0] ?? '') || !LETTER.test(text[at - 1] ?? '');
    const ends = end === text.length || !LETTER.test(word.at(-1) ?? '') || !LETTER.test(text[end] ?? '');
    if (begins && ends) return true;
  }
  return false;
}
