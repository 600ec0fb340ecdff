/** Which of the imported files are new: the same bytes twice are noticed by their hash, the same way everywhere. */
import type { FileReport } from '../importers/index.ts';
import type { ReadFile } from './datasets-from-reports.ts';

export interface FreshFiles {
  /** Files with rows that nobody has imported before, in the order of the reports. */
  readonly fresh: readonly ReadFile[];
  /** Name of the file that holds the same bytes, for each report that is not new. */
  readonly duplicateOf: ReadonlyMap<FileReport, string>;
}

/** @param known names of the files that are there already, by hash */
export function freshFiles(reports: readonly FileReport[], known: ReadonlyMap<string, string>): FreshFiles {
  const names = new Map(known);
  const wholes = new Map<string, string>();
  const fresh: ReadFile[] = [];
  const duplicateOf = new Map<FileReport, string>();
  const taken = new Set<string>();
  for (const report of reports) {
    const { dataset, sha256, rejects, file, whole = file } = report;
    if (!dataset) continue;
    const name = names.get(sha256);
    // The sheets of one workbook, and the tables of one file, share its hash; each has a name of its own.
    const part = `${sha256}|${file}`;
    const isSibling = wholes.get(sha256) === whole && !taken.has(part);
    if (name !== undefined && !isSibling) {
      duplicateOf.set(report, name);
      continue;
    }
    names.set(sha256, file);
    wholes.set(sha256, whole);
    taken.add(part);
    fresh.push({ dataset, rejects });
  }
  return { fresh, duplicateOf };
}
