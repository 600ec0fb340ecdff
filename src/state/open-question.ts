/** A question about a dropped or a stored file, until it is answered. */
import type { DropFacts, DroppedFile, ImportQuestion, ImportRequest } from '../workers/engine-jobs.ts';

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
  readonly only?: ImportRequest['only'] | undefined;
}

/** Where the datasets of a drop belong. */
export type Where = Pick<OpenQuestion, 'replaces' | 'drop' | 'isStored' | 'only'>;

export function whereOf({ replaces, drop, isStored, only }: OpenQuestion): Where {
  return { replaces, drop, isStored, only };
}

/** The file as it was dropped: itself, or the archive or workbook that it is in. */
export function outermost(file: string): string {
  return file.split('/')[0] ?? file;
}

/**
 * Without what was said about files that are not read any more: another file of that name is judged by itself. While one
 * file of an archive waits, what was said about the others is needed each time it is read.
 */
export function stillOpen<T>(said: ReadonlyMap<string, T>, questions: readonly OpenQuestion[]): ReadonlyMap<string, T> {
  return new Map([...said].filter(([file]) => questions.some((open) => outermost(open.file.name) === outermost(file))));
}
