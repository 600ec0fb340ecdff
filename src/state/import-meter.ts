/** How far a drop is: a share that only grows, what is happening, and how long the rest takes. */
import type { Format } from '../core/format.ts';
import { importsText } from '../core/text/en/imports.ts';
import type { DroppedFile, ImportStage } from '../workers/engine-jobs.ts';

export interface Reached {
  /** 0 to 1. */
  readonly share: number;
  readonly detail: string;
  /** Undefined while nobody can say. */
  readonly secondsLeft: number | undefined;
}

/** Reading is nine tenths of the bar, storing what is left. */
const READING = 0.9;
/** An estimate from less than this is worth nothing. */
const MIN_MEASURED_MS = 1500;
const MEGABYTE = 1_000_000;

interface Pace {
  readonly stage: string;
  readonly begun: number;
  readonly from: number;
}

export class ImportMeter {
  private readonly files: readonly DroppedFile[];
  private readonly format: Format;
  private readonly now: () => number;
  private share = 0;
  /** Where the second reading of a file began on the bar. */
  private again: { readonly file: string; readonly share: number } | undefined;
  private pace: Pace | undefined;

  constructor(files: readonly DroppedFile[], format: Format, now: () => number = () => performance.now()) {
    this.files = files;
    this.format = format;
    this.now = now;
  }

  move(stage: ImportStage): Reached {
    return stage.phase === 'reading' ? this.reading(stage) : this.storing(stage);
  }

  private reading(stage: Extract<ImportStage, { phase: 'reading' }>): Reached {
    const sizes = this.files.map(({ blob }) => blob.size);
    const total = sum(sizes);
    const index = this.files.findIndex(({ name }) => stage.file === name || stage.file.startsWith(`${name}/`));
    const own = Math.min(stage.bytesRead, sizes[index] ?? 0);
    const done = sum(sizes.slice(0, Math.max(0, index))) + own;
    if (stage.stage === 'reading') this.again = undefined;
    else if (stage.stage === 'reading-again' && this.again?.file !== stage.file)
      this.again = { file: stage.file, share: this.share };
    // A second reading was not foreseen: it takes up half of what is left of the bar.
    const share = this.again
      ? this.again.share + ((1 - this.again.share) / 2) * (own / Math.max(1, sizes[index] ?? 0))
      : READING * (done / Math.max(1, total));
    const count = (value: number): string => this.format.count(value);
    const megabytes = (bytes: number): string => count(Math.round(bytes / MEGABYTE));
    const rows = stage.rows > 0 ? count(stage.rows) : undefined;
    const detail = importsText.read(megabytes(done), megabytes(total), rows, stage.stage);
    return this.reached(share, detail, `${stage.file} ${stage.stage}`, done, total);
  }

  private storing({ rowsWritten, rowsTotal }: Extract<ImportStage, { phase: 'storing' }>): Reached {
    const share = READING + (1 - READING) * (rowsWritten / Math.max(1, rowsTotal));
    const count = (value: number): string => this.format.count(value);
    return this.reached(share, importsText.storing(count(rowsWritten), count(rowsTotal)), 'storing', rowsWritten, rowsTotal); // prettier-ignore
  }

  private reached(share: number, detail: string, stage: string, done: number, total: number): Reached {
    this.share = Math.max(this.share, Math.min(1, share));
    if (this.pace?.stage !== stage) this.pace = { stage, begun: this.now(), from: done };
    const elapsed = this.now() - this.pace.begun;
    const gained = done - this.pace.from;
    const isMeasured = elapsed >= MIN_MEASURED_MS && gained > 0;
    const secondsLeft = isMeasured ? ((total - done) * elapsed) / gained / 1000 : undefined;
    return { share: this.share, detail, secondsLeft };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
