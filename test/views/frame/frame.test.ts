import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { nextRegion } from '../../../src/views/frame/regions.ts';
import { BRIDGE, HORIZON, keptWords, readWhole } from '../../../src/views/frame/whole-number.ts';

describe('a number of the top bar', () => {
  const format = createFormat('en-GB');

  it.each(['0', '-5', '1.5', '', '999', 'x'])('refuses a horizon of %j', (text) => {
    expect(readWhole(text, HORIZON)).toBeUndefined();
  });

  it('takes what is allowed; no bridge is a bridge of nothing', () => {
    expect(['1', '60', ' 12 '].map((text) => readWhole(text, HORIZON))).toEqual([1, 60, 12]);
    expect(['0', '', '3660', '3661', '-1'].map((text) => readWhole(text, BRIDGE))).toEqual([
      ...[0, null, 3660, undefined, undefined],
    ]);
  });

  it('says what was kept and what is allowed', () => {
    expect(keptWords(12, HORIZON, format)).toBe('Kept 12: whole months from 1 to 60.');
    expect(keptWords(null, BRIDGE, format)).toBe('Kept none: whole days from 0 to 3,660, or nothing.');
  });
});

describe('F6', () => {
  it('goes round the regions in both directions', () => {
    expect([-1, 0, 1, 2].map((at) => nextRegion(at, 3, false))).toEqual([0, 1, 2, 0]);
    expect([-1, 0, 1, 2].map((at) => nextRegion(at, 3, true))).toEqual([2, 2, 0, 1]);
  });
});
