import type { DatasetInfo } from '../core/schema/dataset.ts';
import type { DatasetEntry } from '../storage/catalogue.ts';

/** What tells one state of the datasets from another: which there are, how they were read, and what the user says about each. */
export function recordsOf(entries: readonly (DatasetEntry | DatasetInfo)[]): string {
  const infos = entries.flatMap((entry) =>
    'state' in entry ? (entry.state === 'ready' ? [entry.info] : []) : [entry],
  );
  return JSON.stringify(
    infos.map(({ id, sha256, file, order, defaults, listDate, exportedOn, follows, repairs, erased }) => [
      ...[id, sha256, file, order, defaults, listDate, exportedOn, follows, repairs, erased],
    ]),
  );
}
