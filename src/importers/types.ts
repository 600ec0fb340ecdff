/** What an import takes and gives. All of it survives a structured clone, apart from streams, callbacks and signals. */
import type { ChunkWriter } from '../core/chunks.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { ObligationPack } from '../core/obligations/rules/types.ts';
import type { Recipe } from '../core/recipe/recipe.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Dataset, DatasetKind } from '../core/schema/dataset.ts';
import type { ClinicContext } from './clinic/context.ts';
import type { BetweenFinding } from './clinic/between/finding.ts';
import type { Finding, RepairChoice } from './clinic/finding.ts';
import type { MappingCandidate } from './mapping/candidates.ts';
import type { Encoding } from './read/decode.ts';
import type { Reject } from './sheet/findings.ts';
import type { ColumnMapping } from './sheet/plan.ts';
import type { StyleAnswer, StyleQuestion } from './sheet/style.ts';

/** A file to import. `stream` may be called several times and gives the whole content each time. */
export interface ImportSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  /**
   * The bytes from `start` up to `end`, so that files with a directory at their end need not be held in memory. Without it they
   * are collected up to a limit.
   */
  slice?(start: number, end: number): Promise<Uint8Array>;
  /** The content's SHA-256 in lower-case hex, taken elsewhere beside the import. Asked for of large files only. */
  readonly sha256?: (() => Promise<string>) | undefined;
}

/** What the user said about the sheets with one header: remembered by `headerHash`. */
export interface SheetAnswer extends StyleAnswer {
  readonly mapping?: ColumnMapping;
  /** Daily usage: the tag keys that a roll-up keeps apart; false: every row is kept. */
  readonly rollUp?: readonly string[] | false;
  /** What the mapped sheet is; undefined: a portfolio. */
  readonly kind?: DatasetKind;
  /** The header that the answer is about, to show it. */
  readonly header?: readonly string[];
  /** What becomes of damage in all files with this header. */
  readonly repairs?: readonly RepairChoice[];
}

export interface ImportProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Rows read so far. */
  readonly rows: number;
  readonly stage: 'reading' | 'reading-again' | 'hashing';
}

export interface ImportOptions {
  /** By header hash. */
  readonly answers?: ReadonlyMap<string, SheetAnswer>;
  /** By file name, for files whose encoding cannot be told. */
  readonly encodings?: ReadonlyMap<string, Encoding>;
  /** What becomes of damage; undefined: repairs that need no question are applied. */
  readonly clinic?: ClinicContext;
  readonly signal?: AbortSignal;
  /** Opens a place for the rows of one bulk file. Without it they are collected in memory like those of any other file. */
  readonly openChunks?: (kind: DatasetKind) => ChunkWriter;
  /** Asks whether to roll up daily usage with more rows than this; undefined: every row is read and nobody is asked. */
  readonly rollUpBeyond?: number | undefined;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Whether daily usage is rolled up on the way in. */
export interface RollUpQuestion {
  readonly kind: 'roll-up';
  readonly headerHash: string;
  readonly header: readonly string[];
  /** Rows of the file, estimated from its first ones unless all were read. */
  readonly rows: number;
  /** More rows than this make it a question. */
  readonly limit: number;
  /** Tag keys in the first rows. */
  readonly tagKeys: readonly string[];
}

/** The file has rows in common with others; nothing of it counts before the user has said what becomes of them. */
export interface BetweenQuestion {
  readonly kind: 'between';
  readonly found: readonly BetweenFinding[];
}

/** What has to be answered before a file can be read. */
export type ImportQuestion =
  | {
      readonly kind: 'mapping';
      readonly headerHash: string;
      readonly header: readonly string[];
      readonly samples: readonly (readonly string[])[];
      /** What the file may be, the likeliest first. */
      readonly candidates: readonly MappingCandidate[];
    }
  | (StyleQuestion & { readonly headerHash: string; readonly header: readonly string[] })
  | {
      readonly kind: 'clinic';
      readonly headerHash: string;
      readonly header: readonly string[];
      readonly found: readonly Finding[];
    }
  | RollUpQuestion
  | BetweenQuestion
  | { readonly kind: 'encoding'; readonly offer: Encoding };

/** A dataset as the importer makes it; storage gives it its id and its place in the order. */
export interface ImportedDataset extends Omit<Dataset, 'id' | 'order'> {
  /** Holds the rows of a bulk file, as `ImportOptions.openChunks` made it; `table` is empty then. */
  readonly chunks?: ChunkWriter;
}

/** What became of one file (or one file inside an archive). */
export interface FileReport {
  readonly file: string;
  /** Name of the file itself when this is one sheet or table of it: they share its hash. */
  readonly whole?: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: DatasetKind;
  readonly state: 'read' | 'question' | 'refused';
  /** The file holds secrets or personal data beside what was taken over: its bytes must not be kept anywhere. */
  readonly isConfidential?: true;
  /** Present when `state` is `read` and the file holds rows. */
  readonly dataset?: ImportedDataset;
  /** Present when `state` is `read` and the file is a scenario. */
  readonly scenario?: Scenario;
  /** What the scenario of the file comes from, by its name. */
  readonly scenarioParent?: string;
  /** Present when `state` is `read` and the file is a recipe. */
  readonly recipe?: Recipe;
  /** Present when `state` is `read` and the file holds rules of agreements. */
  readonly rules?: ObligationPack;
  /** What the clinic found in a file that was read, and what was done about it. */
  readonly found?: readonly Finding[];
  /** Not empty exactly when `state` is `question`. */
  readonly questions: readonly ImportQuestion[];
  /** At most `MAX_DIAGNOSTICS` about rows, plus those about the file; errors first. */
  readonly diagnostics: readonly Diagnostic[];
  /** All diagnostics, also those not kept. */
  readonly diagnosticCount: number;
  /** At most `MAX_REJECTS`; the ledger has the true number. */
  readonly rejects: readonly Reject[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
}
