/**
 * Draws: whole numbers as a pure function of (seed, who, what, trial). One block of the generator serves four consecutive
 * trials, so a draw is the same in whichever range of trials it is made.
 */
import { LARGEST } from './codes.ts';
import { exp, normalChance, normalQuantile } from './maths.ts';
import { pertQuantile } from './pert.ts';
import { type Stream, philoxBlocks, toUnit } from './philox.ts';
import { type PlannedInput, UNCERTAIN } from './types.ts';

/** Most trials that are drawn at a time. */
export const SLAB = 256;

/** Fourth counter word: which draw of a subscription, of an input that all share, or the common factor. */
const SHARED = 0x100;
const FACTOR = 0x200;

/** Who a draw is for. */
export interface Drawer {
  readonly c1: number;
  readonly c2: number;
  readonly twin: number;
}

/** Makes the draws of up to `SLAB` trials at a time. */
export class DrawMaker {
  /** The common factor of each trial of the slab. */
  readonly factor = new Float64Array(SLAB);
  private readonly words = new Uint32Array(SLAB + 8);
  private readonly key: readonly [number, number];
  /** Chances of discrete inputs in the slab, by input. */
  private readonly chances = new Map<number, Float64Array>();
  private first = 0;
  private count = 0;
  /** Where the slab's first trial stands in `words`. */
  private offset = 0;

  constructor(key: readonly [number, number]) {
    this.key = key;
  }

  /** Begins a slab of trials. */
  begin(first: number, count: number): void {
    this.first = first;
    this.count = count;
    this.offset = first & 3;
    this.chances.clear();
    this.generate(0, 0, FACTOR);
    for (let t = 0; t < count; t++) this.factor[t] = normalQuantile(toUnit(this.words[this.offset + t] ?? 0));
  }

  private generate(c1: number, c2: number, c3: number): void {
    const [k0, k1] = this.key;
    const stream: Stream = { c1, c2, c3, k0, k1 };
    const block = Math.floor(this.first / 4);
    philoxBlocks(this.words, block, (this.offset + this.count + 3) >>> 2, stream);
  }

  /** One draw a trial for all subscriptions of a shared input. */
  shared(target: Int32Array, input: PlannedInput): void {
    this.generate(input.index, 0, SHARED | UNCERTAIN.indexOf(input.what));
    this.values(target, input);
  }

  /** A subscription's own draw of each trial. */
  own(target: Int32Array, input: PlannedInput, what: number, { c1, c2, twin }: Drawer): void {
    this.generate(c1, c2, what | (twin << 10));
    this.values(target, input);
  }

  private values(target: Int32Array, input: PlannedInput): void {
    const { form, loading } = input;
    if (form === 'normal' || form === 'lognormal') this.fromNormal(target, input);
    else if (form === 'discrete') this.fromSteps(target, input);
    else {
      for (let t = 0; t < this.count; t++) {
        const u = toUnit(this.words[this.offset + t] ?? 0);
        target[t] = valueAt(input, loading === 0 ? u : normalChance(this.loaded(input, u, t)));
      }
    }
  }

  /** z = λF + √(1 − λ²) ε: the one-factor Gaussian copula. */
  private loaded({ loading, rest }: PlannedInput, u: number, t: number): number {
    return loading * (this.factor[t] ?? 0) + rest * normalQuantile(u);
  }

  /** The common factor moves the chances of the values, so that a draw itself need not be moved. */
  private fromSteps(target: Int32Array, input: PlannedInput): void {
    const { numbers } = input;
    const steps = numbers.length / 2;
    const chances = this.chancesOf(input);
    for (let t = 0; t < this.count; t++) {
      const u = toUnit(this.words[this.offset + t] ?? 0);
      let at = 0;
      while (at < steps - 1 && u >= (chances[t * steps + at] ?? 1)) at++;
      target[t] = numbers[2 * at + 1] ?? 0;
    }
  }

  /** The chance up to each value of an input, given each trial's common factor: ε < (z − λF) ÷ √(1 − λ²). */
  private chancesOf({ index, numbers, loading, rest }: PlannedInput): Float64Array {
    const known = this.chances.get(index);
    if (known) return known;
    const steps = numbers.length / 2;
    const chances = new Float64Array(this.count * steps);
    for (let at = 0; at < steps; at++) {
      const chance = numbers[2 * at] ?? 1;
      const isMoved = loading !== 0 && chance < 1;
      const z = isMoved ? normalQuantile(chance) : 0;
      for (let t = 0; t < this.count; t++) {
        const distance = (z - loading * (this.factor[t] ?? 0)) / rest;
        chances[t * steps + at] = isMoved ? normalChance(distance) : chance;
      }
    }
    this.chances.set(index, chances);
    return chances;
  }

  private fromNormal(target: Int32Array, input: PlannedInput): void {
    for (let t = 0; t < this.count; t++) {
      const u = toUnit(this.words[this.offset + t] ?? 0);
      target[t] = spreadAt(input, this.loaded(input, u, t));
    }
  }
}

/** The value that an input has where the standard normal variable is z; `form` is normal or lognormal. */
function spreadAt({ form, numbers }: PlannedInput, z: number): number {
  const [a = 0, b = 0, c = 0] = [numbers[0], numbers[1], numbers[2]];
  return whole(form === 'normal' ? a + b * z : a + b * exp(c * z));
}

/** The value below which an input falls with chance u, as a whole number. */
export function valueAt(input: PlannedInput, u: number): number {
  const { form, numbers } = input;
  switch (form) {
    case 'constant':
      return input.value;
    case 'uniform':
      return whole((numbers[0] ?? 0) + (numbers[1] ?? 0) * u);
    case 'triangular':
      return whole((numbers[0] ?? 0) + (numbers[1] ?? 0) * triangular(numbers[2] ?? 0, u));
    case 'pert':
      return whole((numbers[0] ?? 0) + (numbers[1] ?? 0) * pertQuantile(numbers, 2, u));
    case 'normal':
    case 'lognormal':
      return spreadAt(input, normalQuantile(u));
    case 'discrete':
      return stepAt(numbers, u);
  }
}

/** `mode` is the share of the way from the lower to the upper end. */
function triangular(mode: number, u: number): number {
  return u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode));
}

/** Pairs of the chance up to a value and the value. */
function stepAt(numbers: Float64Array, u: number): number {
  const last = numbers.length - 2;
  let at = 0;
  while (at < last && u >= (numbers[at] ?? 1)) at += 2;
  return numbers[at + 1] ?? 0;
}

function whole(value: number): number {
  const rounded = Math.floor(value + 0.5);
  return rounded < 0 ? 0 : rounded > LARGEST ? LARGEST : rounded;
}
