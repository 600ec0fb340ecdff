/** JSON without losses: numbers keep their digits, keys are data in maps, and depth is limited. */
import { MAX_JSON_CHARS, MAX_JSON_DEPTH } from '../limits.ts';
import { Refusal } from './refusal.ts';

/** A number as it is written. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonObject = ReadonlyMap<string, JsonValue>;
export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject;

/** The text of a file in one piece. */
export async function collectText(pieces: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_JSON_CHARS) throw new Refusal('too-large', { limit: MAX_JSON_CHARS });
    parts.push(piece);
  }
  return parts.join('');
}

/** All documents of a text: one as a rule, several in JSON lines. Refuses with line and character what is not JSON. */
export function parseJson(text: string): JsonValue[] {
  const parser = new Parser(text);
  const documents: JsonValue[] = [];
  while (parser.hasMore()) documents.push(parser.value(0));
  return documents;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
/** The end of the plain part of a string: a quote, an escape or a control character. */
const STRING_STOP = /["\\\u0000-\u001f]/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'], ['\\', '\\'], ['/', '/'], ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'],
]); // prettier-ignore

class Parser {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Skips white space; true when something follows. */
  hasMore(): boolean {
    while (' \t\r\n\uFEFF'.includes(this.text[this.at] ?? 'end')) this.at++;
    return this.at < this.text.length;
  }

  value(depth: number): JsonValue {
    if (depth > MAX_JSON_DEPTH) throw this.trouble(`nested deeper than ${String(MAX_JSON_DEPTH)}`);
    this.hasMore();
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  private object(depth: number): JsonObject {
    const entries = new Map<string, JsonValue>();
    this.at++;
    if (this.takes('}')) return entries;
    do {
      this.hasMore();
      if (this.text[this.at] !== '"') throw this.trouble('a key in quotes is missing');
      const key = this.string();
      if (!this.takes(':')) throw this.trouble('a colon is missing');
      entries.set(key, this.value(depth + 1));
    } while (this.takes(','));
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
    for (let start = this.at + 1; ; start = this.at) {
      STRING_STOP.lastIndex = start;
      const stop = STRING_STOP.exec(this.text);
      if (stop === null) throw this.trouble('a string is not closed');
      result += this.text.slice(start, stop.index);
      this.at = stop.index;
      if (stop[0] === '"') {
        this.at++;
        return result;
      }
      if (stop[0] !== '\\') throw this.trouble('a line end or control character in a string');
      result += this.escape();
    }
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

  private number(): JsonNumber {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (!match) throw this.trouble(this.at < this.text.length ? 'a value is missing' : 'the file ends too early');
    this.at += match[0].length;
    return new JsonNumber(match[0]);
  }

  private takes(sign: string): boolean {
    this.hasMore();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private trouble(reason: string): Refusal {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    return new Refusal('bad-json', { line, column: this.at - before.lastIndexOf('\n'), reason }, line);
  }
}
