/** The proof sheet of a report without names, as its last section. */
import type { Format } from '../../core/format.ts';
import type { Removed, RemovedColumn } from '../../core/editions/twin.ts';
import type { ReportSection } from '../../core/report/document.ts';
import type { ReportPlan } from '../../core/report/plan.ts';
import { editionProofText as german } from '../../core/text/de/edition-proof.ts';
import { type EditionProofText, editionProofText as english } from '../../core/text/en/edition-proof.ts';
import { reportTexts } from '../../core/text/report-texts.ts';
import { count, paragraph, table, text } from './cells.ts';

export function proofSection(removed: Removed, plan: ReportPlan, format: Format): ReportSection {
  const words = { en: english, de: german }[plan.language];
  const { kinds } = reportTexts(plan.language).report;
  const replaced = removed.replaced.reduce((sum, { texts }) => sum + texts, 0);
  const { leftOut, unknownColumns } = removed;
  const list = table<RemovedColumn>(
    words.table,
    [
      { label: words.columns.kind, cell: ({ kind }) => text(kinds[kind]) },
      { label: words.columns.column, kind: 'code', cell: ({ column }) => text(column) },
      { label: words.columns.fate, cell: ({ fate }) => text(fateWords(fate, words)) },
      { label: words.columns.texts, kind: 'figure', cell: ({ texts }) => count(texts) },
    ],
    removed.columns,
  );
  return {
    id: 'method',
    heading: words.heading,
    say: words.say,
    blocks: [
      paragraph(words.replaced(format.count(replaced))),
      list,
      ...(unknownColumns > 0 ? [paragraph(words.unknown(format.count(unknownColumns)))] : []),
      ...(leftOut.length > 0 ? [paragraph(words.leftOut(leftOut.map(({ kind }) => kinds[kind]).join(', ')))] : []),
      paragraph(words.files),
      paragraph(words.scenario),
      paragraph(plan.amounts === 'bucketed' ? words.bucketed : words.exact),
    ],
  };
}

function fateWords(fate: RemovedColumn['fate'], { fates }: EditionProofText): string {
  switch (fate) {
    case 'month':
      return fates.stays;
    case 'stays':
    case 'known':
    case 'trial':
    case 'dropped':
      return fates[fate];
    default:
      return fates.replaced;
  }
}
