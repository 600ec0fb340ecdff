/** Computes what a workbook computes in the order in which its parts read each other, whatever they are. */
import { columnHost } from '../formula/columns/column-host.ts';
import type { FormulaContext } from '../formula/columns/column-host.ts';
import { compileColumn } from '../formula/columns/compile-column.ts';
import { errorCode } from '../formula/columns/parts.ts';
import type { FormulaColumn } from '../formula/columns/result.ts';
import type { FormulaTable } from '../formula/columns/table.ts';
import { compile } from '../formula/compile.ts';
import type { CellRange, Host } from '../formula/host.ts';
import { type Needs, nameKey, needsOf } from '../formula/needs.ts';
import { columnId, idsOf, nameId, planFormulas } from '../formula/order.ts';
import { type UnitSource, checkUnits } from '../formula/units/check.ts';
import { ANY, type Unit, parseUnit } from '../formula/units/unit.ts';
import { type ErrorCode, type Matrix, type Scalar, errorOf } from '../formula/value.ts';
import type { ColumnFormula, NamedValue } from '../model/workbook-parts.ts';
import { addressOf } from './address.ts';
import { compiledCell } from './compiled-cell.ts';
import type { Calculated, CalculationInput, ComputedColumn, ComputedName } from './model.ts';
import { isFormula, parsedFormula, plainValue, treeOf } from './parsed.ts';
import { quotedSheet } from './reference-text.ts';
import { ringWords } from './ring-words.ts';
import { SheetCells, cellId, groupId } from './sheet-cells.ts';

/** All values; pauses after every few milliseconds' worth of work. */
export function* calculateSteps(input: CalculationInput): Generator<undefined, Calculated> {
  yield* readSteps(input);
  return yield* new Calculation(input).steps();
}

/** Reads the formulas of all sheets, so that they are known when the sheets are made. */
function* readSteps({ sheets, functions }: CalculationInput): Generator<undefined, void> {
  let count = 0;
  for (const sheet of sheets)
    for (const text of Object.values(sheet.cells)) {
      if (!isFormula(text)) continue;
      compiledCell(text, functions);
      if (++count % FORMULAS_A_STEP === 0) yield;
    }
}

/** What is computed in one go: `compute` by its place in the order, `fail` when it stands in a ring. */
interface Job {
  readonly id: string;
  readonly needs: readonly string[];
  readonly compute: () => Generator<undefined, void> | undefined;
  /** @param words say which ring */
  readonly fail: (words: string) => void;
  /** What users call it; '' for what they never see. */
  readonly label: () => string;
}

/** Blocks may change what others spill; what does not settle in so many rounds but three is `#SPILL!`. */
const MOST_ROUNDS = 8;
/** Single values computed between two pauses. */
const JOBS_A_STEP = 500;
/** Formulas read between two pauses. */
const FORMULAS_A_STEP = 100;
const REF_ERROR = errorOf('#REF!');

class Calculation {
  private readonly input: CalculationInput;
  private columns = new Map<string, ComputedColumn>();
  private byTitle = new Map<string, FormulaColumn>();
  private unitOf = new Map<string, Unit>();
  private readonly names = new Map<string, ComputedName>();
  private readonly sheets: ReadonlyMap<string, SheetCells>;
  private readonly table: FormulaTable;
  private readonly context: FormulaContext;

  constructor(input: CalculationInput) {
    this.input = input;
    const { table, functions, asOf, locale, product } = input;
    this.sheets = new Map(input.sheets.map((sheet) => [nameKey(sheet.name), new SheetCells(sheet, functions)]));
    this.table = {
      rows: table.rows,
      column: (title) => this.byTitle.get(nameKey(title)) ?? table.column(title),
    };
    this.context = {
      ...{ asOf, locale, ...(product && { product }) },
      name: (name) => this.names.get(nameKey(name))?.value ?? input.given(name),
      table: (name) => (nameKey(name) === nameKey(table.name) ? this.table : undefined),
      cell: (sheet, row, column) => {
        const cells = this.sheetOf(sheet);
        return cells ? cells.at(row, column) : REF_ERROR;
      },
      range: (sheet, range) => this.sheetOf(sheet)?.block(range) ?? NO_BLOCK,
    };
  }

  private sheetOf(name: string): SheetCells | undefined {
    return this.sheets.get(nameKey(name));
  }

  *steps(): Generator<undefined, Calculated> {
    const all = [...this.sheets.values()];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      yield* this.roundSteps();
      if (all.every((cells) => cells.hasSettled())) break;
      if (round >= MOST_ROUNDS - 3) for (const cells of all) cells.refuseMoving();
    }
    const sheets = new Map([...this.sheets.values()].map((cells) => [cells.sheet.id, cells.computed()]));
    return { columns: this.columns, names: this.names, sheets, table: this.table };
  }

  private *roundSteps(): Generator<undefined, void> {
    const jobs = new Map<string, Job>();
    // Of several things of one name formulas mean the first.
    for (const job of this.jobs()) if (!jobs.has(job.id)) jobs.set(job.id, job);
    const plan = planFormulas([...jobs.values()]);
    this.columns = new Map();
    this.byTitle = new Map();
    this.unitOf = new Map();
    for (const cells of this.sheets.values()) cells.begin();
    for (const [id, ring] of plan.cycles) {
      jobs.get(id)?.fail(ringWords(ring.map((part) => jobs.get(part)?.label() ?? '')));
    }
    let count = 0;
    for (const id of plan.order) {
      yield* jobs.get(id)?.compute() ?? [];
      if (++count % JOBS_A_STEP === 0) yield;
    }
  }

  private *jobs(): Generator<Job> {
    const { formulas, names, table } = this.input;
    for (const name of names) yield this.nameJob(name);
    for (const formula of formulas) yield this.columnJob(formula, table.name);
    for (const cells of this.sheets.values()) {
      yield* this.cellJobs(cells);
    }
  }

  private *cellJobs(cells: SheetCells): Generator<Job> {
    const host = this.hostOf(cells);
    const { name } = cells.sheet;
    for (const cell of cells.formulas) {
      yield {
        id: cellId(name, cell.row, cell.column),
        needs: cell.formula ? this.idsOf(cell.formula.needs, cells) : [],
        compute: () => {
          cells.compute(cell, host);
          return undefined;
        },
        fail: (words) => {
          cells.fail(cell, words);
        },
        label: () => `${quotedSheet(name)}!${addressOf(cell.row, cell.column)}`,
      };
    }
    for (const { column, at, rows } of cells.rows.groups()) {
      const needs = rows.map((row) => cellId(name, row, column));
      const id = groupId(name, column, at);
      yield { id, needs, compute: () => undefined, fail: () => undefined, label: () => '' };
    }
  }

  /** What the formulas of a sheet read: their own cells without naming the sheet. */
  private hostOf(cells: SheetCells): Host {
    const outside = columnHost(this.table, this.context);
    const from = (sheet: string | undefined): SheetCells | undefined =>
      sheet === undefined ? cells : this.sheetOf(sheet);
    return {
      ...outside,
      cell: (sheet, row, column) => from(sheet)?.at(row, column) ?? (from(sheet) ? null : REF_ERROR),
      range: (sheet, range) => from(sheet)?.block(range) ?? NO_BLOCK,
      spill: (sheet, row, column) => from(sheet)?.spillAt(row, column),
      rowCell: noRow,
    };
  }

  private idsOf(needs: Needs, own?: SheetCells): readonly string[] {
    const ids = new Set(idsOf(needs, this.input.table.name));
    const add = (sheet: string | undefined, range: CellRange): void => {
      (sheet === undefined ? own : this.sheetOf(sheet))?.addNeeds(ids, range);
    };
    for (const { sheet, row, column } of needs.cells)
      add(sheet, { top: row, bottom: row, left: column, right: column });
    for (const { sheet, range } of needs.ranges) add(sheet, range);
    return [...ids];
  }

  private needsOf(text: string): readonly string[] {
    const tree = isFormula(text) ? treeOf(text) : undefined;
    return tree ? this.idsOf(needsOf(tree)) : [];
  }

  private nameJob(name: NamedValue): Job {
    const keep = (value: Scalar | Matrix, problem?: ComputedName['problem']): void => {
      this.names.set(nameKey(name.name), { name, value, problem });
    };
    return {
      id: nameId(name.name),
      needs: this.needsOf(name.text),
      label: () => name.name,
      fail: (words) => {
        keep(errorOf('#CYCLE!'), { start: 0, end: name.text.length, words });
      },
      compute: () => {
        const parsed = isFormula(name.text) ? parsedFormula(name.text) : undefined;
        if (!parsed) keep(plainValue(name.text));
        else if (!parsed.ok) keep(errorOf('#NAME?'), parsed.error);
        else {
          const compiled = compile(parsed.value, this.input.functions);
          const host = { ...columnHost(this.table, this.context), rowCell: noRow };
          keep(compiled.evaluate(host, { row: 0, column: 0 }), compiled.problems[0]);
        }
        return undefined;
      },
    };
  }

  private columnJob(formula: ColumnFormula, table: string): Job {
    return {
      id: columnId(table, formula.title),
      needs: this.needsOf(formula.formula),
      label: () => formula.title,
      fail: (words) => {
        const problem = { start: 0, end: formula.formula.length, words };
        this.keep({ formula, column: this.failed('#CYCLE!'), problem, unit: ANY });
      },
      compute: () => this.columnSteps(formula),
    };
  }

  private *columnSteps(formula: ColumnFormula): Generator<undefined, void> {
    const parsed = parsedFormula(formula.formula);
    if (!parsed.ok) {
      this.keep({ formula, column: this.failed('#NAME?'), problem: parsed.error, unit: ANY });
      return;
    }
    const { unit, problems } = checkUnits(parsed.value, this.units);
    if (problems.length > 0) {
      this.keep({ formula, column: this.failed('#UNIT!'), problem: problems[0], unit: ANY });
      return;
    }
    const compiled = compileColumn(parsed.value, this.input.functions);
    const column = yield* compiled.start(this.table, this.context).steps();
    this.keep({ formula, column, problem: compiled.problems[0], unit });
  }

  /** Units of columns, as far as they are computed, and of names. */
  private readonly units: UnitSource = {
    column: (table, column) => {
      const own = table === undefined || nameKey(table) === nameKey(this.input.table.name);
      return own ? (this.unitOf.get(nameKey(column)) ?? this.input.table.unit(column)) : ANY;
    },
    name: (name) => {
      const known = this.names.get(nameKey(name));
      return known ? parseUnit(known.name.unit) : ANY;
    },
  };

  private keep(computed: ComputedColumn): void {
    this.unitOf.set(nameKey(computed.formula.title), computed.unit);
    this.columns.set(computed.formula.key, computed);
    this.byTitle.set(nameKey(computed.formula.title), computed.column);
  }

  private failed(code: ErrorCode): FormulaColumn {
    const { rows } = this.table;
    const errors = new Uint8Array(rows).fill(errorCode(errorOf(code)));
    return { kind: 'formula', rows, values: { kind: 'number', values: new Float64Array(rows) }, errors };
  }
}

/** Names and cells of own sheets stand in no row of the table: `[@Seats]` means nothing there. */
const noRow = (): undefined => undefined;
const NO_BLOCK: Matrix = { rows: 1, columns: 1, at: () => REF_ERROR };
