/** Our own functions against the engine's, and against values of tables. */
import { describe, expect, it } from 'vitest';
import { exp, log, normalChance, normalQuantile } from '../../../src/sim/uncertainty/maths.ts';

/** Evenly spread arguments, with an uneven step so that no pattern is met. */
function between(low: number, high: number, count = 4001): readonly number[] {
  return Array.from({ length: count }, (_, at) => low + (high - low) * ((at * 0.6180339887498949) % 1));
}

function relative(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
}

describe('functions of our own', () => {
  it('exp', () => {
    for (const x of [...between(-700, 700), ...between(-1, 1)])
      expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-13);
    expect([exp(0), exp(-1000), exp(1000)]).toEqual([1, 0, Infinity]);
  });

  it('log', () => {
    for (const x of between(-690, 690)) {
      const y = Math.exp(x);
      expect(relative(log(y), Math.log(y))).toBeLessThan(1e-13);
    }
    for (const y of between(0.5, 2)) expect(Math.abs(log(y) - Math.log(y))).toBeLessThan(1e-15);
    expect(log(1)).toBe(0);
  });

  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167814],
    [0.25, -0.6744897501960817],
    [1e-10, -6.361340902404056],
  ])('normal quantile of %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-2, 0.0227501319481792],
    [-3.5, 2.3262907903552504e-4],
    [-6, 9.865876450376981e-10],
    [-8, 6.220960574271785e-16],
  ])('normal chance of %f', (z, p) => {
    expect(relative(normalChance(z), p)).toBeLessThan(1e-12);
  });

  it('chance and quantile undo each other', () => {
    for (const z of between(-6, 6)) expect(Math.abs(normalQuantile(normalChance(z)) - z)).toBeLessThan(1e-6);
    for (const p of between(1e-9, 1 - 1e-9)) expect(Math.abs(normalChance(normalQuantile(p)) - p)).toBeLessThan(1e-14);
  });
});
