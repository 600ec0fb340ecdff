/** What was said about CSPP Plus as it was stored: whatever is not of its kind falls back to nothing said. */
import { type Fields, amountOf, dayOf, entriesOf, isFields, oneOf, textOf } from '../fields.ts';
import {
  BENEFITS,
  BENEFIT_STATES,
  type BenefitNews,
  COST_FORMS,
  COST_LINES,
  type CostLine,
  type CostPlan,
  type Evidence,
  NEEDS,
  REGIONS,
  type Readiness,
  type Region,
} from './types.ts';

export const MOST_COST_TRIALS = 100_000;
const USUAL_TRIALS = 10_000;

const NO_COST: CostPlan = {
  ...{ currency: '', trials: USUAL_TRIALS, seed: '1' },
  lines: COST_LINES.map((id) => freshLine(id)),
};

export const NO_EVIDENCE: Evidence = { has: false, what: '', until: '', document: '', note: '' };

export const NO_READINESS: Readiness = { evidence: {}, cost: NO_COST, wanted: [], offered: [], benefits: {} };

/** A cost of which nothing is said yet. */
export function freshLine(id: string): CostLine {
  return { id, name: '', form: 'triangular', low: '', likely: '', high: '' };
}

export function readReadiness(value: unknown): Readiness {
  if (!isFields(value)) return NO_READINESS;
  const { evidence, cost, wanted, offered, benefits } = value;
  return {
    evidence: recordOf(NEEDS, evidence, readEvidence),
    cost: readCost(cost),
    wanted: regionsOf(wanted),
    offered: regionsOf(offered),
    benefits: recordOf(BENEFITS, benefits, readNews),
  };
}

function recordOf<K extends string, V>(
  keys: readonly K[],
  value: unknown,
  read: (fields: Fields) => V,
): Readonly<Partial<Record<K, V>>> {
  const found: Partial<Record<K, V>> = {};
  if (!isFields(value)) return found;
  for (const key of keys) {
    const one = value[key];
    if (isFields(one)) found[key] = read(one);
  }
  return found;
}

function readEvidence({ has, what, until, document, note }: Fields): Evidence {
  return {
    ...{ has: has === true, what: textOf(what), until: dayOf(until) },
    ...{ document: textOf(document), note: textOf(note) },
  };
}

function readNews({ status, since, source }: Fields): BenefitNews {
  return { status: oneOf(BENEFIT_STATES, status, 'known'), since: dayOf(since), source: textOf(source) };
}

function regionsOf(value: unknown): readonly Region[] {
  return Array.isArray(value) ? REGIONS.filter((region) => value.includes(region)) : [];
}

/** The usual lines are always there, in their order, before those that were added. */
function readCost(value: unknown): CostPlan {
  if (!isFields(value)) return NO_COST;
  const { currency, trials, seed, lines } = value;
  const read = entriesOf(lines, readLine);
  const isUsual = (id: string): boolean => COST_LINES.some((usual) => usual === id);
  return {
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : '',
    trials: typeof trials === 'number' && isTrials(trials) ? trials : USUAL_TRIALS,
    seed: textOf(seed) || NO_COST.seed,
    lines: [
      ...NO_COST.lines.map((usual) => read.find(({ id }) => id === usual.id) ?? usual),
      ...read.filter(({ id }) => !isUsual(id)),
    ],
  };
}

/** Whether so many trials can be run. */
export function isTrials(trials: number): boolean {
  return Number.isInteger(trials) && trials >= 1 && trials <= MOST_COST_TRIALS;
}

function readLine({ id, name, form, low, likely, high }: Fields): CostLine {
  return {
    ...{ id: textOf(id), name: textOf(name), form: oneOf(COST_FORMS, form, 'triangular') },
    ...{ low: amountOf(low), likely: amountOf(likely), high: amountOf(high) },
  };
}
