/** The workbook's own state, apart from the datasets, and the closed list of commands that change it. */
import { MAX_HORIZON } from '../core/assumptions/limits.ts';
import type { Day } from '../core/days.ts';
import { NO_OWN_NAMES, type OwnNames } from '../core/invoice/own-names.ts';
import { DEFAULT_INVOICE_PLAN, type InvoicePlan } from '../core/invoice/plan.ts';
import { NO_OBLIGATIONS, type Obligations } from '../core/obligations/obligations.ts';
import { type OverrideChange, changeOverrides } from '../core/overrides/override.ts';
import { DEFAULT_PLAN, type ReportPlan } from '../core/report/plan.ts';
import type { RulePack } from '../core/rules/rule-pack.ts';
import type { RepairChoice } from '../core/schema/repairs.ts';
import type { EstAssumptions, Scenario, TwinDecision } from '../core/scenario/scenario.ts';
import { PLAIN_VIEW, type TableView } from '../sheet/model/table-view.ts';
import type { FormulaParts } from '../sheet/own/formula-parts.ts';
import type { ColumnFormula, NamedValue, OwnSheet, PivotSpec, SavedView } from '../sheet/model/workbook-parts.ts';
import type { SheetAnswer } from '../workers/engine-jobs.ts';
import { type BranchCommand, reduceBranches } from './branch-commands.ts';
import { type BranchParts, FIRST_BRANCHES } from './branches.ts';
import type { Filter } from './filter.ts';
import type { ComparedScenarios } from './compared-scenarios.ts';
import { type SeatsWanted, withSeats } from './seats-wanted.ts';
import { withEntry } from './with-entry.ts';

/** `scenario` is the active branch's: what every screen shows and changes. */
export interface WorkbookDocument extends BranchParts {
  readonly name: string;
  /** Undefined: today in UTC, whenever the workbook is opened. */
  readonly asOf: Day | undefined;
  readonly horizonMonths: number;
  /** What the user said about sheets with unknown headers, by header hash. */
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  /** What was said about the damage in stored files, by file. */
  readonly repairs: ReadonlyMap<string, readonly RepairChoice[]>;
  /** Which subscriptions charts and the exposure list show. */
  readonly filter: Filter;
  /** How tables are shown, by the table's name. */
  readonly tables: ReadonlyMap<string, TableView>;
  /** Columns of files, beyond ours, that the portfolio sheet shows. */
  readonly shownExtras: readonly string[];
  /** Computed columns of the portfolio sheet. */
  readonly formulas: readonly ColumnFormula[];
  readonly names: readonly NamedValue[];
  readonly sheets: readonly OwnSheet[];
  readonly pivots: readonly PivotSpec[];
  readonly savedViews: readonly SavedView[];
  /** The saved view that was opened last, by the table's name. */
  readonly openViews: ReadonlyMap<string, string>;
  /** Rules that the user added as data, and rule books that they kept. */
  readonly rulePacks: readonly RulePack[];
  /** What the user calls themselves in the edits that they make. */
  readonly author: string;
  /** Seats that a subscription should have after its term end, before that is decided; by its id as it is matched. */
  readonly seatsWanted: SeatsWanted;
  /** Which scenarios stand side by side. */
  readonly compared: ComparedScenarios;
  /** What the next report shall be. */
  readonly report: ReportPlan;
  /** What was said about invoices. */
  readonly invoice: InvoicePlan;
  /** What names on the user's own invoices mean. */
  readonly ownNames: OwnNames;
  /** What was said about agreements and programmes. */
  readonly obligations: Obligations;
}

export const EMPTY_DOCUMENT: WorkbookDocument = {
  name: '',
  asOf: undefined,
  horizonMonths: 12,
  ...FIRST_BRANCHES,
  answers: new Map(),
  repairs: new Map(),
  filter: {},
  tables: new Map(),
  shownExtras: [],
  formulas: [],
  names: [],
  sheets: [],
  pivots: [],
  savedViews: [],
  openViews: new Map(),
  rulePacks: [],
  author: '',
  seatsWanted: new Map(),
  compared: {},
  report: DEFAULT_PLAN,
  invoice: DEFAULT_INVOICE_PLAN,
  ownNames: NO_OWN_NAMES,
  obligations: NO_OBLIGATIONS,
};

export { MAX_BRIDGE_DAYS, MAX_HORIZON } from '../core/assumptions/limits.ts';

/** Parts that refer to each other. */
export type DocumentParts = Partial<
  Pick<
    WorkbookDocument,
    | 'tables'
    | 'formulas'
    | 'names'
    | 'sheets'
    | 'pivots'
    | 'savedViews'
    | 'openViews'
    | 'shownExtras'
    | 'compared'
    | 'report'
    | 'invoice'
    | 'ownNames'
    | 'obligations'
  >
>;

/** `what` is what the history calls the step, in words. */
export type Command =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'set-as-of'; readonly asOf: Day | undefined }
  | { readonly kind: 'set-horizon'; readonly months: number }
  | { readonly kind: 'set-est'; readonly change: Partial<EstAssumptions> }
  | { readonly kind: 'set-scenario'; readonly scenario: Scenario }
  /** Some parts of the scenario. */
  | {
      readonly kind: 'set-assumptions';
      readonly change: Partial<Scenario>;
      readonly what: string;
      readonly mergeKey?: string;
    }
  | { readonly kind: 'decide-twin'; readonly twin: TwinDecision }
  | { readonly kind: 'override'; readonly changes: readonly OverrideChange[]; readonly what: string }
  | { readonly kind: 'remember-answer'; readonly headerHash: string; readonly answer: SheetAnswer }
  | { readonly kind: 'remember-answers'; readonly answers: ReadonlyMap<string, SheetAnswer> }
  | { readonly kind: 'forget-answer'; readonly headerHash: string }
  /** `note`: what was said about a file before; no step of its own. */
  | { readonly kind: 'note-repairs'; readonly file: string; readonly choices: readonly RepairChoice[] }
  | {
      readonly kind: 'set-repairs';
      readonly file: string;
      readonly choices: readonly RepairChoice[];
      readonly what: string;
    }
  | { readonly kind: 'show-extras'; readonly names: readonly string[] }
  | { readonly kind: 'set-filter'; readonly filter: Filter }
  | { readonly kind: 'set-table'; readonly table: string; readonly view: TableView; readonly what: string }
  | { readonly kind: 'set-formulas'; readonly formulas: readonly ColumnFormula[]; readonly what: string }
  | { readonly kind: 'set-names'; readonly names: readonly NamedValue[]; readonly what: string }
  | { readonly kind: 'set-sheets'; readonly sheets: readonly OwnSheet[]; readonly what: string }
  | { readonly kind: 'set-sheet'; readonly sheet: OwnSheet; readonly what: string }
  /** Several parts as one step: a column and its place, or a new name and the formulas that use it, or references that follow cells. */
  | {
      readonly kind: 'set-parts';
      readonly parts: DocumentParts;
      readonly what: string;
      readonly mergeKey?: string;
    }
  | { readonly kind: 'set-pivots'; readonly pivots: readonly PivotSpec[]; readonly what: string }
  | { readonly kind: 'set-saved-views'; readonly views: readonly SavedView[]; readonly what: string }
  | { readonly kind: 'open-saved-view'; readonly view: SavedView; readonly what: string }
  /** Undefined: as many as today. */
  | { readonly kind: 'want-seats'; readonly changes: ReadonlyMap<string, number | undefined>; readonly what: string }
  | { readonly kind: 'set-rule-packs'; readonly packs: readonly RulePack[]; readonly what: string }
  | { readonly kind: 'set-author'; readonly author: string }
  /** What was chosen of a recipe, with what was here already. */
  | { readonly kind: 'take-recipe'; readonly parts: Partial<WorkbookDocument>; readonly what: string }
  | BranchCommand;

/** The document after a command. Pure. */
export function reduce(document: WorkbookDocument, command: Command): WorkbookDocument {
  switch (command.kind) {
    case 'rename':
      return { ...document, name: command.name };
    case 'set-as-of':
      return { ...document, asOf: command.asOf };
    case 'set-horizon':
      return { ...document, horizonMonths: Math.min(MAX_HORIZON, Math.max(1, Math.trunc(command.months))) };
    case 'set-est':
      return withEst(document, command.change);
    case 'set-scenario':
      return { ...document, scenario: withOwnName(document, command.scenario) };
    case 'set-assumptions':
      return { ...document, scenario: { ...document.scenario, ...command.change } };
    case 'decide-twin':
      return withEst(document, { twins: [...otherTwins(document, command.twin), command.twin] });
    case 'override':
      return withOverrideChanges(document, command.changes);
    case 'remember-answer':
      return { ...document, answers: withEntry(document.answers, command.headerHash, command.answer) };
    case 'remember-answers':
      return { ...document, answers: new Map([...document.answers, ...command.answers]) };
    case 'forget-answer':
      return { ...document, answers: new Map([...document.answers].filter(([hash]) => hash !== command.headerHash)) };
    case 'note-repairs':
    case 'set-repairs':
      return { ...document, repairs: withEntry(document.repairs, command.file, command.choices) };
    case 'show-extras':
      return { ...document, shownExtras: command.names };
    case 'set-filter':
      return { ...document, filter: command.filter };
    case 'set-table':
      return { ...document, tables: withEntry(document.tables, command.table, command.view) };
    case 'set-formulas':
      return { ...document, formulas: command.formulas };
    case 'set-names':
      return { ...document, names: command.names };
    case 'set-sheets':
      return { ...document, sheets: command.sheets };
    case 'set-sheet':
      return { ...document, sheets: document.sheets.map((one) => (one.id === command.sheet.id ? command.sheet : one)) };
    case 'set-parts':
    case 'take-recipe':
      return { ...document, ...command.parts };
    case 'set-pivots':
      return { ...document, pivots: command.pivots };
    case 'set-saved-views':
      return { ...document, savedViews: command.views };
    case 'open-saved-view':
      return withSavedView(document, command.view);
    case 'want-seats':
      return { ...document, seatsWanted: withSeats(document.seatsWanted, command.changes) };
    case 'set-rule-packs':
      return { ...document, rulePacks: command.packs };
    case 'set-author':
      return { ...document, author: command.author };
    default:
      return { ...document, ...reduceBranches(document, command) };
  }
}

/** Among several scenarios the active one keeps its name; the only one takes that of what it becomes. */
function withOwnName({ branches, scenario: { name } }: WorkbookDocument, scenario: Scenario): Scenario {
  return branches.length === 1 ? scenario : { ...scenario, name };
}

function withEst(document: WorkbookDocument, change: Partial<EstAssumptions>): WorkbookDocument {
  const { scenario } = document;
  return { ...document, scenario: { ...scenario, est: { ...scenario.est, ...change } } };
}

function otherTwins({ scenario }: WorkbookDocument, twin: TwinDecision): readonly TwinDecision[] {
  const isSame = (other: TwinDecision): boolean =>
    other.productId === twin.productId && other.skuId === twin.skuId && other.segment === twin.segment;
  return scenario.est.twins.filter((other) => !isSame(other));
}

function withOverrideChanges(document: WorkbookDocument, changes: readonly OverrideChange[]): WorkbookDocument {
  const { scenario } = document;
  return { ...document, scenario: { ...scenario, overrides: changeOverrides(scenario.overrides, changes) } };
}

/** A view brings the formulas that it was saved with; columns that exist stay as they are, and others hide. */
function withSavedView(document: WorkbookDocument, saved: SavedView): WorkbookDocument {
  const { name, table, view, formulas, extras = [] } = saved;
  const known = new Set(document.formulas.map(({ key }) => key));
  const own = new Set(formulas.map(({ key }) => key));
  const others = [...known].filter((key) => !own.has(key) && !view.hidden.includes(key));
  return {
    ...document,
    tables: withEntry(document.tables, table, { ...view, hidden: [...view.hidden, ...others] }),
    formulas: [...document.formulas, ...formulas.filter(({ key }) => !known.has(key))],
    shownExtras: extras,
    openViews: withEntry(document.openViews, table, name),
  };
}

/** The parts of a document that hold formulas. */
export function formulaParts({ sheets, names, formulas, savedViews }: FormulaParts): FormulaParts {
  return { sheets, names, formulas, savedViews };
}

/** How a table is shown. */
export function viewOf({ tables }: WorkbookDocument, table: string): TableView {
  return tables.get(table) ?? PLAIN_VIEW;
}

/** Names, layouts and formulas leave every figure of the engine as it is. */
export function changesFigures(document: WorkbookDocument, before: WorkbookDocument): boolean {
  return (['asOf', 'horizonMonths', 'scenario'] as const).some((part) => document[part] !== before[part]);
}
