/** JSON with the place of everything in it, and without losses: numbers keep their digits, keys are data. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A number as it is written. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonData = string | boolean | null | NumberText | readonly JsonData[] | JsonDataMap;
export type JsonDataMap = ReadonlyMap<string, JsonData>;

/** A value with where it begins, counted in UTF-16 units of the text. */
export interface JsonNode {
  readonly at: number;
  /** As `items[3].scheduledActions[0].actionType`; empty for the whole. */
  readonly path: string;
  readonly value: JsonNodeValue;
}

type JsonNodeValue = string | boolean | null | NumberText | readonly JsonNode[] | JsonMembers;

/** The members of an object, the last of each name, as in every reader. */
export class JsonMembers {
  readonly byName: ReadonlyMap<string, JsonNode>;
  /** Names that stand in it more than once, where they do again. */
  readonly repeated: readonly { readonly name: string; readonly at: number }[];
  constructor(byName: ReadonlyMap<string, JsonNode>, repeated: JsonMembers['repeated']) {
    this.byName = byName;
    this.repeated = repeated;
  }
}

export interface JsonFault {
  readonly at: number;
  /** The parser's name of what is wrong, such as `CommaExpected`. */
  readonly reason: string;
}

export interface ParsedJson {
  /** Undefined when the text is not JSON. */
  readonly root: JsonNode | undefined;
  readonly faults: readonly JsonFault[];
}

/** Nothing deeper is a subscription, and no reader may run out of stack. */
const MOST_LEVELS = 100;

/** Reads a text by RFC 8259: no comments, no commas at the end. */
export function parseJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  if (levelsOf(text) > MOST_LEVELS) return { root: undefined, faults: [{ at: 0, reason: 'TooDeep' }] };
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = errors.map(({ offset, error }) => ({ at: offset, reason: printParseErrorCode(error) }));
  return { root: tree && faults.length === 0 ? nodeOf(tree, text, '') : undefined, faults };
}

function levelsOf(text: string): number {
  let [level, most, isInText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (isInText && mark === '\\') at += 1;
    else if (mark === '"') isInText = !isInText;
    else if (!isInText && (mark === '{' || mark === '[')) most = Math.max(most, (level += 1));
    else if (!isInText && (mark === '}' || mark === ']')) level -= 1;
  }
  return most;
}

function nodeOf(node: Node, text: string, path: string): JsonNode {
  const at = node.offset;
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return { at, path, value: membersOf(children, text, path) };
    case 'array':
      return { at, path, value: children.map((child, index) => nodeOf(child, text, `${path}[${String(index)}]`)) };
    case 'number':
      return { at, path, value: new NumberText(text.slice(node.offset, node.offset + node.length)) };
    case 'string':
    case 'boolean':
      return { at, path, value: node.value as string | boolean };
    case 'null':
    case 'property':
      return { at, path, value: null };
  }
}

function membersOf(properties: readonly Node[], text: string, path: string): JsonMembers {
  const byName = new Map<string, JsonNode>();
  const repeated: { name: string; at: number }[] = [];
  for (const { children = [] } of properties) {
    const [key, value] = children;
    if (!key || !value) continue;
    const name = String(key.value);
    if (byName.has(name)) repeated.push({ name, at: key.offset });
    byName.set(name, nodeOf(value, text, path === '' ? name : `${path}.${name}`));
  }
  return new JsonMembers(byName, repeated);
}

/** A member of an object; undefined where there is none, or no object. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.value instanceof JsonMembers ? node.value.byName.get(name) : undefined;
}

/** The parts of a list; empty for anything else. */
export function partsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return Array.isArray(node?.value) ? (node.value as readonly JsonNode[]) : [];
}

/** A text, number or flag as it is written; empty for null, lists, objects and what is not there. */
export function scalarOf(node: JsonNode | undefined): string {
  const value = node?.value;
  if (typeof value === 'string') return value;
  if (value instanceof NumberText) return value.text;
  return typeof value === 'boolean' ? String(value) : '';
}

/** Line and character of a place, both from 1. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

/** The value without its places. */
export function dataOf({ value }: JsonNode): JsonData {
  if (value instanceof JsonMembers) return new Map([...value.byName].map(([name, node]) => [name, dataOf(node)]));
  if (Array.isArray(value)) return (value as readonly JsonNode[]).map(dataOf);
  return value as JsonData;
}

/** JSON indented by two blanks, with a line end. */
export function jsonFile(data: JsonData): string {
  return `${written(data, '\n')}\n`;
}

/** @param lineEnd a line feed and the blanks before the closing bracket */
function written(data: JsonData, lineEnd: string): string {
  if (data instanceof NumberText) return data.text;
  const inner = `${lineEnd}  `;
  if (data instanceof Map) {
    const members = [...(data as JsonDataMap)].map(
      ([name, value]) => `${JSON.stringify(name)}: ${written(value, inner)}`,
    );
    return members.length === 0 ? '{}' : `{${inner}${members.join(`,${inner}`)}${lineEnd}}`;
  }
  if (Array.isArray(data)) {
    const parts = (data as readonly JsonData[]).map((value) => written(value, inner));
    return parts.length === 0 ? '[]' : `[${inner}${parts.join(`,${inner}`)}${lineEnd}]`;
  }
  return JSON.stringify(data);
}
