/** The workbook's own state, apart from the datasets, and the closed list of commands that change it. */
import type { Day } from '../core/days.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { EstAssumptions, Scenario, TwinDecision } from '../core/scenario/scenario.ts';
import type { SheetAnswer } from '../workers/engine-jobs.ts';
import { withEntry } from './with-entry.ts';

export interface WorkbookDocument {
  readonly name: string;
  /** Undefined: today in UTC, whenever the workbook is opened. */
  readonly asOf: Day | undefined;
  readonly horizonMonths: number;
  readonly scenario: Scenario;
  /** What the user said about sheets with unknown headers, by header hash. */
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  /** Column widths of grids in pixels, by grid and column. */
  readonly widths: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** Columns of files, beyond ours, that the portfolio sheet shows. */
  readonly shownExtras: readonly string[];
}

export const EMPTY_DOCUMENT: WorkbookDocument = {
  name: '',
  asOf: undefined,
  horizonMonths: 12,
  scenario: DEFAULT_SCENARIO,
  answers: new Map(),
  widths: new Map(),
  shownExtras: [],
};

/** The longest horizon that the screens offer, in months. */
export const MAX_HORIZON = 60;
/** The longest bridge that the screens offer, in days. */
export const MAX_BRIDGE_DAYS = 3660;

export type Command =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'set-as-of'; readonly asOf: Day | undefined }
  | { readonly kind: 'set-horizon'; readonly months: number }
  | { readonly kind: 'set-est'; readonly change: Partial<EstAssumptions> }
  | { readonly kind: 'set-scenario'; readonly scenario: Scenario }
  | { readonly kind: 'decide-twin'; readonly twin: TwinDecision }
  | { readonly kind: 'remember-answer'; readonly headerHash: string; readonly answer: SheetAnswer }
  | { readonly kind: 'remember-answers'; readonly answers: ReadonlyMap<string, SheetAnswer> }
  | { readonly kind: 'forget-answer'; readonly headerHash: string }
  | { readonly kind: 'show-extras'; readonly names: readonly string[] }
  | { readonly kind: 'set-widths'; readonly grid: string; readonly widths: Readonly<Record<string, number>> };

/** The document after a command. Pure: undo is going back to the document before it. */
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
      return { ...document, scenario: command.scenario };
    case 'decide-twin':
      return withEst(document, { twins: [...otherTwins(document, command.twin), command.twin] });
    case 'remember-answer':
      return { ...document, answers: withEntry(document.answers, command.headerHash, command.answer) };
    case 'remember-answers':
      return { ...document, answers: new Map([...document.answers, ...command.answers]) };
    case 'forget-answer':
      return { ...document, answers: new Map([...document.answers].filter(([hash]) => hash !== command.headerHash)) };
    case 'show-extras':
      return { ...document, shownExtras: command.names };
    case 'set-widths':
      return { ...document, widths: withEntry(document.widths, command.grid, command.widths) };
  }
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

/** Names and column widths leave every figure as it is. */
export function changesFigures(document: WorkbookDocument, before: WorkbookDocument): boolean {
  return (['asOf', 'horizonMonths', 'scenario'] as const).some((part) => document[part] !== before[part]);
}
