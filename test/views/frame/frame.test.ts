import { describe, expect, it } from 'vitest';
import { nextRegion } from '../../../src/views/frame/regions.ts';

describe('F6', () => {
  it('goes round the regions in both directions', () => {
    expect([-1, 0, 1, 2].map((at) => nextRegion(at, 3, false))).toEqual([0, 1, 2, 0]);
    expect([-1, 0, 1, 2].map((at) => nextRegion(at, 3, true))).toEqual([2, 2, 0, 1]);
  });
});
