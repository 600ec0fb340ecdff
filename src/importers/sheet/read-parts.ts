/** A sheet that may hold several tables one below the other: each with a known header is read as a part of its own. */
import { clinicText } from '../../core/text/en/clinic.ts';
import type { Rows } from '../read/rows.ts';
import type { SheetContext, SheetOutcome, SheetSource } from './read-planned.ts';
import { readSheet } from './read-sheet.ts';

/** An outcome with the name of its part of the file, when the file has several. */
export type NamedOutcome = SheetOutcome & { readonly part?: string };

/** @param name of the sheet, when its file has several */
export async function readParts(source: SheetSource, context: SheetContext, name?: string): Promise<NamedOutcome[]> {
  const outcomes: NamedOutcome[] = [];
  let part = source;
  let partName = name;
  for (;;) {
    const outcome = await readSheet(part, context);
    outcomes.push(partName === undefined ? outcome : { ...outcome, part: partName });
    const second = outcome.state === 'read' ? outcome.secondTable : undefined;
    if (!second?.isKnown || !isLeftOut(outcome)) return outcomes;
    const label = clinicText.part(outcomes.length + 1);
    partName = name === undefined ? label : `${name}, ${label}`;
    part = partFrom(source, second.line, `${source.file}${name === undefined ? '/' : ', '}${label}`);
  }
}

/** Whether the other table's rows are not among those of the first. */
function isLeftOut(outcome: NamedOutcome): boolean {
  const found = outcome.state === 'read' ? outcome.found : [];
  return found.some(({ code, treatment }) => code === 'second-table' && treatment === 'apply');
}

function partFrom(source: SheetSource, line: number, file: string): SheetSource {
  return {
    file,
    open: () => {
      const { rows, notes } = source.open();
      return { rows: rowsFrom(rows, line), notes: { badQuotes: notes.badQuotes } };
    },
  };
}

/** The rows from a line on; the first batch begins with it. */
async function* rowsFrom(rows: Rows, first: number): Rows {
  for await (const batch of rows) {
    const start = batch.lines.findIndex((line) => line >= first);
    const { openEnded = false } = batch;
    if (start >= 0) yield { rows: batch.rows.slice(start), lines: batch.lines.slice(start), openEnded };
  }
}
