/** What an import is asked to do with dropped files, and what became of each. */
import type { Ledger } from '../core/diagnostics.ts';
import type { DatasetInfo } from '../core/schema/dataset.ts';
import type {
  BetweenAnswer,
  ClinicContext,
  FileReport,
  ImportProgress,
  RepairChoice,
  SheetAnswer,
  Spotlight,
} from '../importers/index.ts';
import type { Encoding } from '../importers/read/decode.ts';

/** Which drop it is, and the day; `exportedOn` where it is known to differ from the day of the import. */
export type DropFacts = Pick<DatasetInfo, 'drop' | 'importedOn' | 'exportedOn'>;

/** A file on its way in. */
export interface DroppedFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface ImportRequest {
  readonly files: readonly DroppedFile[];
  /** What the user said about sheets, by header hash. */
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  /** By file name, for files whose encoding cannot be told. */
  readonly encodings: ReadonlyMap<string, Encoding>;
  /** What becomes of damage; undefined: repairs that need no question are applied. */
  readonly clinic?: ClinicContext;
  /** What becomes of files that have rows in common with others, by file name; undefined: nobody is asked. */
  readonly between?: ReadonlyMap<string, BetweenAnswer>;
  /** Id of the dataset that the one file takes the place of. */
  readonly replaces?: string;
  /** The one file in an archive, or sheet of a workbook, that is wanted of it. */
  readonly only?: Pick<DatasetInfo, 'file' | 'sha256'>;
  /** What the datasets remember of this drop; a file that is read again after a question belongs to the drop it came with. */
  readonly drop?: DropFacts;
}

export type ImportStage =
  | (ImportProgress & { readonly phase: 'reading' })
  | { readonly phase: 'storing'; readonly rowsWritten: number; readonly rowsTotal: number };

/** What became of a dropped file; its rows stay in the worker. */
export interface FileOutcome extends Omit<FileReport, 'dataset'> {
  readonly ledger: Ledger;
  /** Name of the stored dataset that has the same bytes; nothing was stored twice. */
  readonly duplicateOf?: string;
}

/** A page of the places of one finding, with a treatment for each finding of the file. */
export interface RepairPreviewRequest extends Pick<ImportRequest, 'answers' | 'encodings'> {
  readonly file: DroppedFile;
  /** Name of the file, or of the part of it, that has the finding. */
  readonly shownAs: string;
  readonly choices: readonly RepairChoice[];
  readonly spotlight: Spotlight;
}
