/** Names and ids that the user's data holds, and whether a text mentions one of them. */

/** Words that many names share, and that say nothing of whose they are. */
const SHARED = new Set(
  [
    ...['company', 'consulting', 'corporation', 'digital', 'foundation', 'global', 'group', 'holding', 'holdings'],
    ...['hospital', 'house', 'industries', 'international', 'limited', 'logistics', 'partners', 'partner', 'school'],
    ...['services', 'service', 'software', 'solutions', 'systems', 'technologies', 'technology', 'trading', 'university'],
    ...['customer', 'customers', 'reseller', 'tenant', 'default', 'domain', 'onmicrosoft', 'sample', 'example'],
  ], // prettier-ignore
);
/** Shorter parts of a name are words of every day; the first word is not, where it is written as the name writes it. */
const LEAST_PART = 5;
const LEAST_LETTERS = 3;
const LEAST_FIRST = 2;
const EVERYDAY = new Set(
  [
    ...['the', 'and', 'for', 'all', 'new', 'old', 'our', 'one', 'two', 'best', 'base', 'high', 'low', 'plan', 'case', 'test', 'est'],
    ...['year', 'rate', 'cost', 'main', 'next', 'last', 'more', 'most', 'less', 'half', 'full', 'with', 'only', 'from', 'city', 'port'],
    ...['der', 'die', 'das', 'und', 'für', 'neu', 'alt', 'le', 'la', 'les', 'el', 'los', 'de', 'san', 'st', 'us', 'eu', 'uk', 'it'],
  ], // prettier-ignore
);
/** Longer names are found by their first words. */
const MOST_WORDS = 12;
const WORD = /[\p{L}\p{N}]+/gu;

interface Word {
  /** In lower case. */
  readonly text: string;
  readonly asWritten: string;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.normalize('NFKC').matchAll(WORD)].map(([word]) => ({ text: word.toLowerCase(), asWritten: word }));
}

/** Punctuation and case do not matter: `Contoso, Ltd.` is `contoso ltd`. */
function keyOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

export class KnownNames {
  private readonly names = new Set<string>();
  private readonly parts = new Set<string>();
  /** As written. */
  private readonly firsts = new Set<string>();
  private readonly words = new Set<string>();
  private readonly ordinary = new Set<string>();

  /** A word that everybody has: of a price list, a segment, a currency. It names nobody. */
  addWord(text: string): void {
    const words = wordsOf(text);
    this.words.add(keyOf(words));
    for (const { text: word } of words) this.ordinary.add(word);
  }

  /** An id, a path, or anything else that counts only as a whole. */
  addWhole(text: string): void {
    const key = keyOf(wordsOf(text).slice(0, MOST_WORDS));
    const letters = key.replace(/[^\p{L}]/gu, '').length;
    const glued = key.replaceAll(' ', '');
    if (letters >= LEAST_LETTERS || glued.length > LEAST_PART) this.names.add(key);
    // Names of columns and values have no spaces.
    if (glued.length > LEAST_PART) this.names.add(glued);
  }

  /** The name or domain of somebody: its longer words count too, each by itself. */
  addName(text: string): void {
    this.addWhole(text);
    const words = wordsOf(text);
    const { text: first = '', asWritten = '' } = words[0] ?? {};
    if (first.length >= LEAST_FIRST && first !== asWritten && !EVERYDAY.has(first) && !SHARED.has(first))
      this.firsts.add(asWritten);
    for (const { text: word } of words)
      if (word.length >= LEAST_PART && /\p{L}/u.test(word) && !SHARED.has(word)) this.parts.add(word);
  }

  /** Whether a text mentions a known name, in whole words, also where capitals alone part them: `ContosoDiscount`. */
  mentions(text: string): boolean {
    const parted = text.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ');
    return this.mentionsIn(wordsOf(text)) || (parted !== text && this.mentionsIn(wordsOf(parted)));
  }

  private mentionsIn(words: readonly Word[]): boolean {
    return words.some((word, at) => {
      const isPart = this.parts.has(word.text) || this.firsts.has(word.asWritten);
      if (isPart && !this.ordinary.has(word.text)) return true;
      let key = '';
      for (const { text: next } of words.slice(at, at + MOST_WORDS)) {
        key = key === '' ? next : `${key} ${next}`;
        if (this.names.has(key) && !this.words.has(key)) return true;
      }
      return false;
    });
  }
}
