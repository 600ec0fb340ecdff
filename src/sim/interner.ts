/** A dictionary over several files: equal texts have one code. */
import type { Column, TextColumn } from '../core/table.ts';

export class Interner {
  readonly values: string[] = [''];
  private readonly codeOf = new Map<string, number>([['', 0]]);
  private readonly keyOf: (text: string) => string;

  /** @param keyOf texts with equal keys are the same; the first one is shown */
  constructor(keyOf: (text: string) => string = (text) => text) {
    this.keyOf = keyOf;
  }

  code(text: string): number {
    const key = this.keyOf(text);
    const known = this.codeOf.get(key);
    if (known !== undefined) return known;
    const code = this.values.push(text) - 1;
    this.codeOf.set(key, code);
    return code;
  }

  /** The code of a text that is here already. */
  known(text: string): number | undefined {
    return this.codeOf.get(this.keyOf(text));
  }

  /** The codes of a column's texts in this dictionary, by their codes in the column. */
  codesOf(column: Column | undefined): Uint32Array {
    if (column?.kind !== 'text') return new Uint32Array(1);
    const codes = new Uint32Array(column.values.length);
    for (const [at, text] of column.values.entries()) codes[at] = this.code(text);
    return codes;
  }

  column(codes: Uint32Array): TextColumn {
    return { kind: 'text', codes, values: this.values };
  }
}
