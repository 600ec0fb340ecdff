/** Texts of a column, each distinct one kept once. */
import type { TextColumn } from '../../../core/table.ts';

export class TextBuilder {
  readonly codes: Uint32Array;
  readonly values: string[] = [''];
  private readonly known = new Map<string, number>([['', 0]]);

  constructor(rows: number) {
    this.codes = new Uint32Array(rows);
  }

  set(row: number, text: string): void {
    this.codes[row] = this.codeOf(text);
  }

  codeOf(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.known.set(text, code);
    this.values.push(text);
    return code;
  }

  column(): TextColumn {
    return { kind: 'text', codes: this.codes, values: this.values };
  }
}
