/** What a dataset counts as among the snapshots, and what the user can say about it. */
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { filesText } from '../../core/text/en/files.ts';
import type { Workspace } from '../../state/workbook.svelte.ts';

const text = filesText.snapshot;

/** The choice that leaves the decision to the content. */
export const AUTOMATIC = 'automatic';
/** The choice that keeps a dataset besides all others; ids of datasets are the other choices. */
export const BESIDES = 'besides';

/** Whether only the newest snapshot of such a file counts. */
export function hasSnapshots({ kind }: Pick<DatasetInfo, 'kind'>): boolean {
  return kind === 'subscriptions' || kind === 'portfolio';
}

function fileOf({ entries }: Workspace, id: string): string {
  return entries.find((entry) => entry.id === id)?.file ?? '';
}

/** What the dataset counts as now, in a sentence. */
export function standing(workspace: Workspace, id: string): string {
  const { newerOf } = workspace.snapshots;
  const newer = newerOf.get(id);
  if (newer !== undefined) return text.older(fileOf(workspace, newer));
  const older = [...newerOf].filter(([, successor]) => successor === id).map(([old]) => `“${fileOf(workspace, old)}”`);
  return older.length === 0 ? text.alone : text.newer(older.join(', '));
}

/** The choices: by content, besides, and the next snapshot of each other dataset. */
export function choices(workspace: Workspace, id: string): readonly { value: string; text: string }[] {
  const others = workspace.entries.filter(
    (entry) => entry.state === 'ready' && entry.id !== id && hasSnapshots(entry.info),
  );
  return [
    { value: AUTOMATIC, text: text.automatic },
    { value: BESIDES, text: text.besides },
    ...others.map(({ id: value, file }) => ({ value, text: text.next(file) })),
  ];
}

/** The choice that is made. */
export function chosen({ follows }: Pick<DatasetInfo, 'follows'>): string {
  return follows === undefined ? AUTOMATIC : follows === '' ? BESIDES : follows;
}
