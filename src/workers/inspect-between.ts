/** What inspected files have in common, and which months are missing between them, as diagnostics of the later file. */
import { dayToText, monthToText } from '../core/days.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { DatasetKind } from '../core/schema/dataset.ts';
import { type BetweenFinding, type Covered, compareWith, missingMonths } from '../importers/index.ts';

/** @param earlier the files before it */
export function overlapDiagnostics(file: Covered, earlier: readonly Covered[]): readonly Diagnostic[] {
  return compareWith(file, earlier).map(([finding]) =>
    diagnose('warning', finding.code, { file: file.file }, paramsOf(finding)),
  );
}

function paramsOf({ other, first, last, rows, sums }: BetweenFinding): Diagnostic['params'] {
  const days = first === last ? dayToText(first) : `${dayToText(first)} to ${dayToText(last)}`;
  const amounts = Object.entries(sums).map(([currency, amount]) => `${amount} ${currency}`.trim());
  return { other, days, rows, sums: amounts.join('; ') };
}

/** One for each missing month, by the file after it. */
export function gapDiagnostics(files: readonly Covered[]): readonly Diagnostic[] {
  const kinds = new Set<DatasetKind>(files.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) =>
    missingMonths(files.filter((file) => file.kind === kind)).map(({ month, before, after }) =>
      diagnose('warning', 'month-missing', { file: after }, { month: monthToText(month), before }),
    ),
  );
}
