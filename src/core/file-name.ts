/** Names of the files that we write. */
import { type Day, dayToText } from './days.ts';
import { exportText } from './text/en/export.ts';

export type ExportKind = keyof typeof exportText.fileWords;

/** Whole characters, never half a pair. */
const FIRST_CHARACTERS = /^.{0,60}/u;

/**
 * `termwise-<workbook>-<what>-<as-of>.<extension>`, safe on every system: letters, digits and hyphens only, never a
 * device name or a formula, no hidden or reversed characters.
 */
export function exportFileName(kind: ExportKind, asOf: Day, workbookName: string): string {
  const extension = kind.slice(kind.lastIndexOf('-') + 1);
  const parts = ['termwise', safeWord(workbookName), exportText.fileWords[kind], dayToText(asOf)];
  return `${parts.filter(Boolean).join('-')}.${extension}`;
}

/** As `exportFileName`, for a table: its own title says what it is. */
export function tableFileName(
  title: string,
  extension: 'csv' | 'xlsx' | 'json' | 'ics',
  asOf: Day,
  workbookName: string,
): string {
  const parts = ['termwise', safeWord(workbookName), safeWord(title), dayToText(asOf)];
  return `${parts.filter(Boolean).join('-')}.${extension}`;
}

/** Letters and digits of any script in lower case, all else as single hyphens; may be empty. */
export function safeWord(name: string): string {
  const hyphenated = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return (FIRST_CHARACTERS.exec(hyphenated)?.[0] ?? '').replace(/^-+|-+$/g, '');
}
