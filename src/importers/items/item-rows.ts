/** The items of a JSON file as the rows of a sheet; a row's line is the item's position in the file. */
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { Findings } from '../sheet/findings.ts';
import { isObject } from '../read/json-access.ts';
import { type JsonAside, jsonItems, newAside } from '../read/json-items.ts';
import type { JsonObject, JsonValue } from '../read/json.ts';
import { firstThen, peek } from '../read/peeked.ts';
import type { Rows } from '../read/rows.ts';
import type { SheetOutcome } from '../sheet/read-planned.ts';
import type { ItemTable } from './item-table.ts';

/** Items looked at to recognise a file. */
const SAMPLE_ITEMS = 200;

/** One pass over a file's items. */
interface Pass {
  readonly items: AsyncIterable<readonly JsonValue[]>;
  readonly aside: JsonAside;
}

/** A file of JSON that can be read from its start more than once. */
export interface ItemSource {
  readonly file: string;
  /** The first items; all of them in a small file. */
  readonly sample: readonly JsonObject[];
  /** What stands beside them, as far as it has been read. */
  readonly aside: JsonAside;
  /** The sample is all there is. */
  readonly isWhole: boolean;
  readonly open: () => Pass;
  /** Lets go of the file when it is not read any further. */
  readonly close: () => Promise<void>;
}

/** Opens a file and looks at its first items. */
export async function sampleItems(file: string, openText: () => AsyncIterable<string>): Promise<ItemSource> {
  const start = (): Pass => {
    const aside = newAside();
    return { items: jsonItems(openText(), aside), aside };
  };
  const { items, aside } = start();
  let count = 0;
  const { taken, all, close } = await peek(items, (batches) => {
    count = batches.reduce((sum, batch) => sum + batch.length, 0);
    return count >= SAMPLE_ITEMS;
  });
  const sample = taken.flat().filter(isObject);
  return { file, sample, aside, isWhole: count < SAMPLE_ITEMS, open: firstThen({ items: all, aside }, start), close };
}

/** What a pass over the items has met. */
export interface Tally {
  /** Items that the format leaves out. */
  leftOut: number;
  /** Items that are texts, numbers or lists. */
  notObjects: number;
  /** Items of which something has to be said, by what that is. */
  readonly notes: Map<DiagnosticCode, number>;
  aside: JsonAside;
}

export function newTally(aside: JsonAside): Tally {
  return { leftOut: 0, notObjects: 0, notes: new Map(), aside };
}

function startTally(tally: Tally, aside: JsonAside): void {
  tally.leftOut = 0;
  tally.notObjects = 0;
  tally.notes.clear();
  tally.aside = aside;
}

function noteItem(tally: Tally, code: DiagnosticCode | undefined): void {
  if (code !== undefined) tally.notes.set(code, (tally.notes.get(code) ?? 0) + 1);
}

/** The rows of all items. */
export async function* itemRows({ items, aside }: Pass, table: ItemTable, tally: Tally): Rows {
  startTally(tally, aside);
  let position = 0;
  for await (const batch of items) {
    const rows: (readonly string[])[] = [];
    const lines: number[] = [];
    for (const item of batch) {
      position++;
      const found = isObject(item) ? table.rowsOf(item) : [];
      if (isObject(item)) noteItem(tally, table.noteOf(item));
      if (found.length === 0) tally[isObject(item) ? 'leftOut' : 'notObjects']++;
      for (const row of found) {
        rows.push(row);
        lines.push(position);
      }
    }
    yield { rows, lines };
  }
}

/** The outcome with the items that made no row in its ledger, and a word about each odd thing of the file. */
export function withTally(outcome: SheetOutcome, tally: Tally): SheetOutcome {
  sayOddities(outcome.findings, tally);
  const { leftOut, notObjects } = tally;
  if (outcome.state !== 'read' || leftOut + notObjects === 0) return outcome;
  const { read, skipped } = outcome.ledger;
  const more = leftOut + notObjects;
  return { ...outcome, ledger: { ...outcome.ledger, read: read + more, skipped: skipped + more } };
}

function sayOddities(findings: Findings, { leftOut, notObjects, notes, aside }: Tally): void {
  for (const [code, rows] of notes) findings.add('info', code, {}, { rows });
  if (leftOut > 0) findings.add('info', 'items-skipped', {}, { rows: leftOut });
  if (notObjects > 0) findings.add('warning', 'items-not-objects', {}, { rows: notObjects });
  const { duplicateKey } = aside;
  if (duplicateKey) findings.add('warning', 'duplicate-key', { row: duplicateKey.line }, { key: duplicateKey.key });
}
