import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../src/charts/fit.ts';

describe('names beside bars', () => {
  it('stay whole while there is room', () => {
    expect(fitText('Contoso', 12, 150)).toBe('Contoso');
  });

  it('end in an ellipsis where there is none, never inside a character', () => {
    const cut = fitText('Alpine Ski House and Winter Sports Holding', 12, 150);
    expect(cut).toMatch(/^Alpine Ski House.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(150);
    expect(fitText('🏢🏢🏢🏢', 12, 40)).toBe('🏢🏢…');
  });

  it('count wide scripts as wide', () => {
    expect(textWidth('東京', 12)).toBe(24);
    expect(textWidth('東京', 12)).toBeGreaterThan(textWidth('ab', 12));
  });
});
