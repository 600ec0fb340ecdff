/**
 * The items of a JSON file one after another, from the stream of its text: JSON lines, documents behind each other, lists, and
 * lists in an envelope (`{"items": […]}`, `{"value": […]}`). What stands beside a list is kept; no file has to fit into memory.
 */
import { MAX_JSON_CHARS, MAX_JSON_ITEM_CHARS } from '../limits.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { type JsonNotes, JsonParser, MORE_NEEDED } from './json-parser.ts';
import { Refusal } from './refusal.ts';

/** What a file holds beside its items, complete when all items have been read. */
export interface JsonAside extends JsonNotes {
  /** Of each envelope the entries that are not its list; the first `MAX_ENVELOPES`. Those behind the list come last. */
  readonly envelopes: JsonObject[];
}

/** The keys whose list holds the items. */
const LIST_KEYS: ReadonlySet<string> = new Set(['items', 'value']);
const MAX_ENVELOPES = 1000;
/** Items handed out at a time, at most. */
const BATCH_ITEMS = 1000;

export function newAside(): JsonAside {
  return { envelopes: [] };
}

/** The items in batches. Refuses with line and character what is not JSON. */
export async function* jsonItems(pieces: AsyncIterable<string>, aside: JsonAside): AsyncIterable<readonly JsonValue[]> {
  const reader = new ItemReader(aside);
  for await (const piece of pieces) {
    reader.feed(piece);
    yield* reader.batches();
  }
  reader.end();
  yield* reader.batches();
}

/** Where in the file's structure the reader stands. */
type Place = 'between-documents' | 'in-list' | 'in-envelope' | 'in-envelope-list';

const END = Symbol('end');
/** A step that led to no item. */
const NONE = Symbol('none');

class ItemReader {
  private readonly aside: JsonAside;
  private readonly parser: JsonParser;
  private place: Place = 'between-documents';
  private isFirst = true;
  private entries = new Map<string, JsonValue>();
  private hasList = false;
  /** The document before this one had a list: this one is read in the same way. */
  private expectsEnvelope = true;
  private readonly waiting: string[] = [];
  private waitingChars = 0;
  /** Characters that are gathered before a value which was cut off is read again. */
  private wanted = 0;
  private asideChars = 0;

  constructor(aside: JsonAside) {
    this.aside = aside;
    this.parser = new JsonParser(aside);
  }

  feed(piece: string): void {
    this.waiting.push(piece);
    this.waitingChars += piece.length;
    if (this.waitingChars + this.parser.left >= this.wanted) this.absorb();
  }

  end(): void {
    this.absorb();
    this.wanted = 0;
    this.parser.isLast = true;
  }

  *batches(): Iterable<readonly JsonValue[]> {
    if (this.parser.left < this.wanted) return;
    let batch: JsonValue[] = [];
    for (let found = this.next(); found !== END; found = this.next()) {
      if (found !== NONE) batch.push(found);
      if (batch.length < BATCH_ITEMS) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  private absorb(): void {
    this.parser.feed(this.waiting.join(''));
    this.waiting.length = 0;
    this.waitingChars = 0;
  }

  /** One step; undone when the text does not suffice. */
  private next(): JsonValue | typeof END | typeof NONE {
    const { parser } = this;
    const start = parser.at;
    try {
      const found = this.step();
      this.wanted = 0;
      return found;
    } catch (error) {
      if (error !== MORE_NEEDED) throw error;
      parser.at = start;
      if (parser.left > MAX_JSON_ITEM_CHARS) throw new Refusal('too-large', { limit: MAX_JSON_ITEM_CHARS });
      this.wanted = 2 * parser.left;
      return END;
    }
  }

  private step(): JsonValue | typeof END | typeof NONE {
    switch (this.place) {
      case 'between-documents':
        return this.startDocument();
      case 'in-list':
      case 'in-envelope-list':
        return this.listItem();
      case 'in-envelope':
        return this.envelopeEntry();
    }
  }

  private startDocument(): JsonValue | typeof END | typeof NONE {
    const { parser } = this;
    const first = parser.peek();
    if (first === '') return END;
    if (first === '[') return this.enter('in-list');
    if (first !== '{' || !this.expectsEnvelope) return this.wholeDocument();
    this.entries = new Map();
    this.hasList = false;
    this.asideChars = 0;
    return this.enter('in-envelope');
  }

  /** A document that is read in one step: a line of JSON lines. */
  private wholeDocument(): JsonValue {
    return this.parser.value(0);
  }

  private enter(place: Place): typeof NONE {
    this.parser.at++;
    this.place = place;
    this.isFirst = true;
    return NONE;
  }

  private listItem(): JsonValue | typeof NONE {
    const { parser } = this;
    const after = this.place === 'in-list' ? 'between-documents' : 'in-envelope';
    if (this.takesEnd(']', 'a comma or closing bracket is missing')) {
      this.place = after;
      this.isFirst = false;
      return NONE;
    }
    const item = parser.value(after === 'in-envelope' ? 2 : 1);
    this.isFirst = false;
    return item;
  }

  private envelopeEntry(): JsonValue | typeof NONE {
    const { parser } = this;
    if (this.takesEnd('}', 'a comma or closing brace is missing')) return this.endEnvelope();
    const start = parser.at;
    const key = parser.key();
    if (LIST_KEYS.has(key) && parser.peek() === '[') return this.enterEnvelopeList();
    const value = parser.value(1);
    this.asideChars += parser.at - start;
    if (this.asideChars > MAX_JSON_CHARS) throw new Refusal('too-large', { limit: MAX_JSON_CHARS });
    parser.put(this.entries, key, value);
    this.isFirst = false;
    return NONE;
  }

  private enterEnvelopeList(): typeof NONE {
    if (!this.hasList && this.aside.envelopes.length < MAX_ENVELOPES) this.aside.envelopes.push(this.entries);
    this.hasList = true;
    return this.enter('in-envelope-list');
  }

  /** What stands before an entry: nothing, a comma, or the end. */
  private takesEnd(sign: string, missing: string): boolean {
    const { parser } = this;
    if (parser.takes(sign)) return true;
    if (!this.isFirst && !parser.takes(',')) throw parser.trouble(missing);
    return false;
  }

  /** An object without a list is an item itself. */
  private endEnvelope(): JsonObject | typeof NONE {
    this.place = 'between-documents';
    this.expectsEnvelope = this.hasList;
    return this.hasList ? NONE : this.entries;
  }
}
