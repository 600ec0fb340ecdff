/** Small readers of untrusted values: each gives a typed value or notes a problem with the path of the value. */
/* eslint-disable @typescript-eslint/no-confusing-void-expression -- `fail` gives undefined, the decoders' "nothing" */
import { type Day, parseDay } from '../days.ts';
import { parseExact } from '../exact.ts';
import type { DiagnosticCode, MessageParams } from '../text/diagnostics.ts';

/** What is wrong in a scenario file, and where: `margin.customers["…"].kind`. */
export interface ScenarioProblem {
  readonly code: DiagnosticCode;
  readonly params: MessageParams & { readonly path: string };
}

/** Collects problems; `path` is empty at the top of the document. */
export type Decoder<T> = (value: unknown, path: string, problems: ScenarioProblem[]) => T | undefined;

export const asText: Decoder<string> = (value, path, problems) =>
  typeof value === 'string' ? value : fail(problems, 'scenario-not-text', path);

export const asFlag: Decoder<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : fail(problems, 'scenario-not-flag', path);

/** A decimal, as text or as a JSON number; kept as text. */
export const asDecimal: Decoder<string> = (value, path, problems) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && parseExact(text) ? text : fail(problems, 'scenario-not-decimal', path);
};

/** A whole number of days, zero or more. */
export const asDays: Decoder<number> = (value, path, problems) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(problems, 'scenario-not-days', path);

export const asDay: Decoder<Day> = (value, path, problems) =>
  (typeof value === 'string' ? parseDay(value) : undefined) ?? fail(problems, 'scenario-not-date', path);

/** One of a few words. */
export function asChoice<const T extends string>(...choices: readonly T[]): Decoder<T> {
  return (value, path, problems) =>
    choices.find((choice) => choice === value) ??
    fail(problems, 'scenario-not-choice', path, { choices: choices.join(', ') });
}

export function asNullOr<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, path, problems) => (value === null ? null : decoder(value, path, problems));
}

export function asList<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return fail(problems, 'scenario-not-list', path);
    const items = value.map((item: unknown, i) => decoder(item, `${path}[${String(i)}]`, problems));
    return items.filter((item): item is Exclude<typeof item, undefined> => item !== undefined);
  };
}

/** An object whose keys are data, such as customer ids. */
export function asMap<T>(decoder: Decoder<T>): Decoder<ReadonlyMap<string, T>> {
  return (value, path, problems) => {
    if (!isObject(value)) return fail(problems, 'scenario-not-object', path);
    const entries = Object.entries(value).map(
      ([key, item]) => [key, decoder(item, `${path}[${JSON.stringify(key)}]`, problems)] as const,
    );
    return new Map(
      entries.filter(
        (entry): entry is readonly [string, Exclude<(typeof entry)[1], undefined>] => entry[1] !== undefined,
      ),
    );
  };
}

type Shape = Readonly<Record<string, Decoder<unknown>>>;
type Decoded<S extends Shape> = { -readonly [K in keyof S]?: S[K] extends Decoder<infer T> ? T : never };

/** An object with some of the given keys and no other; keys with problems are left out. */
export function asObject<S extends Shape>(shape: S): Decoder<Decoded<S>> {
  return (value, path, problems) => {
    if (!isObject(value)) return fail(problems, 'scenario-not-object', path);
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const decoder = Object.hasOwn(shape, key) ? shape[key] : undefined;
      const at = path === '' ? key : `${path}.${key}`;
      const decoded = decoder ? decoder(item, at, problems) : fail(problems, 'scenario-unknown-key', at);
      if (decoded !== undefined) result[key] = decoded;
    }
    return result as Decoded<S>;
  };
}

/** Notes a problem and gives nothing. */
export function fail(
  problems: ScenarioProblem[],
  code: DiagnosticCode,
  path: string,
  params: MessageParams = {},
): undefined {
  problems.push({ code, params: { ...params, path: path === '' ? '(file)' : path } });
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
