/** Which of a column's distinct texts are damaged, or words for a total, by the position of their reading. */
import type { RowBlock } from '../sheet/row-block.ts';
import type { Damage } from './column-clinic.ts';

/** What a reading says beside its value. */
export interface Marks {
  readonly damages?: readonly Damage[];
  /** It is a word for a total. */
  readonly isTotal?: boolean;
}

export class MarkedTexts {
  private readonly damages = new Map<number, readonly Damage[]>();
  private readonly totals = new Set<number>();

  add(position: number, { damages, isTotal }: Marks): void {
    if (damages) this.damages.set(position, damages);
    if (isTotal) this.totals.add(position);
  }

  get hasTotals(): boolean {
    return this.totals.size > 0;
  }

  isTotal(position: number): boolean {
    return this.totals.has(position);
  }

  /** Notes the rows in which damaged texts stand. @param taken the position of each row @param apart rows that are no data */
  noteRows(block: RowBlock, taken: Uint32Array, apart: ReadonlySet<number>): void {
    if (this.damages.size === 0) return;
    for (let row = 0; row < block.count; row++) {
      const damages = this.damages.get(taken[row] ?? 0);
      if (damages === undefined || apart.has(row)) continue;
      for (const { places, before, after, otherwise } of damages) places.add(block.line(row), before, after, otherwise);
    }
  }

  forget(): void {
    this.damages.clear();
    this.totals.clear();
  }
}
