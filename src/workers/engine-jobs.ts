/** The jobs of the engine's worker: what the app asks of importers, store, engine and exporters. */
import type { Day } from '../core/days.ts';
import type { Recipe } from '../core/recipe/recipe.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { MappingPreview, MappingSample, RepairSample } from '../importers/index.ts';
import type {
  FigureAnswer,
  FigureQuestion,
  Contributions,
  ExplainResult,
  MonthAmountRequest,
  SimulationRequest,
  SimulationSums,
  SinceRequest,
  SinceResult,
  TwinCandidate,
} from '../sim/index.ts';
import type { StoredDocument } from '../storage/document.ts';
import type { HistoryChange, StoredHistory } from '../storage/history.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { BackupFile, BackupProgress } from '../storage/backup/write-backup.ts';
import type { Reject } from '../storage/rejects.ts';
import type { SincePart } from '../exporters/since.ts';
import type { Trap } from '../sample/index.ts';
import type { ExportRequest, ExportedFile } from './export-results.ts';
import type { ExportedBlob, RowsWritten } from './export-rows.ts';
import type { TableFileRequest } from './export-table.ts';
import type { DroppedFile, FileOutcome, ImportRequest, ImportStage, RepairPreviewRequest } from './import-jobs.ts';
import type {
  Workspace,
  OpenOutcome,
  StoreNews,
  ExtraColumns,
  SimulationParts,
  DatasetChange,
  BackupFacts,
  RestoreOutcome,
  ChangeOutcome,
} from './workspace.ts';
import type { RowFacts, RowPageRequest } from './row-page.ts';
import type { TopicJobs } from './topic-jobs.ts';

export type {
  Contributions,
  ExplainResult,
  Explanation,
  FigureAnswer,
  FigureQuestion,
  Unexplained,
} from '../sim/index.ts';
export type {
  BetweenAnswer,
  BetweenFinding,
  Finding,
  MissingMonth,
  RepairChoice,
  RepairSample,
  Spotlight,
  Treatment,
} from '../importers/index.ts';
export type { Encoding } from '../importers/read/decode.ts';
export type { ImportQuestion, MappingPreview, MappingSample, SheetAnswer } from '../importers/index.ts';
export type { Trap } from '../sample/index.ts';
export type { SincePart } from '../exporters/since.ts';
export type {
  ChangeKind,
  FlagCheck,
  PriceMove,
  PromotionKind,
  PromotionMove,
  SinceRequest,
  SinceResult,
  SubscriptionChange,
} from '../sim/index.ts';
export type { PriceListFacts } from './price-list-facts.ts';
export type {
  Workspace,
  OpenOutcome,
  StoreNews,
  ExtraColumns,
  SimulationParts,
  DatasetChange,
  BackupFacts,
  RestoreOutcome,
  ChangeOutcome,
} from './workspace.ts';
export type { RowColumn, RowFacts } from './row-page.ts';
export type {
  DropFacts,
  DroppedFile,
  FileOutcome,
  ImportRequest,
  ImportStage,
  RepairPreviewRequest,
} from './import-jobs.ts';
export type { ComparisonOutcome } from './compare-jobs.ts';
export type { ExportedFile, ResultExport } from './export-results.ts';
export type { TableFileKind, TableFileRequest } from './export-table.ts';

/** Rows of one part of a comparison, by their place in its result, as CSV. */
export interface SinceExport {
  readonly request: SinceRequest;
  readonly part: SincePart;
  readonly rows: Uint32Array;
  readonly workbookName: string;
}

/** The traps of the sample, and whether the open portfolio is that sample. */
export interface PlantedTraps {
  readonly traps: readonly Trap[];
  readonly open: boolean;
}

export interface ImportOutcome {
  readonly files: readonly FileOutcome[];
  /** Nothing of the drop was stored because of this. */
  readonly refusal?: StoreError;
  /** Undefined when nothing was stored. */
  readonly workspace?: Workspace;
}

/** Jobs of files, store, figures and exports. */
type CoreJobs = {
  /** Reports when another tab with an older version keeps it waiting. */
  open: {
    input: { readonly place: string | undefined } | undefined;
    progress: { readonly waiting: StoreError };
    output: OpenOutcome | { readonly failed: StoreError };
  };
  /** Lets go of the store; `open` takes it again. */
  close: { input: undefined; progress: undefined; output: undefined };
  /** Deletes the store on the user's word, also one that cannot be opened. */
  deleteStore: { input: { readonly place: string | undefined }; progress: undefined; output: StoreError | undefined };
  /** The stored document. */
  document: { input: undefined; progress: undefined; output: StoredDocument | undefined };
  /** The steps that lead to the stored document; none when they cannot be read. */
  history: { input: undefined; progress: undefined; output: StoredHistory };
  /** Makes this tab the writer. */
  takeOver: { input: undefined; progress: undefined; output: StoreError | undefined };
  /** Lets another tab write. */
  standUp: { input: undefined; progress: undefined; output: undefined };
  importFiles: { input: ImportRequest; progress: ImportStage; output: ImportOutcome };
  /** What a mapping makes of a sheet's first rows. */
  previewMapping: { input: MappingSample; progress: undefined; output: MappingPreview };
  /** The places of one finding, by reading the file again. */
  previewRepair: { input: RepairPreviewRequest; progress: undefined; output: readonly RepairSample[] };
  /** The file that a dataset was made from; undefined when it was too large to be kept. */
  sourceFile: { input: { readonly id: string }; progress: undefined; output: DroppedFile | StoreError | undefined };
  /** `earlier`: its subscriptions a month before; `invoices`: what was billed for them; `agreements`: what its customers accepted. */
  sample: {
    input: { readonly asOf: number; readonly part?: 'earlier' | 'invoices' | 'agreements' };
    progress: undefined;
    output: readonly DroppedFile[];
  };
  /** What is planted in the sample that `sample` makes for the same as-of. */
  traps: { input: { readonly asOf: number }; progress: undefined; output: PlantedTraps };
  /** The first rejected rows of a dataset. */
  rejects: {
    input: { readonly id: string; readonly limit: number };
    progress: undefined;
    output: readonly Reject[] | StoreError;
  };
  /** Runs until it is aborted; reports what other tabs do to the store, and whether what is stored is whole. */
  watch: { input: undefined; progress: StoreNews; output: undefined };
  change: { input: DatasetChange; progress: undefined; output: ChangeOutcome };
  /** The datasets as they are when all changes before are through. */
  workspace: { input: undefined; progress: undefined; output: Workspace };
  /** Columns that the portfolio's files have beyond ours, a cell for each row of the portfolio. */
  extraColumns: { input: readonly string[]; progress: undefined; output: ExtraColumns };
  /** Reports its sums as soon as they are known. */
  simulate: { input: SimulationRequest; progress: SimulationSums; output: SimulationParts };
  explain: {
    input: { readonly request: SimulationRequest; readonly row: number };
    progress: undefined;
    output: ExplainResult;
  };
  /** Answers to the spreadsheet's own functions, in the order of the questions. */
  formulaFigures: {
    input: { readonly request: SimulationRequest; readonly questions: readonly FigureQuestion[] };
    progress: undefined;
    output: { readonly revision: string; readonly answers: readonly FigureAnswer[] };
  };
  monthAmounts: { input: MonthAmountRequest; progress: undefined; output: Contributions };
  /** What changed between two snapshots. */
  since: { input: SinceRequest; progress: undefined; output: SinceResult };
  exportSince: { input: SinceExport; progress: undefined; output: ExportedFile };
  twins: { input: Scenario; progress: undefined; output: readonly TwinCandidate[] };
  backup: { input: undefined; progress: BackupProgress; output: BackupFile | StoreError };
  /** What is in a backup file, once every byte of it has been checked; needs no store. */
  checkBackup: { input: { readonly file: Blob }; progress: BackupProgress; output: BackupFacts | StoreError };
  /** Puts a backup in place of everything. */
  restore: { input: { readonly file: Blob }; progress: BackupProgress; output: RestoreOutcome };
  /** The document, and what became of its history since it was last stored. */
  saveDocument: {
    input: { readonly document: StoredDocument; readonly history?: HistoryChange | undefined };
    progress: undefined;
    output: StoreError | undefined;
  };
  /** Loads what only a report needs, so that one can still be made when the app's own files are out of reach. */
  warmUp: { input: undefined; progress: undefined; output: undefined };
  exportResults: { input: ExportRequest; progress: undefined; output: ExportedFile };
  /** A recipe as a file to take away. */
  exportRecipe: {
    input: { readonly recipe: Recipe; readonly asOf: Day; readonly workbookName: string };
    progress: undefined;
    output: ExportedFile;
  };
  /** All rows of a dataset as CSV. */
  exportRows: {
    input: { readonly id: string; readonly asOf: Day };
    progress: RowsWritten;
    output: ExportedBlob | StoreError;
  };
  /** A table as it stands on screen; undefined when it was cancelled. */
  exportTable: { input: TableFileRequest; progress: RowsWritten; output: ExportedBlob | undefined };
  /** Columns and number of a dataset's rows. */
  rowFacts: { input: { readonly id: string }; progress: undefined; output: RowFacts | StoreError };
  /** Some rows of a dataset, of the columns that show. */
  rowPage: { input: RowPageRequest; progress: undefined; output: readonly (readonly string[])[] | StoreError };
  exportRejects: {
    input: { readonly id: string; readonly asOf: Day };
    progress: undefined;
    output: ExportedFile | StoreError;
  };
};

export type EngineJobs = CoreJobs & TopicJobs;
