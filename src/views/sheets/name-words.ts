/** What is wrong with the name of a sheet, in words. */
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import type { OwnSheet } from '../../sheet/model/workbook-parts.ts';
import { MOST_NAME, nameProblem } from '../../sheet/own/sheet-list.ts';

/** Undefined when a sheet can have the name. @param but the id of the sheet that takes it */
export function nameWords(sheets: readonly OwnSheet[], name: string, but?: string): string | undefined {
  const text = ownSheetsText.renaming;
  const problem = nameProblem(sheets, name, but);
  if (problem === undefined) return undefined;
  return problem === 'long' ? text.long(String(MOST_NAME)) : text[problem];
}
