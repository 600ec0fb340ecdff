/** Unusual spend over twenty synthetic portfolios with fifty planted anomalies each, and over the same ones without. */
import { describe, expect, it } from 'vitest';
import type { SpendFinding } from '../../../src/sim/azure/unusual/types.ts';
import { unusualSpend } from '../../../src/sim/azure/unusual/unusual.ts';
import { type Planted, type Synthetic, syntheticUsage, usageOfSynthetic } from '../../support/synthetic-usage.ts';

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const PLANTED = 50;
/** The floor as good as off: the percentage is the default. */
const SETTINGS = { floor: 1, percent: 25 };

/** Whether a finding, or one of the runs that it was put together from, is about a planted anomaly. */
function isAbout(finding: SpendFinding, { meters }: Synthetic, { series, first, last }: Planted): boolean {
  const own = meters[series];
  const runs = finding.parts.length > 0 ? finding.parts : [finding];
  return runs.some(
    ({ scope, isRise, ...run }) =>
      isRise &&
      run.first <= last &&
      run.last >= first &&
      (scope.customer === undefined || scope.customer === own?.customer) &&
      (scope.category === undefined || scope.category === own?.category) &&
      (scope.meter === undefined || scope.meter === own?.meter),
  );
}

function outcomeOf(seed: number) {
  const made = syntheticUsage(seed, PLANTED);
  const { findings } = unusualSpend(usageOfSynthetic(made), 'EUR', SETTINGS).answer;
  const clean = unusualSpend(usageOfSynthetic(syntheticUsage(seed, 0)), 'EUR', SETTINGS);
  return {
    seed,
    found: made.planted.filter((one) => findings.some((finding) => isAbout(finding, made, one))).length,
    wrong: findings.filter((finding) => !made.planted.some((one) => isAbout(finding, made, one))).length,
    clean: clean.answer.findings.length,
  };
}

describe('unusual spend over 20 seeds', () => {
  const outcomes = SEEDS.map(outcomeOf);

  it('finds at least 45 of 50 planted anomalies in the worst seed', () => {
    expect(Math.min(...outcomes.map(({ found }) => found))).toBeGreaterThanOrEqual(45);
  });

  it('says at most 5 times that something is unusual where nothing was planted', () => {
    expect(Math.max(...outcomes.map(({ wrong }) => wrong))).toBeLessThanOrEqual(5);
  });

  it('says it at most twice of the same portfolios without anomalies', () => {
    expect(Math.max(...outcomes.map(({ clean }) => clean))).toBeLessThanOrEqual(2);
  });
});
