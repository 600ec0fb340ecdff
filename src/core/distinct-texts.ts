/** Dictionaries in which a text may stand twice. */
import type { TextColumn } from './table.ts';

/** A column in which each text has one code: that of its first entry. Changes `codes` in place. */
export function distinctTexts(codes: Uint32Array, texts: readonly string[]): TextColumn {
  const codeOf = new Map<string, number>();
  const shared = Uint32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  if (codeOf.size === texts.length) return { kind: 'text', codes, values: texts };
  for (let row = 0; row < codes.length; row++) codes[row] = shared[codes[row] ?? 0] ?? 0;
  return { kind: 'text', codes, values: [...codeOf.keys()] };
}
