/** A rule book as a file, as *Add rules from a file* reads it. */
import { tableFileName } from '../../core/file-name.ts';
import { type RulePack, rulePackDocument } from '../../core/rules/rule-pack.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

/** Hands a rule book to the user. */
export function saveRulePack(workbook: Workbook, pack: RulePack): void {
  workbook.download({
    name: tableFileName(pack.name, 'json', workbook.asOf, workbook.document.name),
    type: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(rulePackDocument(pack), undefined, 2)}\n`),
  });
}
