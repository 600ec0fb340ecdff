/** What a workbook computes beside the engine, kept up to date while a screen follows it. */
import type { Format } from '../../core/format.ts';
import { calculateSteps } from '../../sheet/calculation/calculate.ts';
import {
  type DraftFormula,
  type Inspection,
  type InspectionInput,
  inspectColumn,
} from '../../sheet/calculation/inspect.ts';
import type { Calculated } from '../../sheet/calculation/model.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { FUNCTIONS } from '../../sheet/functions/index.ts';
import type { SimulationRequest } from '../../sim/types.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { SHEET_COLUMNS, type SheetColumn, extraColumns, formulaColumns } from '../portfolio/columns.ts';
import { ExtraCells } from '../portfolio/extra-cells.svelte.ts';
import { SheetData } from '../portfolio/sheet-data.ts';
import { LatestSteps } from '../table/latest-steps.ts';
import { baseTable } from './base-table.ts';
import { givenNames } from './given-names.ts';
import { ProductFigures } from './product-figures.ts';

/** Answers may lead to other questions; then it has to stop. */
const MOST_ROUNDS = 4;

export class Calculation {
  /** The portfolio with all columns, computed ones too. */
  data: SheetData | undefined = $state.raw();
  result: Calculated | undefined = $state.raw();
  /** Columns of the files, beyond ours, that show. */
  extras: readonly SheetColumn[] = $state.raw([]);
  running: boolean = $state(false);
  private readonly workbook: Workbook;
  private readonly cells: ExtraCells;
  private readonly steps = new LatestSteps();
  private figures: ProductFigures | undefined;
  /** What was computed last, to be told from what is new. */
  private inputs: readonly unknown[] | undefined;
  private basis: Omit<InspectionInput, 'result'> | undefined;
  /** All columns that can show, in their own order. */
  readonly columns: readonly SheetColumn[] = $derived.by(() => [
    ...SHEET_COLUMNS,
    ...this.extras,
    ...formulaColumns(this.workbook.document.formulas, this.result),
  ]);

  constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.cells = new ExtraCells(workbook);
  }

  /** Fetches the files' own columns that show. Call it in an effect. */
  async followExtras(): Promise<void> {
    const { workspace, document } = this.workbook;
    const names = document.shownExtras.filter((name) => workspace?.extras.includes(name));
    await this.cells.show(names, workspace);
    const isSame = names.length === this.extras.length && this.extras.every(({ key }, at) => key === names[at]);
    if (!isSame) this.extras = extraColumns(names);
  }

  /** Computes what belongs to the workbook as it is now. Call it in an effect, again whenever something changes. */
  follow(format: Format): void {
    const { workbook } = this;
    const { document, portfolio, simulation, asOf, request } = workbook;
    const { formulas, names, sheets, scenario, horizonMonths } = document;
    const joined = portfolio && this.cells.joined(portfolio);
    const inputs = [joined, simulation, format, this.extras, formulas, names, sheets, scenario, asOf, horizonMonths];
    // Widths, filters and other arrangements leave every figure as it is.
    if (this.inputs?.every((input, at) => input === inputs[at]) === true) return;
    this.inputs = inputs;
    if (!joined) {
      this.basis = undefined;
      this.data = undefined;
      return;
    }
    const base = new SheetData(joined, simulation, format);
    const columns = [...SHEET_COLUMNS, ...this.extras];
    const given = givenNames(scenario.est, asOf, horizonMonths);
    const figures = this.figuresFor(request);
    const call = { asOf, locale: format.locale, product: figures.answer };
    const parts = {
      ...{ formulas, names, sheets, functions: FUNCTIONS },
      given: (name: string) => given.get(nameKey(name)),
    };
    const table = baseTable(base, columns);
    this.basis = { ...parts, base: table, call };
    if (formulas.length + names.length + sheets.length === 0) {
      this.steps.stop();
      this.running = false;
      this.result = undefined;
      this.data = base;
      return;
    }
    void this.run(base, figures, () => calculateSteps({ ...parts, ...call, table }));
  }

  /** Everything that a formula may read, as it is now; undefined without a portfolio. */
  get reads(): InspectionInput | undefined {
    return this.basis && { ...this.basis, result: this.result };
  }

  /** Looks at a column formula that is not kept yet. @param rows of the portfolio, for its preview */
  async inspect(draft: DraftFormula, rows: readonly number[]): Promise<Inspection | undefined> {
    const look = (): Inspection | undefined => this.reads && inspectColumn(draft, rows, this.reads);
    const first = look();
    // What the engine had to be asked is known now.
    return (await this.figures?.fetch(this.workbook.runner)) === true ? look() : first;
  }

  private figuresFor(request: SimulationRequest): ProductFigures {
    const known = this.figures;
    const isSame =
      known?.request.scenario === request.scenario &&
      known.request.window.asOf === request.window.asOf &&
      known.request.window.horizonMonths === request.window.horizonMonths;
    return (this.figures = known && isSame ? known : new ProductFigures(request));
  }

  private async run(
    base: SheetData,
    figures: ProductFigures,
    steps: () => Generator<undefined, Calculated>,
  ): Promise<void> {
    this.running = true;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const result = await this.steps.run(steps());
      if (!result) return;
      this.result = result;
      this.data = base.withComputed(result.columns);
      if (!(await figures.fetch(this.workbook.runner)) || figures !== this.figures) break;
    }
    this.running = false;
  }
}

const calculations = new WeakMap<Workbook, Calculation>();

/** The calculation of a workbook: it outlives the screens that follow it. */
export function calculationOf(workbook: Workbook): Calculation {
  const known = calculations.get(workbook) ?? new Calculation(workbook);
  calculations.set(workbook, known);
  return known;
}
