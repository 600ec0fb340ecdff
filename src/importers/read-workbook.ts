/** A workbook: every sheet that is recognised, else the first one that holds anything. */
import { findHeader } from './detect/sheets.ts';
import type { SheetOddities } from './read/workbook/survey.ts';
import { sheetNames, sheetRows } from './read/xlsx.ts';
import type { SheetContext, SheetOutcome, SheetSource } from './sheet/read-planned.ts';
import { type NamedOutcome, readParts } from './sheet/read-parts.ts';

export type { NamedOutcome } from './sheet/read-parts.ts';

interface SheetHead {
  readonly name: string;
  readonly state: 'recognised' | 'other' | 'empty';
}

export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  oddities: ReadonlyMap<string, SheetOddities>,
  context: SheetContext & { readonly signal: AbortSignal | undefined },
): Promise<NamedOutcome[]> {
  const { names, hiddenNames } = await sheetNames(bytes);
  const source = (name: string, title: string): SheetSource => ({
    file: title,
    open: () => ({ rows: sheetRows(bytes, name, context.signal), notes: { badQuotes: [] } }),
  });
  const heads: SheetHead[] = [];
  for (const name of names) heads.push({ name, state: await stateOf(source(name, file)) });
  const known = heads.filter(({ state }) => state === 'recognised');
  const chosen =
    known.length > 0
      ? known
      : [heads.find(({ state }) => state === 'other') ?? { name: names[0] ?? '', state: 'empty' }];
  const outcomes: NamedOutcome[] = [];
  for (const { name } of chosen) {
    const part = chosen.length > 1 ? name : undefined;
    const parts = await readParts(source(name, part === undefined ? file : `${file}/${part}`), context, part);
    if (parts[0]) tellOddities(parts[0], oddities.get(name));
    outcomes.push(...parts);
  }
  if (hiddenNames.length > 0)
    outcomes[0]?.findings.add('info', 'hidden-sheets', {}, { sheets: hiddenNames.join(', ') });
  const others = heads.filter(({ name, state }) => state === 'other' && !chosen.some((sheet) => sheet.name === name));
  if (others.length > 0)
    outcomes[0]?.findings.add('info', 'other-sheets', {}, { sheets: list(chosen), others: list(others) });
  return outcomes;
}

/** What a sheet's cells hide matters only where the sheet is read. */
function tellOddities({ state, findings }: SheetOutcome, oddities: SheetOddities | undefined): void {
  if (state === 'refused' || !oddities) return;
  const codes = [
    ['zeros-only-shown', oddities.zeros],
    ['error-cells', oddities.errors],
    ['formulas-without-value', oddities.formulas],
    ['merged-cells', oddities.merged],
    ['no-such-day', oddities.noDays],
  ] as const;
  for (const [code, { count, first }] of codes)
    if (count > 0) findings.add('warning', code, {}, { count, cell: first });
}

function list(sheets: readonly { readonly name: string }[]): string {
  return sheets.map(({ name }) => name).join(', ');
}

async function stateOf(source: SheetSource): Promise<SheetHead['state']> {
  for await (const { rows } of source.open().rows) {
    const found = findHeader(rows);
    return found === undefined ? 'empty' : found.format ? 'recognised' : 'other';
  }
  return 'empty';
}
