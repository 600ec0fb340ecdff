/** Names of worksheets that Excel takes: short, without its own signs, each once. */
import { exportText } from '../../core/text/en/export.ts';

const MOST_CHARACTERS = 31;

export class SheetNames {
  private readonly taken = new Set<string>();

  /** The wanted name, or the next one like it: `Portfolio`, `Portfolio 2`. */
  take(wanted: string): string {
    const plain = wanted.replace(/[[\]:*?/\\\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/^[' ]+|[' ]+$/g, '');
    const base = /^(?:|history)$/i.test(plain) ? exportText.table.sheet : plain;
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` ${String(count)}`;
      const name = wholeCharacters(base, MOST_CHARACTERS - ending.length).trimEnd() + ending;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** At most so many UTF-16 units, never half a pair. */
function wholeCharacters(text: string, most: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most) break;
    cut += character;
  }
  return cut;
}
