/** The repairs that a dataset remembers, and what can be changed about them. */
import type { Format } from '../../core/format.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { AppliedRepair } from '../../core/schema/repairs.ts';
import { betweenText } from '../../core/text/en/between.ts';
import { clinicText } from '../../core/text/en/clinic.ts';
import type { RepairChoice } from '../../state/imports.svelte.ts';
import { choicesMade } from '../../state/stored-repairs.ts';

/** Other choices, to be put to the user again or to be read with at once. */
export interface Changed {
  readonly choices: readonly RepairChoice[];
  readonly ask: boolean;
}

/** The cells of one repair: what was found, rows, what became of it. */
export function recordedCells(
  { code, rows, applied, other }: AppliedRepair,
  format: Pick<Format, 'count'>,
): readonly string[] {
  const { applied: done, left } = clinicText.recorded;
  const state = other === undefined ? [done, left] : [betweenText.replaced, betweenText.kept];
  return [clinicText.words[code].name, format.count(rows), state[applied ? 0 : 1] ?? ''];
}

/** The same, with the other choice about one of them. */
export function turned(repairs: readonly AppliedRepair[], repair: AppliedRepair): readonly RepairChoice[] {
  return choicesMade(repairs.map((one) => (one === repair ? { ...one, applied: !one.applied } : one)));
}

/** Whether there is another choice than the one that was made. */
export function canTurn({ code }: AppliedRepair): boolean {
  const { apply, leave } = clinicText.words[code];
  return apply !== '' && leave !== '';
}

/**
 * The tables of one file are not read again one by one: what is read as part of one is missing in the other. Nor is a file that
 * a customer was erased from: they would be back.
 */
export function canReadAgain({
  file,
  repairs = [],
  erased = [],
}: Pick<DatasetInfo, 'file' | 'repairs' | 'erased'>): boolean {
  return (
    erased.length === 0 &&
    !isFurtherTable(file) &&
    !repairs.some(({ code, applied }) => code === 'second-table' && applied)
  );
}

/** Tables below the first of a file are its second, third and so on part. */
function isFurtherTable(file: string): boolean {
  const number = /\d+$/.exec(file)?.[0];
  return number !== undefined && [`/`, `, `].some((mark) => file.endsWith(mark + clinicText.part(Number(number))));
}
