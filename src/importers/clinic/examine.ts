/** Puts together what the clinic found in a sheet, column by column and then about its rows and its text. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { MessageParams } from '../../core/text/message-params.ts';
import type { RowNotes } from '../read/rows.ts';
import type { SheetStyle } from '../sheet/fields.ts';
import type { ColumnFindings, Evidence } from '../sheet/column-findings.ts';
import type { Finding } from './finding.ts';
import type { SheetClinic } from './sheet-clinic.ts';

export function findingsOf(
  columns: readonly ColumnFindings[],
  style: SheetStyle,
  clinic: SheetClinic,
): readonly Finding[] {
  const ofColumns = columns.flatMap((column) =>
    column.clinic.findings(style.noted.get(column.field.name), (code) => factsOf(code, column)),
  );
  return [...ofColumns, ...clinic.wholeFindings()];
}

/** By repair: the cells that speak for it, those that speak against it, and those that can be read both ways. */
const TELLING: Readonly<Partial<Record<RepairCode, readonly [Evidence, Evidence]>>> = {
  'date-order': ['dmy', 'mdy'],
  'decimal-comma': [',', '.'],
};

function factsOf(code: RepairCode, { evidence }: ColumnFindings): MessageParams {
  const [pro, contra] = TELLING[code] ?? [];
  const shown = (which: Evidence | undefined): string => (which && evidence.get(which)?.join('; ')) ?? '';
  return pro === undefined ? {} : { pro: shown(pro), contra: shown(contra), either: shown('either') };
}

/** What the reader of the text noticed beside its rows. */
export function noteText({ sepLine, lineEnds }: RowNotes, clinic: SheetClinic): void {
  if (sepLine !== undefined) clinic.note('sep-line', 1, sepLine, '');
  if (lineEnds && lineEnds.crlf > 0 && lineEnds.lf > 0)
    clinic.count('mixed-line-ends', Math.min(lineEnds.crlf, lineEnds.lf), { ...lineEnds });
}
