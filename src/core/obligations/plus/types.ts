/** CSPP Plus as the user prepares it. Days are `YYYY-MM-DD` in UTC, amounts decimals in major units; the empty text stands for what is not said. */

/** What entry asks for; the insurances have the names of the terms register. */
export const NEEDS = [
  ...(['member', 'fee'] as const),
  ...(['liability', 'cyber', 'professional', 'errors', 'workers', 'employer'] as const),
  ...(['iso27001', 'certification'] as const),
] as const;
export type Need = (typeof NEEDS)[number];

export interface Evidence {
  readonly has: boolean;
  /** What it is, such as a policy or a certificate. */
  readonly what: string;
  /** The last day on which it holds. */
  readonly until: string;
  readonly document: string;
  readonly note: string;
}

/** The regions of R-181. */
export const REGIONS = [
  ...(['AE', 'AU', 'BR', 'CA', 'CH', 'DE', 'Europe', 'FR', 'IN', 'JP', 'KR', 'NO', 'SG', 'GB', 'US', 'ZA'] as const),
] as const;
export type Region = (typeof REGIONS)[number];

export const BENEFITS = ['geo', 'backstage', 'chunks', 'coauth', 'fedramp', 'intune', 'summit', 'mobile'] as const;
export type Benefit = (typeof BENEFITS)[number];
export const BENEFIT_STATES = ['known', 'planned'] as const;
export type BenefitState = (typeof BENEFIT_STATES)[number];

/** What the user learned of a benefit since. */
export interface BenefitNews {
  readonly status: BenefitState;
  readonly since: string;
  readonly source: string;
}

export const COST_FORMS = ['triangular', 'pert', 'uniform'] as const;
export type CostForm = (typeof COST_FORMS)[number];

/** One cost that is not known for sure; `likely` is not read where the form is uniform. */
export interface CostLine {
  readonly id: string;
  /** Of a line that the user added. */
  readonly name: string;
  readonly form: CostForm;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
}

/** The lines that are always there, by their ids. */
export const COST_LINES = ['fee', 'insurance', 'iso27001', 'certification', 'work'] as const;
export type CostLineId = (typeof COST_LINES)[number];

export interface CostPlan {
  /** Empty: the one that the screen offers. */
  readonly currency: string;
  readonly trials: number;
  readonly seed: string;
  readonly lines: readonly CostLine[];
}

export interface Readiness {
  readonly evidence: Readonly<Partial<Record<Need, Evidence>>>;
  readonly cost: CostPlan;
  readonly wanted: readonly Region[];
  readonly offered: readonly Region[];
  readonly benefits: Readonly<Partial<Record<Benefit, BenefitNews>>>;
}
