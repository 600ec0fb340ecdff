/** Reads JSON values from a text that grows while it is read, with depth limit and the place of what is wrong. */
import { MAX_JSON_DEPTH } from '../limits.ts';
import { JsonNumber, type JsonObject, type JsonValue } from './json.ts';
import { Refusal } from './refusal.ts';

/** What is odd about a file of JSON, beside its values. */
export interface JsonNotes {
  /** The first key that an object holds twice, with its line; the last one counts. */
  duplicateKey?: { readonly key: string; readonly line: number };
}

/** Thrown where the text ends within a value and more of it is to come: the value is read again from its start. */
export const MORE_NEEDED = new Error('INTERNAL: more text needed');

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['t', true],
  ['f', false],
  ['n', null],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'], ['\\', '\\'], ['/', '/'], ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'],
]); // prettier-ignore
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const HALF_CHARACTER = /\p{Surrogate}/u;
/** What is wrong this close to the end of the text may only be cut off: no word or escape is longer. */
const LONGEST_TOKEN = 8;

export class JsonParser {
  /** Where reading goes on. */
  at = 0;
  /** No more text will come. */
  isLast = false;
  readonly notes: JsonNotes;
  private text = '';
  /** Of the text that was dropped: its line ends, and the characters after the last of them. */
  private lines = 0;
  private columns = 0;

  constructor(notes: JsonNotes) {
    this.notes = notes;
  }

  /** Characters not read yet. */
  get left(): number {
    return this.text.length - this.at;
  }

  /** Drops what was read and appends more. */
  feed(piece: string): void {
    const before = this.text.slice(0, this.at);
    const end = before.lastIndexOf('\n');
    this.lines += lineEnds(before);
    this.columns = end < 0 ? this.columns + before.length : before.length - end - 1;
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
  }

  /** The next character that is no white space, '' at the end of the file. */
  peek(): string {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0xfeff)
        return this.text.charAt(this.at);
    }
    if (!this.isLast) throw MORE_NEEDED;
    return '';
  }

  takes(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at++;
    return true;
  }

  value(depth: number): JsonValue {
    if (depth > MAX_JSON_DEPTH) throw this.trouble(`nested deeper than ${String(MAX_JSON_DEPTH)}`);
    const first = this.peek();
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    const word = WORDS.get(first);
    return word === undefined ? this.number() : this.word(word);
  }

  /** A key and its colon. */
  key(): string {
    if (this.peek() !== '"') throw this.trouble('a key in quotes is missing');
    const key = this.string();
    if (!this.takes(':')) throw this.trouble('a colon is missing');
    return key;
  }

  /** Puts an entry into an object that is being read. */
  put(entries: Map<string, JsonValue>, key: string, value: JsonValue): void {
    if (entries.has(key)) this.notes.duplicateKey ??= { key, line: this.place().line };
    entries.set(key, value);
  }

  /** What is wrong here, as the error to throw. */
  trouble(reason: string): Error {
    if (!this.isLast && this.left < LONGEST_TOKEN) return MORE_NEEDED;
    const { line, column } = this.place();
    const said = this.left === 0 ? 'the file ends too early' : reason;
    return new Refusal('bad-json', { line, column, reason: said }, line);
  }

  private place(): { line: number; column: number } {
    const before = this.text.slice(0, this.at);
    const end = before.lastIndexOf('\n');
    const column = end < 0 ? this.columns + this.at + 1 : this.at - end;
    return { line: this.lines + lineEnds(before) + 1, column };
  }

  private object(depth: number): JsonObject {
    const entries = new Map<string, JsonValue>();
    this.at++;
    if (this.takes('}')) return entries;
    do this.put(entries, this.key(), this.value(depth + 1));
    while (this.takes(','));
    if (!this.takes('}')) throw this.trouble('a comma or closing brace is missing');
    return entries;
  }

  private array(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.at++;
    if (this.takes(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.takes(','));
    if (!this.takes(']')) throw this.trouble('a comma or closing bracket is missing');
    return items;
  }

  private string(): string {
    let result = '';
    let hasEscapes = false;
    for (let start = this.at + 1; ; start = this.at) {
      const end = this.plainEnd(start);
      result += this.text.slice(start, end);
      this.at = end;
      const stop = this.text.charCodeAt(end);
      if (stop === QUOTE) break;
      if (stop !== BACKSLASH) throw this.trouble('a line end or control character in a string');
      hasEscapes = true;
      result += this.escape();
    }
    if (hasEscapes && HALF_CHARACTER.test(result)) throw this.trouble('half a character in a string');
    this.at++;
    return result;
  }

  /** The end of the plain part of a string: a quote, an escape or a control character. */
  private plainEnd(start: number): number {
    for (let at = start; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === QUOTE || code === BACKSLASH || code < FIRST_PRINTABLE) return at;
    }
    this.at = this.text.length;
    throw this.trouble('a string is not closed');
  }

  private escape(): string {
    const sign = this.text[this.at + 1] ?? '';
    const plain = ESCAPES.get(sign);
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const hex = this.text.slice(this.at + 2, this.at + 6);
    if (sign !== 'u' || !/^[0-9a-f]{4}$/i.test(hex)) throw this.trouble('an unknown escape in a string');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private word(value: boolean | null): JsonValue {
    const word = String(value);
    if (!this.text.startsWith(word, this.at)) throw this.trouble('a value is missing');
    this.at += word.length;
    return value;
  }

  private number(): JsonNumber {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (!match) throw this.trouble('a value is missing');
    const end = this.at + match[0].length;
    // A digit, point or exponent may follow.
    if (!this.isLast && this.text.length - end < LONGEST_TOKEN) throw MORE_NEEDED;
    this.at = end;
    return new JsonNumber(match[0]);
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
