/** The cells of an uncertain input: which there are, what stands in them, and what the texts typed into them say. */
import { compare, parseExact, toDecimal, ZERO } from '../../core/exact.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { Distribution, OutcomeShares, UncertainInput, UncertainNumber } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';

const text = uncertaintyText;

export type Kind = Distribution['kind'];
export const KINDS = ['constant', 'uniform', 'triangular', 'pert', 'normal', 'lognormal', 'discrete'] as const satisfies readonly Kind[]; // prettier-ignore

export type What = UncertainInput['what'];
export const WHATS = ['outcome', 'bridgeDays', 'seats', 'price', 'fx'] as const satisfies readonly What[];

/** One cell. Discrete values have keys `value 0`, `weight 0`, `value 1` … */
export interface Cell {
  readonly key: string;
  readonly label: string;
  /** As typed, or as the scenario has it. */
  readonly text: string;
  /** `%`, `days` or nothing. */
  readonly unit: string;
}

const PARAMETERS = {
  constant: ['value'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  pert: ['min', 'mode', 'max'],
  normal: ['mean', 'sd'],
  lognormal: ['mean', 'sd'],
} as const satisfies Readonly<Record<Exclude<Kind, 'discrete'>, readonly (keyof typeof text.fields)[]>>;

const SHARES = ['renews', 'cancels', 'est'] as const;

/** Texts that were typed and don't say a value yet, by the key of their cell. */
export type Draft = ReadonlyMap<string, string>;

export const NO_DRAFT: Draft = new Map();

export function withTyped(draft: Draft, key: string, typed: string): Draft {
  return new Map(draft).set(key, typed);
}

export function unitOf(what: What): string {
  if (what === 'outcome') return '';
  return what === 'bridgeDays' ? text.units.days : text.units.percent;
}

/** The cells of an input in their order, with what was typed into them. */
export function cellsOf(input: UncertainInput, draft: Draft = NO_DRAFT): readonly Cell[] {
  const unit = unitOf(input.what);
  return rawCells(input).map(([key, value]) => {
    const field = (key.split(' ')[0] ?? key) as keyof typeof text.fields;
    return { key, label: text.fields[field], text: draft.get(key) ?? value, unit: field === 'weight' ? '' : unit };
  });
}

function rawCells(input: UncertainInput): readonly (readonly [key: string, value: string])[] {
  if (input.what === 'outcome') return SHARES.map((key) => [key, input[key]]);
  const { distribution } = input;
  if (distribution.kind === 'discrete') {
    return distribution.values.flatMap(({ value, weight }, index) => [
      [`value ${String(index)}`, value] as const,
      [`weight ${String(index)}`, weight] as const,
    ]);
  }
  const values = new Map<string, string>(Object.entries(distribution));
  return PARAMETERS[distribution.kind].map((key) => [key, values.get(key) ?? '']);
}

/** What the cells say, or in words what is wrong with them. */
export function readCells(input: UncertainInput, draft: Draft): Result<UncertainInput, string> {
  const values = new Map<string, string>();
  for (const { key, label, text: typed } of cellsOf(input, draft)) {
    const value = readDecimal(typed);
    if (value === undefined) return err(text.problems.number(label));
    values.set(key, value);
  }
  const at = (key: string): string => values.get(key) ?? '0';
  const read: UncertainInput =
    input.what === 'outcome'
      ? { ...input, renews: at('renews'), cancels: at('cancels'), est: at('est') }
      : { ...input, distribution: distributionOf(input.distribution, at) };
  const problem = problemOf(read);
  return problem === undefined ? ok(read) : err(problem);
}

function distributionOf(before: Distribution, at: (key: string) => string): Distribution {
  switch (before.kind) {
    case 'constant':
      return { kind: before.kind, value: at('value') };
    case 'uniform':
      return { kind: before.kind, min: at('min'), max: at('max') };
    case 'triangular':
    case 'pert':
      return { kind: before.kind, min: at('min'), mode: at('mode'), max: at('max') };
    case 'normal':
    case 'lognormal':
      return { kind: before.kind, mean: at('mean'), sd: at('sd') };
    case 'discrete':
      return {
        kind: before.kind,
        values: before.values.map((_, index) => ({
          value: at(`value ${String(index)}`),
          weight: at(`weight ${String(index)}`),
        })),
      };
  }
}

/** A decimal as people type it, canonical: `2,5`, `−10`, `+8 %`, `2.50`. Undefined when it is none. */
export function readDecimal(typed: string): string | undefined {
  const plain = typed.trim().replace(/\s*%$/, '').replace('−', '-').replace(/^\+/, '').replace(',', '.');
  const value = parseExact(plain);
  return value && toDecimal(value, 0, 12);
}

/** What is wrong with an input, in words; undefined when it can be drawn. */
export function problemOf(input: UncertainInput): string | undefined {
  if (input.what === 'outcome') return weightsProblem(sharesOf(input));
  return distributionProblem(input.distribution);
}

function sharesOf(input: OutcomeShares): readonly string[] {
  return SHARES.map((key) => input[key]);
}

function distributionProblem(distribution: UncertainNumber['distribution']): string | undefined {
  const { problems } = text;
  switch (distribution.kind) {
    case 'constant':
      return undefined;
    case 'uniform':
      return isAbove(distribution.min, distribution.max) ? problems.range : undefined;
    case 'triangular':
    case 'pert': {
      const { min, mode, max } = distribution;
      return isAbove(min, mode) || isAbove(mode, max) ? problems.order : undefined;
    }
    case 'normal':
      return isAbove('0', distribution.sd) ? problems.sd : undefined;
    case 'lognormal':
      if (isAbove('0', distribution.sd)) return problems.sd;
      return isAbove(distribution.mean, '0') ? undefined : problems.lognormalMean;
    case 'discrete':
      if (distribution.values.length === 0) return problems.noPairs;
      return weightsProblem(distribution.values.map(({ weight }) => weight));
  }
}

function weightsProblem(weights: readonly string[]): string | undefined {
  const isUsable = !weights.some((weight) => isAbove('0', weight)) && weights.some((weight) => isAbove(weight, '0'));
  return isUsable ? undefined : text.problems.weights;
}

function isAbove(a: string, b: string): boolean {
  return compare(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO) > 0;
}
