/** The golden formulas in LibreOffice, when there is one: what it computes otherwise is printed, with the reason where it is known. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Golden, goldenFiles, isExpected } from '../sheet/functions/golden.ts';
import { bookOf, FIRST_COLUMN, place, type Placed } from './office-book.ts';
import { DIFFERENCES } from './office-differences.ts';
import { convert, inFolder, officeProgram } from './office-program.ts';

/** Every sheet to a file of its own, texts in quotes, numbers as they are. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/** Says how often LibreOffice agrees with the golden table; false when it differs where no reason is known. */
export async function officeAgrees(): Promise<boolean> {
  const program = officeProgram();
  if (program === undefined) {
    console.log(
      'LibreOffice was not found (SOFFICE, /usr/bin/soffice): the golden formulas were not compared with it.',
    );
    return true;
  }
  const placed = place(comparable());
  const found = await computedBy(program, placed);
  const lines: string[] = [];
  let agreed = 0;
  let lacked = 0;
  let explained = 0;
  for (const one of placed) {
    const result = resultAt(found, one);
    const { formula, expected } = one.golden;
    if (agrees(result, one.golden)) agreed++;
    else if (isUnknown(result)) lacked++;
    else if (DIFFERENCES.has(formula)) explained++;
    else lines.push(`  ${formula} gives ${JSON.stringify(result).slice(0, 80)}, expected ${JSON.stringify(expected)}`);
  }
  console.log(
    `${String(placed.length)} golden formulas in LibreOffice: ${String(agreed)} agree, ${String(lacked)} use functions that it lacks, ` +
      `${String(explained)} differ for known reasons, ${String(lines.length)} differ${lines.length > 0 ? ':' : '.'}`,
  );
  if (lines.length > 0) console.log(lines.join('\n'));
  return lines.length === 0;
}

/** Formulas that LibreOffice can answer: it has no product and knows another day. */
function comparable(): Golden[] {
  return [...goldenFiles()].flatMap(([name, formulas]) =>
    name === 'product.json' ? [] : formulas.filter(({ formula }) => !formula.includes('TODAY(')),
  );
}

type Found = ReadonlyMap<string, readonly (readonly string[])[]>;

function computedBy(program: string, placed: readonly Placed[]): Promise<Found> {
  return inFolder((folder) => {
    const file = join(folder, 'golden.xlsx');
    writeFileSync(file, bookOf(placed));
    const said = convert(program, FILTER, [file], folder);
    const sheets = [...new Set(placed.map(({ sheet }) => sheet))];
    const missing = sheets.find((sheet) => !existsSync(join(folder, `golden-${sheet}.csv`)));
    if (missing !== undefined) throw new Error(`LibreOffice wrote no sheet ${missing}: ${said}`);
    return new Map(
      sheets.map((sheet) => [sheet, readCsv(readFileSync(join(folder, `golden-${sheet}.csv`), 'utf8'))] as const),
    );
  });
}

/** Cells as written, texts with their quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.matchAll(/((?:"(?:[^"]|"")*"|[^",\n\r])*)(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(cell);
    if (end !== '' && end !== ',') rows.push([]);
  }
  return rows;
}

function resultAt(found: Found, { sheet, row, rows, columns }: Placed): unknown {
  const cells = found.get(sheet) ?? [];
  const cell = (down: number, across: number): unknown => valueOf(cells[row + down]?.[FIRST_COLUMN + across] ?? '');
  if (rows === 1 && columns === 1) return cell(0, 0);
  return Array.from({ length: rows }, (_, down) => Array.from({ length: columns }, (_, across) => cell(down, across)));
}

function valueOf(written: string): unknown {
  if (written.startsWith('"')) return written.slice(1, -1).replaceAll('""', '"');
  if (written === 'TRUE' || written === 'FALSE') return written === 'TRUE';
  if (written === '') return '';
  const number = Number(written);
  return Number.isNaN(number) ? written : number;
}

const isErrorText = (value: unknown): boolean => typeof value === 'string' && /^(#|Err:)/.test(value);

/** A function that LibreOffice does not know is `#NAME?`, also within others. */
function isUnknown(result: unknown): boolean {
  return result === '#NAME?' || (Array.isArray(result) && result.flat().includes('#NAME?'));
}

/** Numbers agree to 13 digits; LibreOffice has no booleans of their own, and other codes for some errors. */
function agrees(result: unknown, golden: Golden): boolean {
  return agreesWith(result, golden.expected, golden.digits);
}

function agreesWith(result: unknown, expected: Golden['expected'], digits?: number): boolean {
  if (Array.isArray(expected)) {
    const rows = Array.isArray(result) ? (result as unknown[]) : [result];
    return expected.every((row: Golden['expected'], index) => agreesWith(rows[index], row, digits));
  }
  if (isErrorText(expected)) return isErrorText(result);
  if (typeof expected === 'boolean') return result === expected || result === Number(expected);
  if (typeof expected === 'number' && typeof result === 'number') {
    return isExpected(result, expected, digits) || Math.abs(result - expected) <= 1e-13 * Math.abs(expected);
  }
  return result === expected;
}
