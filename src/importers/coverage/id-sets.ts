/** The ids that stand in a column, as a set. */
import type { ChunkColumn } from '../../core/chunks.ts';
import type { IdSet } from '../../core/schema/coverage.ts';
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Column } from '../../core/table.ts';
import { stringsOf } from '../../core/utf8-texts.ts';

/** Far more customers than the largest partner has; a larger set is no set of customers. */
const KEPT = 5_000;

export class IdSets {
  /** Rows whose cell is empty. */
  empty = 0;
  private readonly texts: string[] = [];
  private readonly ids = new Set<string>();
  /** Whether each entry of the dictionary is among the ids. */
  private readonly isNoted: boolean[] = [];
  private isCapped = false;

  add(rows: number, column: Column | ChunkColumn | undefined): void {
    if (column?.kind !== 'text') return;
    if (!this.isCapped)
      for (const text of 'values' in column ? column.values : stringsOf(column.added)) this.texts.push(text);
    for (let row = 0; row < rows; row++) {
      const code = column.codes[row] ?? 0;
      if (code === 0) this.empty++;
      else if (this.isNoted[code] !== true && !this.isCapped) {
        this.isNoted[code] = true;
        this.note((this.texts[code] ?? '').toLowerCase());
      }
    }
  }

  finish(): IdSet {
    return { ids: [...this.ids].sort(compareCodeUnits), isCapped: this.isCapped };
  }

  private note(id: string): void {
    if (this.ids.size < KEPT) this.ids.add(id);
    else if (!this.ids.has(id)) this.isCapped = true;
  }
}
