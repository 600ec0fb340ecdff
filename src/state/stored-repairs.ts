/** What the user said about the damage in stored files, as a part of the document: so it is undone like everything else. */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { type AppliedRepair, type RepairChoice, REPAIR_CODES } from '../core/schema/repairs.ts';
import type { WorkbookDocument } from './document.ts';

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

/** What was said about each finding. */
export function choicesMade(repairs: readonly AppliedRepair[]): readonly RepairChoice[] {
  return repairs
    .filter(({ other }) => other === undefined)
    .map(({ code, column, applied }) => ({ code, column, treatment: applied ? 'apply' : 'leave' }));
}

/** Whether two lists say the same of each finding. */
export function sameChoices(one: readonly RepairChoice[], other: readonly RepairChoice[]): boolean {
  const words = (choices: readonly RepairChoice[]): string =>
    JSON.stringify(choices.map(({ code, column, treatment }) => [code, column, treatment]).sort());
  return words(one) === words(other);
}
