/** The document's history beside the document: one record a step, so that a step is written once and never again. */
import type { Database } from './database.ts';
import { isCount, isFields, isText } from './validate.ts';

/** A step that can be undone. */
export interface StoredStep {
  /** Counted up from 1; steps that were forgotten leave a gap below. */
  readonly seq: number;
  /** What was done, in words. */
  readonly what: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** JSON of what it changed; the owner validates its shape. */
  readonly change: string;
}

/** What has become of the history since it was last stored. */
export interface HistoryChange {
  /** The last step that is in force; 0: none. */
  readonly position: number;
  /** Steps from here on are forgotten before `steps` are added. */
  readonly from: number;
  /** Steps below are forgotten. */
  readonly keep: number;
  readonly steps: readonly StoredStep[];
}

export interface StoredHistory {
  readonly position: number;
  /** In their order. */
  readonly steps: readonly StoredStep[];
}

const KEY = 'history';
const PREFIX = 'step:';
const DIGITS = 12;
const END = '\uFFFF';

const keyOf = (seq: number): string => PREFIX + String(seq).padStart(DIGITS, '0');

/** Stores a change; part of the transaction that stores the document. */
export async function writeHistory(db: Database, { position, from, keep, steps }: HistoryChange): Promise<void> {
  await db.meta
    .where('key')
    .between(keyOf(from), PREFIX + END)
    .delete();
  await db.meta.where('key').between(PREFIX, keyOf(keep), true, false).delete();
  await db.meta.bulkPut(steps.map((step) => ({ key: keyOf(step.seq), step })));
  await db.meta.put({ key: KEY, position });
}

/** Forgets all steps; part of the transaction that replaces the document. */
export async function deleteHistory(db: Database): Promise<void> {
  await db.meta.where('key').startsWith(PREFIX).delete();
  await db.meta.delete(KEY);
}

/** All steps that can be read. */
export async function readHistory(db: Database): Promise<StoredHistory> {
  const [head, records] = await Promise.all([db.meta.get(KEY), db.meta.where('key').startsWith(PREFIX).sortBy('key')]);
  const steps = records.flatMap((record) => {
    const step = isFields(record) ? record['step'] : undefined;
    return isStep(step) ? [step] : [];
  });
  const position = isFields(head) && isCount(head['position']) ? head['position'] : 0;
  return { position, steps };
}

function isStep(value: unknown): value is StoredStep {
  return (
    isFields(value) && isCount(value['seq']) && isText(value['what']) && isCount(value['at']) && isText(value['change'])
  );
}
