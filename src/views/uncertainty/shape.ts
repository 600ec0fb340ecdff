/** The shape of a distribution as a small picture. For drawing only: no draw is made from these figures. */
import type { UncertainInput } from '../../core/scenario/uncertainty.ts';

/** Path data on a field of `WIDTH` × `HEIGHT`; the base line is its lower edge. */
export const WIDTH = 72;
export const HEIGHT = 22;
const SAMPLES = 48;
/** Half the width of a bar that stands for one value. */
const HALF_BAR = 1.5;

/** The outline of the density, filled from the base line; bars for single values. '' when there is nothing to draw. */
export function shapePath(input: UncertainInput): string {
  if (input.what === 'outcome')
    return barsPath([0, 1, 2], [input.renews, input.cancels, input.est].map(Number), -0.5, 2.5);
  const { distribution } = input;
  switch (distribution.kind) {
    case 'constant':
      return barsPath([0], [1], -1, 1);
    case 'discrete': {
      const at = distribution.values.map(({ value }) => Number(value));
      const [low, high] = [Math.min(...at), Math.max(...at)];
      const edge = (high - low) / 8 || 1;
      return barsPath(at, distribution.values.map(({ weight }) => Number(weight)), low - edge, high + edge); // prettier-ignore
    }
    case 'uniform':
      return `M${point(0.12, 0)}L${point(0.12, 0.8)}L${point(0.88, 0.8)}L${point(0.88, 0)}Z`;
    case 'triangular': {
      const { min, mode, max } = distribution;
      const peak = (Number(mode) - Number(min)) / (Number(max) - Number(min) || 1);
      return `M${point(0.04, 0)}L${point(0.04 + 0.92 * peak, 1)}L${point(0.96, 0)}Z`;
    }
    case 'pert': {
      const [min, mode, max] = [Number(distribution.min), Number(distribution.mode), Number(distribution.max)];
      const span = max - min || 1;
      const [alpha, beta] = [1 + (4 * (mode - min)) / span, 1 + (4 * (max - mode)) / span];
      return densityPath((at) => at ** (alpha - 1) * (1 - at) ** (beta - 1));
    }
    case 'normal':
      return densityPath((at) => Math.exp(-0.5 * (6 * at - 3) ** 2));
    case 'lognormal':
      return lognormalPath(Number(distribution.mean), Number(distribution.sd));
  }
}

function lognormalPath(mean: number, sd: number): string {
  const variance = Math.log(1 + (sd / mean) ** 2);
  if (!(variance > 0)) return barsPath([0], [1], -1, 1);
  const mu = Math.log(mean) - variance / 2;
  const high = Math.exp(mu + 2.6 * Math.sqrt(variance));
  return densityPath((at) => (at === 0 ? 0 : Math.exp(-((Math.log(at * high) - mu) ** 2) / (2 * variance)) / at));
}

/** @param density over 0 to 1, of any scale */
function densityPath(density: (at: number) => number): string {
  const heights = Array.from({ length: SAMPLES + 1 }, (_, index) => density(index / SAMPLES));
  const finite = heights.map((height) => (Number.isFinite(height) ? height : 0));
  const peak = Math.max(...finite) || 1;
  const line = finite.map((height, index) => `L${point(index / SAMPLES, height / peak)}`).join('');
  return `M${point(0, 0)}${line}L${point(1, 0)}Z`;
}

function barsPath(at: readonly number[], weights: readonly number[], low: number, high: number): string {
  const peak = Math.max(...weights, 0);
  if (!(peak > 0)) return '';
  return at
    .map((value, index) => {
      const middle = ((value - low) / (high - low)) * WIDTH;
      const top = HEIGHT - ((weights[index] ?? 0) / peak) * (HEIGHT - 2);
      return `M${fixed(middle - HALF_BAR)} ${String(HEIGHT)}V${fixed(top)}H${fixed(middle + HALF_BAR)}V${String(HEIGHT)}Z`;
    })
    .join('');
}

/** A place in shares of the field, from its lower left. */
function point(across: number, up: number): string {
  return `${fixed(across * WIDTH)} ${fixed(HEIGHT - up * (HEIGHT - 2))}`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
