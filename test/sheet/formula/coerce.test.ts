import { describe, expect, test } from 'vitest';
import { compareScalars, toBoolean, toNumber, toText } from '../../../src/sheet/formula/coerce.ts';
import { type Scalar, errorOf } from '../../../src/sheet/formula/value.ts';

const VALUE = errorOf('#VALUE!');

describe('a value in arithmetic', () => {
  const cases: readonly (readonly [Scalar, Scalar])[] = [
    [3, 3],
    [true, 1],
    [false, 0],
    [null, 0],
    ['3', 3],
    [' 1,234.5 ', 1234.5],
    ['-12%', -0.12],
    ['(3)', -3],
    ['$4', 4],
    ['1e3', 1000],
    ['.5', 0.5],
    ['2026-11-01', 46327],
    ['', VALUE],
    ['abc', VALUE],
    ['1.2.3', VALUE],
    ['12,34', VALUE],
    ['TRUE', VALUE],
    ['--1', VALUE],
    [errorOf('#N/A'), errorOf('#N/A')],
  ];
  test.each(cases)('%j counts %j', (value, number) => {
    expect(toNumber(value)).toEqual(number);
  });
});

describe('a value in a text', () => {
  const cases: readonly (readonly [Scalar, Scalar])[] = [
    [1 / 3, '0.333333333333333'],
    [0.1 + 0.2, '0.3'],
    [1e20, '1E+20'],
    [123456789012, '123456789012'],
    [-0.00001, '-0.00001'],
    [1e-7, '0.0000001'],
    [1.5e-30, '1.5E-30'],
    [-2.5, '-2.5'],
    [true, 'TRUE'],
    [null, ''],
    ['a', 'a'],
    [VALUE, VALUE],
  ];
  test.each(cases)('%j is written %j', (value, text) => {
    expect(toText(value)).toEqual(text);
  });
});

describe('a value as a condition', () => {
  const cases: readonly (readonly [Scalar, Scalar])[] = [
    [2, true],
    [0, false],
    [null, false],
    ['true', true],
    ['False', false],
    ['1', VALUE],
    ['', VALUE],
    [errorOf('#REF!'), errorOf('#REF!')],
  ];
  test.each(cases)('%j is %j', (value, condition) => {
    expect(toBoolean(value)).toEqual(condition);
  });
});

describe('order', () => {
  const ascending: readonly Scalar[] = [-1, 0, 2, '', '2', 'a', 'B', 'ba', false, true];
  test('numbers come before texts, texts before booleans', () => {
    for (const [i, a] of ascending.entries())
      for (const [j, b] of ascending.entries())
        expect(Math.sign(Number(compareScalars(a, b))), `${i} ${j}`).toBe(Math.sign(i - j));
  });
  test('what looks the same is the same', () => {
    for (const [a, b] of [
      ['abc', 'ABC'],
      [0.1 + 0.2, 0.3],
      [null, 0],
      [null, ''],
      [null, false],
      [null, null],
      [1e15 + 0.125, 1e15],
    ] as const)
      expect(compareScalars(a, b)).toBe(0);
    expect(compareScalars(1, 1.00000000000001)).toBe(-1);
    expect(compareScalars('é', 'e')).not.toBe(0);
  });
  test('an error comes through', () => {
    expect(compareScalars(1, VALUE)).toBe(VALUE);
  });
});
