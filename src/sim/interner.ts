/** A dictionary over several files: equal texts have one code. */
import type { Column, TextColumn } from '../core/table.ts';

export class Interner {
  readonly values: string[];
  private readonly codes = new Map<string, number>();
  private readonly keyOf: (text: string) => string;

  /**
   * @param keyOf texts with equal keys are the same; the first one is shown
   * @param values a dictionary whose keys differ, which is gone on with
   */
  constructor(keyOf: (text: string) => string = (text) => text, values: readonly string[] = ['']) {
    this.keyOf = keyOf;
    this.values = [...values];
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

  /** Of a dictionary that is gone on with only when somebody asks for a text. */
  private get codeOf(): Map<string, number> {
    if (this.codes.size === 0) for (const [code, text] of this.values.entries()) this.codes.set(this.keyOf(text), code);
    return this.codes;
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
