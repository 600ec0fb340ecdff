/** What the user said about the damage in stored files, as a part of the document: so it is undone like everything else. */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { type RepairChoice, REPAIR_CODES } from '../core/schema/repairs.ts';
import { importsText } from '../core/text/en/imports.ts';
import type { Workspace } from '../workers/engine-jobs.ts';
import type { WorkbookDocument } from './document.ts';
import type { Imports } from './imports.svelte.ts';

/** Choices by file, as `fileKey` names it. */
export type StoredRepairs = ReadonlyMap<string, readonly RepairChoice[]>;

/** A stored file by its content and name: it keeps both when it is read again. */
export function fileKey({ file, sha256 }: Pick<DatasetInfo, 'file' | 'sha256'>): string {
  return `${sha256} ${file}`;
}

/** The files whose choices differ between two documents, with those of the first. */
export function changedRepairs(document: WorkbookDocument, before: WorkbookDocument): StoredRepairs {
  if (document.repairs === before.repairs) return new Map();
  return new Map([...document.repairs].filter(([key, choices]) => before.repairs.get(key) !== choices));
}

/** Choices that the store gave back. */
export function readChoices(value: unknown): readonly RepairChoice[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown): readonly RepairChoice[] => {
    if (typeof one !== 'object' || one === null) return [];
    const { code, column, treatment } = one as Readonly<Record<string, unknown>>;
    const known = REPAIR_CODES.find((name) => name === code);
    if (!known || typeof column !== 'string' || (treatment !== 'apply' && treatment !== 'leave')) return [];
    return [{ code: known, column, treatment }];
  });
}

interface RepairTarget {
  readonly workspace: Workspace | undefined;
  readonly imports: Pick<Imports, 'sourceOf' | 'decideAnew'>;
  troubles: readonly string[];
}

/** Reads stored files again, by what the document says about their damage now; what is not kept is said. */
export async function readAsSaid(workbook: RepairTarget, repairs: StoredRepairs): Promise<void> {
  for (const [key, choices] of repairs) {
    const entry = workbook.workspace?.entries.find((one) => one.state === 'ready' && fileKey(one.info) === key);
    if (entry?.state !== 'ready') continue;
    const source = await workbook.imports.sourceOf(entry.info.id);
    if (source) await workbook.imports.decideAnew(entry.info, source.blob, { choices, ask: false });
    else workbook.troubles = [importsText.notKept(entry.info.file)];
  }
}
