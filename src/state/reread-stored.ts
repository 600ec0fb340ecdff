/** Stored files follow what the document says about their damage. */
import { importsText } from '../core/text/en/imports.ts';
import type { Workspace } from '../workers/engine-jobs.ts';
import type { Imports } from './imports.svelte.ts';
import { type StoredRepairs, choicesMade, fileKey, sameChoices } from './stored-repairs.ts';

interface RepairTarget {
  readonly workspace: Workspace | undefined;
  readonly imports: Pick<Imports, 'sourceOf' | 'decideAnew'>;
  troubles: readonly string[];
}

/** Reads stored files again, by what the document says about their damage now; what is not kept is said. */
export async function readAsSaid(workbook: RepairTarget, repairs: StoredRepairs): Promise<void> {
  for (const [key, choices] of repairs) {
    const entry = workbook.workspace?.entries.find((one) => one.state === 'ready' && fileKey(one.info) === key);
    // What was only noted is in force already.
    if (entry?.state !== 'ready' || sameChoices(choicesMade(entry.info.repairs ?? []), choices)) continue;
    const source = await workbook.imports.sourceOf(entry.info.id);
    if (source) await workbook.imports.decideAnew(entry.info, source.blob, { choices, ask: false });
    else workbook.troubles = [importsText.notKept(entry.info.file)];
  }
}
