/** How stored files stand to each other, by what is known of them without their rows. */
import type { DatasetInfo, DatasetKind } from '../core/schema/dataset.ts';
import { type MissingMonth, missingMonths } from '../importers/index.ts';

export interface FileRelations {
  /** Months between files of a kind that no file is about. */
  readonly missing: ReadonlyMap<DatasetKind, readonly MissingMonth[]>;
  /** Name of an earlier file with the same rows (in any order), by the id of the later one. */
  readonly sameRows: ReadonlyMap<string, string>;
}

/** @param infos in import order */
export function relationsOf(infos: readonly DatasetInfo[]): FileRelations {
  const kinds = new Set(infos.flatMap(({ kind, coverage }) => (coverage ? [kind] : [])));
  const gaps = [...kinds].map((kind) => [kind, missingMonths(infos.filter((info) => info.kind === kind))] as const);
  return { missing: new Map(gaps.filter(([, months]) => months.length > 0)), sameRows: sameRows(infos) };
}

function sameRows(infos: readonly DatasetInfo[]): ReadonlyMap<string, string> {
  const firstOf = new Map<string, string>();
  const same = new Map<string, string>();
  for (const { id, kind, file, rowsDigest } of infos) {
    if (rowsDigest === undefined) continue;
    const key = `${kind} ${rowsDigest}`;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, file);
    else same.set(id, first);
  }
  return same;
}
