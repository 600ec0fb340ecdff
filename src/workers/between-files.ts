/** New files beside those that are there: what has to be asked before they count, and what the user has said. */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import type { AppliedRepair } from '../core/schema/repairs.ts';
import { type BetweenAnswer, type BetweenFinding, compareWith } from '../importers/index.ts';
import type { ReadFile } from './datasets-from-reports.ts';

export interface BesideOthers {
  /** The files to store, each with what was decided about it. */
  readonly taken: readonly ReadFile[];
  /** What is open, by the file's name. */
  readonly asked: ReadonlyMap<string, readonly BetweenFinding[]>;
  /** Ids of the datasets whose place is taken. */
  readonly replaced: readonly string[];
}

/** @param answers by file name; undefined: nobody is asked, and files with common rows count side by side */
export function besideOthers(
  fresh: readonly ReadFile[],
  there: readonly DatasetInfo[],
  answers: ReadonlyMap<string, BetweenAnswer> | undefined,
): BesideOthers {
  const taken: ReadFile[] = [];
  const asked = new Map<string, readonly BetweenFinding[]>();
  const replaced = new Set<string>();
  for (const file of fresh) {
    const { dataset } = file;
    const answer = answers ? answers.get(dataset.file) : 'both';
    const others = [...there.filter(({ id }) => !replaced.has(id)), ...taken.map((other) => other.dataset)];
    const found = compareWith(dataset, others);
    if (found.length > 0 && answer === undefined) {
      asked.set(
        dataset.file,
        found.map(([finding]) => finding),
      );
      continue;
    }
    const decided = found.map(([finding, other]) => {
      const isReplaced = answer === 'replace' && finding.covers && 'id' in other;
      if (isReplaced) replaced.add(other.id);
      return recorded(finding, isReplaced);
    });
    taken.push({ ...file, dataset: { ...dataset, repairs: [...(dataset.repairs ?? []), ...decided] } });
  }
  return { taken, asked, replaced: [...replaced] };
}

function recorded({ code, other, rows }: BetweenFinding, applied: boolean): AppliedRepair {
  return { code, column: '', rows, applied, other };
}
