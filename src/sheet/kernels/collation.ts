/** The order of a dictionary's texts in a language. */

/**
 * The rank of each text, 0 for the first; texts that the language does not tell apart share a rank.
 * Digits compare by value (`SKU 9` before `SKU 10`).
 */
export function collationRanks(values: readonly string[], locale: string): Uint32Array {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const codes = values.map((_, code) => code);
  codes.sort((a, b) => compare(values[a] ?? '', values[b] ?? ''));
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (const [position, code] of codes.entries()) {
    const before = codes[position - 1];
    if (before !== undefined && compare(values[before] ?? '', values[code] ?? '') !== 0) rank = position;
    ranks[code] = rank;
  }
  return ranks;
}
