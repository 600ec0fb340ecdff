/** A question about a dropped or a stored file, until it is answered. */
import type { DropFacts, DroppedFile, ImportQuestion, RepairChoice } from '../workers/engine-jobs.ts';

/** A file that waits for an answer; its bytes are kept so that it can be read again. */
export interface OpenQuestion {
  readonly file: DroppedFile;
  /** Name inside an archive, or that of the file. */
  readonly shownAs: string;
  readonly question: ImportQuestion;
  readonly replaces: string | undefined;
  readonly drop: DropFacts;
  /** The file is stored already; the user wants to decide anew. */
  readonly isStored?: boolean | undefined;
}

/** Where the datasets of a drop belong. */
export type Where = Pick<OpenQuestion, 'replaces' | 'drop' | 'isStored'>;

export function whereOf({ replaces, drop, isStored }: OpenQuestion): Where {
  return { replaces, drop, isStored };
}

/** Without the choices about files that wait for no answer any more: another file of that name is judged by itself. */
export function choicesStillOpen(
  choices: ReadonlyMap<string, readonly RepairChoice[]>,
  questions: readonly OpenQuestion[],
): ReadonlyMap<string, readonly RepairChoice[]> {
  return new Map([...choices].filter(([file]) => questions.some(({ shownAs }) => shownAs === file)));
}
