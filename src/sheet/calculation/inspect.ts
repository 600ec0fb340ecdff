/** A column formula that is still being typed: what is wrong with it, and what it gives in a few rows. */
import type { FormulaProblem, Node } from '../formula/ast.ts';
import type { FormulaContext } from '../formula/columns/column-host.ts';
import { compileColumn } from '../formula/columns/compile-column.ts';
import { givesDay } from '../formula/columns/gives-day.ts';
import { type FunctionTable, compile } from '../formula/compile.ts';
import { firstMissing } from '../formula/missing.ts';
import { nameKey, needsOf } from '../formula/needs.ts';
import { columnId, idsOf, nameId, planFormulas } from '../formula/order.ts';
import { type UnitSource, checkUnits } from '../formula/units/check.ts';
import { ANY, type Unit, parseUnit } from '../formula/units/unit.ts';
import { type Matrix, type Scalar, dayOfSerial, errorOf } from '../formula/value.ts';
import type { ColumnFormula, NamedValue, OwnSheet } from '../model/workbook-parts.ts';
import type { BaseTable, Calculated, ComputedSheet } from './model.ts';
import { isFormula, treeOf } from './parsed.ts';
import { ringWords } from './ring-words.ts';

/** Everything that the formula may read. */
export interface InspectionInput {
  readonly base: BaseTable;
  /** The last finished calculation; undefined when there was nothing to compute. */
  readonly result: Calculated | undefined;
  readonly formulas: readonly ColumnFormula[];
  readonly names: readonly NamedValue[];
  readonly sheets: readonly OwnSheet[];
  readonly given: (name: string) => Scalar | undefined;
  readonly functions: FunctionTable;
  readonly call: Pick<FormulaContext, 'asOf' | 'locale' | 'product'>;
}

export interface DraftFormula {
  /** Of the column that is being changed; undefined for a new one. */
  readonly key: string | undefined;
  readonly title: string;
  readonly tree: Node;
  /** How long its text is. */
  readonly length: number;
}

/** A cell of the preview; days as such. */
export type PreviewCell = Scalar | { readonly day: number };

export interface Inspection {
  readonly problem: FormulaProblem | undefined;
  readonly unit: Unit;
  readonly cells: readonly PreviewCell[];
}

/** @param rows of the table, for the preview */
export function inspectColumn(draft: DraftFormula, rows: readonly number[], input: InspectionInput): Inspection {
  const { tree } = draft;
  const names = knownNames(input);
  const table = input.result?.table ?? input.base;
  const missing = firstMissing(tree, {
    column: (of, title) => isOwn(of, input) && table.column(title) !== undefined,
    name: (name) => names(name) !== undefined,
    sheet: (name) => sheetOf(input, name) !== undefined,
    hasCells: false,
  });
  const compiled = compileColumn(tree, input.functions);
  const { unit, problems } = checkUnits(tree, unitsOf(input));
  const ring = ringOf(draft, input);
  const problem = missing ?? compiled.problems[0] ?? ring ?? problems[0];
  if (problem) return { problem, unit: ANY, cells: [] };
  const context: FormulaContext = {
    ...input.call,
    name: names,
    table: (name) => (isOwn(name, input) ? table : undefined),
    cell: (sheet, row, column) => sheetOf(input, sheet)?.value(row, column) ?? null,
    range: (sheet, range) => blockOf(sheetOf(input, sheet), range),
  };
  const run = compiled.start(table, context);
  const isDay = givesDay(tree, (_, title) => isDayColumn(table.column(title)));
  const cells = rows.map((row) => previewCell(run.cell(row), isDay));
  return { problem: undefined, unit, cells };
}

/** What is wrong with the formula of a name; cells of a row mean nothing in it. */
export function inspectName(
  { name, tree, length }: { readonly name: string; readonly tree: Node; readonly length: number },
  input: InspectionInput,
): FormulaProblem | undefined {
  const names = knownNames(input);
  const table = input.result?.table ?? input.base;
  const missing = firstMissing(tree, {
    column: (of, title) => of !== undefined && isOwn(of, input) && table.column(title) !== undefined,
    name: (of) => names(of) !== undefined || nameKey(of) === nameKey(name),
    sheet: (of) => sheetOf(input, of) !== undefined,
    hasCells: false,
  });
  const id = nameId(name);
  return missing ?? compile(tree, input.functions).problems[0] ?? ringFrom(id, name, tree, length, input);
}

/** What is wrong with the formula of a cell of an own sheet, as far as it can be told before it stands there. */
export function inspectCell(tree: Node, input: InspectionInput): FormulaProblem | undefined {
  const names = knownNames(input);
  const table = input.result?.table ?? input.base;
  const missing = firstMissing(tree, {
    column: (of, title) => of !== undefined && isOwn(of, input) && table.column(title) !== undefined,
    name: (of) => names(of) !== undefined,
    sheet: (of) => sheetOf(input, of) !== undefined,
    hasCells: true,
  });
  return missing ?? compile(tree, input.functions).problems[0];
}

function previewCell(cell: Scalar, isDay: boolean): PreviewCell {
  return isDay && typeof cell === 'number' ? { day: dayOfSerial(cell) } : cell;
}

function isDayColumn(column: ReturnType<BaseTable['column']>): boolean {
  return (column?.kind === 'formula' ? column.values.kind : column?.kind) === 'day';
}

function isOwn(table: string | undefined, { base }: InspectionInput): boolean {
  return table === undefined || nameKey(table) === nameKey(base.name);
}

function knownNames({ result, given, names }: InspectionInput): (name: string) => Scalar | Matrix | undefined {
  return (name) => {
    const known = result?.names.get(nameKey(name));
    if (known) return known.value;
    // Named, but not computed yet.
    return names.some((one) => nameKey(one.name) === nameKey(name)) ? errorOf('#N/A') : given(name);
  };
}

function sheetOf({ sheets, result }: InspectionInput, name: string): ComputedSheet | undefined {
  const sheet = sheets.find((one) => nameKey(one.name) === nameKey(name));
  return sheet && result?.sheets.get(sheet.id);
}

function blockOf(sheet: ComputedSheet | undefined, range: Parameters<NonNullable<FormulaContext['range']>>[1]): Matrix {
  const bottom = Math.min(range.bottom, (sheet?.rows ?? 1) - 1);
  const right = Math.min(range.right, (sheet?.columns ?? 1) - 1);
  return {
    rows: Math.max(1, bottom - range.top + 1),
    columns: Math.max(1, right - range.left + 1),
    at: (row, column) => (sheet ? sheet.value(range.top + row, range.left + column) : errorOf('#REF!')),
  };
}

function unitsOf({ base, result, names }: InspectionInput): UnitSource {
  const computed = new Map(
    [...(result?.columns.values() ?? [])].map(({ formula, unit }) => [nameKey(formula.title), unit]),
  );
  return {
    column: (table, title) =>
      table === undefined || nameKey(table) === nameKey(base.name)
        ? (computed.get(nameKey(title)) ?? base.unit(title))
        : ANY,
    name: (name) => parseUnit(names.find((one) => nameKey(one.name) === nameKey(name))?.unit ?? ''),
  };
}

function ringOf({ key, title, tree, length }: DraftFormula, input: InspectionInput): FormulaProblem | undefined {
  const others = input.formulas.filter((formula) => formula.key !== key);
  return ringFrom(columnId(input.base.name, title), title, tree, length, { ...input, formulas: others });
}

/** The ring that a column or name closes among columns and names. Rings through cells of sheets show when computed. */
function ringFrom(
  id: string,
  title: string,
  tree: Node,
  length: number,
  { base, formulas, names }: InspectionInput,
): FormulaProblem | undefined {
  const needsIn = (text: string): readonly string[] => {
    const parsed = isFormula(text) ? treeOf(text) : undefined;
    return parsed ? idsOf(needsOf(parsed), base.name) : [];
  };
  const labels = new Map([[id, title]]);
  const dependents = new Map([[id, { id, needs: idsOf(needsOf(tree), base.name) }]]);
  const add = (of: string, label: string, text: string): void => {
    if (dependents.has(of)) return;
    labels.set(of, label);
    dependents.set(of, { id: of, needs: needsIn(text) });
  };
  for (const one of formulas) add(columnId(base.name, one.title), one.title, one.formula);
  for (const one of names) add(nameId(one.name), one.name, one.text);
  const ring = planFormulas([...dependents.values()]).cycles.get(id);
  return ring && { start: 0, end: length, words: ringWords(ring.map((part) => labels.get(part) ?? '')) };
}
