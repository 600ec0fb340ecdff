/**
 * The consultant's edition: a twin of everything that a report is made from, made before any figure is. What is not in it can be in no
 * output, whatever is made from it.
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { Dataset, DatasetKind } from '../schema/dataset.ts';
import { SOURCE_ROW, type Table, countAt } from '../table.ts';
import { Pseudonyms, type Role } from './pseudonyms.ts';
import { type Fate, PUBLIC_KINDS, Vocabulary } from './roles.ts';
import { twinScenario } from './twin-scenario.ts';
import { type TwinDataset, twinDataset } from './twin-table.ts';

/** What was taken out, for the proof. */
export interface Removed {
  readonly columns: readonly RemovedColumn[];
  /** Columns that no format of Microsoft's has; their names are not told. */
  readonly unknownColumns: number;
  /** Kinds of files that were left out as a whole, with how many there were. */
  readonly leftOut: readonly { readonly kind: DatasetKind; readonly files: number }[];
  /** Different texts that were replaced, in files and scenarios. */
  readonly replaced: readonly { readonly role: Role; readonly texts: number }[];
}

export interface RemovedColumn {
  readonly kind: DatasetKind;
  readonly column: string;
  readonly fate: Fate | 'dropped';
  /** Different texts, added up over files. */
  readonly texts: number;
}

export class Twin {
  readonly datasets: readonly Dataset[];
  private readonly names: Pseudonyms;
  private readonly words: Vocabulary;
  private readonly twins = new Map<string, TwinDataset>();
  private readonly leftOut = new Map<DatasetKind, number>();

  /** @param key random bytes, of this one file */
  constructor(datasets: readonly Dataset[], key: Uint8Array) {
    this.names = new Pseudonyms(key);
    this.words = new Vocabulary(datasets.filter(({ kind }) => PUBLIC_KINDS.has(kind)).map(({ table }) => table));
    for (const dataset of datasets) {
      const twin = twinDataset(dataset, this.names, this.words);
      if (twin) this.twins.set(dataset.id, twin);
      else this.leftOut.set(dataset.kind, (this.leftOut.get(dataset.kind) ?? 0) + 1);
    }
    this.datasets = [...this.twins.values()].map(({ dataset }) => dataset);
  }

  scenario(scenario: Scenario): Scenario {
    return twinScenario(scenario, this.names, this.words);
  }

  /** What stands for a name or an id. */
  nameOf(role: Role, text: string): string {
    return this.names.of(role, text);
  }

  /** What each pseudonym stands for: the sender's key. */
  get real(): ReadonlyMap<string, string> {
    return this.names.real;
  }

  /** The rows of the twin's portfolio that are the given rows of the real one, in ascending order. */
  rowsOf(real: Placed, twin: Placed, rows: Uint32Array): Uint32Array {
    const wanted = new Set<string>();
    const lines = new Map<Dataset, ReadonlyMap<number, number>>();
    for (const row of rows) {
      const dataset = real.datasets[real.datasetOf[row] ?? 0];
      const own = dataset && this.twins.get(dataset.id);
      if (!dataset || !own?.order) continue;
      const { order } = own;
      const rowOf = lines.get(dataset) ?? linesOf(dataset.table, order);
      lines.set(dataset, rowOf);
      const line = countAt(real.table.columns.get(SOURCE_ROW), row) ?? 0;
      wanted.add(`${own.dataset.id} ${String(rowOf.get(line) ?? -1)}`);
    }
    const all = Uint32Array.from({ length: twin.table.rows }, (_, row) => row);
    return all.filter((row) => {
      const line = countAt(twin.table.columns.get(SOURCE_ROW), row) ?? 0;
      return wanted.has(`${twin.datasets[twin.datasetOf[row] ?? 0]?.id ?? ''} ${String(line)}`);
    });
  }

  removed(): Removed {
    const columns = new Map<string, RemovedColumn>();
    let unknownColumns = 0;
    for (const { kind, column, fate, texts } of [...this.twins.values()].flatMap(({ fates }) => fates)) {
      if (column === '') {
        unknownColumns++;
        continue;
      }
      const place = `${kind} ${column}`;
      columns.set(place, { kind, column, fate, texts: texts + (columns.get(place)?.texts ?? 0) });
    }
    return {
      columns: [...columns.values()],
      unknownColumns,
      leftOut: [...this.leftOut].map(([kind, files]) => ({ kind, files })),
      replaced: [...this.names.replaced].map(([role, texts]) => ({ role, texts })),
    };
  }
}

/** A portfolio whose rows know where they come from. */
interface Placed {
  readonly table: Table;
  readonly datasetOf: Uint16Array;
  readonly datasets: readonly Dataset[];
}

/** The new line of each old one. */
function linesOf(table: Table, order: Uint32Array): ReadonlyMap<number, number> {
  const lines = table.columns.get(SOURCE_ROW);
  return new Map([...order].map((old, row) => [countAt(lines, old) ?? 0, row + 2]));
}
