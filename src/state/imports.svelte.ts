/** Drops of files: their progress, what became of each file, and the questions that are still open. */
import { storeErrorText } from '../storage/store-error.ts';
import { importsText } from '../core/text/en/imports.ts';
import type {
  DroppedFile,
  Encoding,
  EngineJobs,
  FileOutcome,
  ImportOutcome,
  ImportQuestion,
  ImportRequest,
  ImportStage,
  SheetAnswer,
  Workspace,
} from '../workers/engine-jobs.ts';
import type { Day } from '../core/days.ts';
import type { Runner } from '../workers/runner.ts';
import type { WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';
import type { Jobs } from './jobs.svelte.ts';
import { noEntries, withEntry } from './with-entry.ts';

/** What imports need of the workbook they belong to. */
export interface ImportTarget {
  readonly jobs: Jobs;
  readonly runner: Runner<EngineJobs>;
  readonly gate: WriteGate;
  readonly document: WorkbookDocument;
  readonly asOf: Day;
  /** Asks the browser to keep the data until the user deletes it; it may say no. Workers cannot ask. */
  readonly persist: () => Promise<boolean>;
  /** Takes over the datasets as they are after an import. */
  adopt(workspace: Workspace): Promise<void>;
}

/** A file that waits for an answer; its bytes are kept so that it can be read again. */
export interface OpenQuestion {
  readonly file: DroppedFile;
  /** Name inside an archive, or that of the file. */
  readonly shownAs: string;
  readonly question: ImportQuestion;
  readonly replaces: string | undefined;
}

export class Imports {
  /** What became of the files of the last drop. */
  last: readonly FileOutcome[] = $state.raw([]);
  /** Why nothing of the last drop was stored. */
  refusal: string | undefined = $state();
  questions: readonly OpenQuestion[] = $state.raw([]);
  private encodings: ReadonlyMap<string, Encoding> = noEntries();
  private readonly workbook: ImportTarget;

  constructor(workbook: ImportTarget) {
    this.workbook = workbook;
  }

  /** Imports files in the given order. Resolves when they are stored and simulated, or the drop was cancelled. */
  async add(files: readonly DroppedFile[], replaces?: string): Promise<void> {
    if (files.length === 0) return;
    const { jobs, runner, document } = this.workbook;
    const request: ImportRequest = {
      files,
      answers: document.answers,
      encodings: this.encodings,
      ...(replaces === undefined ? {} : { replaces }),
    };
    const outcome = await jobs.run(importsText.reading(files.length), (signal, move) =>
      runner.run('importFiles', request, {
        signal,
        onProgress: (stage) => {
          move(...progressOf(stage, files));
        },
      }),
    );
    if (outcome) await this.take(outcome, files, replaces);
  }

  private async take(
    { files: outcomes, refusal, workspace }: ImportOutcome,
    files: readonly DroppedFile[],
    replaces: string | undefined,
  ): Promise<void> {
    this.refusal = refusal && storeErrorText(refusal);
    this.last = outcomes;
    const asked = outcomes.flatMap(({ file: shownAs, questions: [question] }) => {
      const file = files.find(({ name }) => shownAs === name || shownAs.startsWith(`${name}/`));
      return file && question ? [{ file, shownAs, question, replaces }] : [];
    });
    this.questions = [...this.questions.filter(({ file }) => !files.includes(file)), ...asked];
    const scenario = outcomes.findLast(({ scenario }) => scenario !== undefined)?.scenario;
    if (scenario) this.workbook.gate.dispatch({ kind: 'set-scenario', scenario });
    if (workspace) {
      await this.workbook.adopt(workspace);
      void this.workbook.persist();
    }
  }

  /** Answers a question about a sheet, remembers it for this header, and reads the file again. */
  async answer({ file, question, replaces }: OpenQuestion, answer: SheetAnswer): Promise<void> {
    if (question.kind === 'encoding') return;
    const { gate, document } = this.workbook;
    const { headerHash } = question;
    gate.dispatch({
      kind: 'remember-answer',
      headerHash,
      answer: { ...document.answers.get(headerHash), ...answer },
    });
    await this.add([file], replaces);
  }

  /** Reads a file again in the encoding that the user chose. */
  async useEncoding({ file, shownAs, replaces }: OpenQuestion, encoding: Encoding): Promise<void> {
    this.encodings = withEntry(this.encodings, shownAs, encoding);
    await this.add([file], replaces);
  }

  /** Leaves a file with a question out. */
  dismiss(question: OpenQuestion): void {
    this.questions = this.questions.filter((other) => other !== question);
  }

  /** Makes the sample's files and imports them as if they had been dropped. */
  async openSample(): Promise<void> {
    const files = await this.workbook.runner.run('sample', { asOf: this.workbook.asOf });
    await this.add(files);
    if (this.workbook.document.name === '') {
      this.workbook.gate.dispatch({ kind: 'rename', name: importsText.sampleName });
    }
  }
}

/** Reading is nine tenths of the bar, storing the last. */
const READING = 0.9;

function progressOf(stage: ImportStage, files: readonly DroppedFile[]): [share: number, detail: string] {
  if (stage.phase === 'storing') {
    const share = READING + (1 - READING) * (stage.rowsWritten / Math.max(1, stage.rowsTotal));
    return [share, importsText.storing(stage.rowsWritten, stage.rowsTotal)];
  }
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const index = files.findIndex(({ name }) => stage.file === name || stage.file.startsWith(`${name}/`));
  const before = files.slice(0, Math.max(0, index)).reduce((sum, { blob }) => sum + blob.size, 0);
  const share = READING * Math.min(1, (before + stage.bytesRead) / Math.max(1, total));
  return [share, importsText.rows(stage.file, stage.rows)];
}
