/** What the user says about their role in the Cloud Solution Provider programme: remembered with the workbook. */
import type { Day, Month } from '../days.ts';
import { parseExact } from '../exact.ts';
import { isFields } from './fields.ts';
import { isDay, isMonth, isText, listOf } from './stored-values.ts';

export const ROLES = ['indirect-reseller', 'direct-bill', 'indirect-provider'] as const;
export type Role = (typeof ROLES)[number];

/** What the floor is counted by: a PLA tenant, an authorised region, or the global account. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** 1 to 12; undefined: not known. */
  readonly anniversary: number | undefined;
  /** Of a reseller: it and the months after it are exempt. */
  readonly firstTransaction: Month | undefined;
  /** The authorisation was lost on this day. */
  readonly deauthorised: Day | undefined;
  /** Names of files whose lines belong to it; lines of files that no unit names belong to the first one. */
  readonly files: readonly string[];
}

/** CPOR, DPOR and PAL never count; perpetual software does where the role’s rule says so. */
export const REVENUE_KINDS = ['csp', 'perpetual', 'cpor', 'dpor', 'pal'] as const;
export type RevenueKind = (typeof REVENUE_KINDS)[number];

/** Revenue of a month as the user knows it. */
export interface TypedRevenue {
  readonly unit: string;
  readonly month: Month;
  readonly currency: string;
  /** Decimal text. */
  readonly amount: string;
  readonly kind: RevenueKind;
  readonly note: string;
}

/** So much of `to` for 1 of `from`. */
export interface TypedRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  /** Of which day the rate is. */
  readonly day: Day | undefined;
}

/** What a role asks for besides revenue, one by one. */
export const CHECKS = [
  'mfa',
  'contact',
  'mandatory',
  'pla',
  'endorsement',
  'credit',
  'support',
  'assessment',
  'transacting',
  'services',
  'own',
] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Evidence {
  readonly check: CheckName;
  /** Of a requirement that the user names, `own`. */
  readonly name: string;
  readonly standing: 'met' | 'not-met';
  /** Day of the proof. */
  readonly on: Day | undefined;
  /** Last day on which it counts. */
  readonly until: Day | undefined;
  readonly note: string;
}

export interface Designation {
  readonly name: string;
  readonly until: Day | undefined;
}

export const SUPPORT_PLANS = ['ASfP', 'PSfP'] as const;
export type SupportPlan = (typeof SUPPORT_PLANS)[number];

/** How the months ahead are told: by the cycles of the portfolio, or like the average month that is known. */
export const METHODS = ['portfolio', 'billed'] as const;
export type Method = (typeof METHODS)[number];

export interface Programme {
  /** Undefined: nothing said yet. */
  readonly role: Role | undefined;
  readonly units: readonly Unit[];
  readonly revenue: readonly TypedRevenue[];
  readonly rates: readonly TypedRate[];
  readonly evidence: readonly Evidence[];
  readonly designations: readonly Designation[];
  readonly support: SupportPlan | undefined;
  /** Months in which the partner transacted as an indirect reseller. */
  readonly resellerMonths: number | undefined;
  /** Security score. */
  readonly score: number | undefined;
  /** Undefined: as the rule of the role says. */
  readonly countsPerpetual: boolean | undefined;
  readonly method: Method;
}

export const NO_PROGRAMME: Programme = {
  role: undefined,
  units: [],
  revenue: [],
  rates: [],
  evidence: [],
  designations: [],
  support: undefined,
  resellerMonths: undefined,
  score: undefined,
  countsPerpetual: undefined,
  method: 'portfolio',
};

/** The unit of those who have said nothing of any. */
export const FIRST_UNIT: Unit = {
  ...{ id: 'first', name: '', files: [] },
  ...{ anniversary: undefined, firstTransaction: undefined, deauthorised: undefined },
};

/** The units that a floor is counted by, one at least. Direct bill has one, the global account, of all files. */
export function unitsOf({ role, units }: Pick<Programme, 'role' | 'units'>): readonly [Unit, ...Unit[]] {
  const [first = FIRST_UNIT, ...others] = units;
  return role === 'direct-bill' ? [{ ...first, files: [] }] : [first, ...others];
}

/** As it was stored; what is unknown is left out. */
export function readProgramme(value: unknown): Programme {
  if (!isFields(value)) return NO_PROGRAMME;
  return {
    role: oneOf(ROLES, value['role']),
    units: listOf(value['units'], readUnit),
    revenue: listOf(value['revenue'], readRevenue),
    rates: listOf(value['rates'], readRate),
    evidence: listOf(value['evidence'], readEvidence),
    designations: listOf(value['designations'], ({ name, until }) =>
      isText(name) && name !== '' ? { name, until: isDay(until) ? until : undefined } : undefined,
    ),
    support: oneOf(SUPPORT_PLANS, value['support']),
    resellerMonths: countOf(value['resellerMonths']),
    score: countOf(value['score']),
    countsPerpetual: typeof value['countsPerpetual'] === 'boolean' ? value['countsPerpetual'] : undefined,
    method: oneOf(METHODS, value['method']) ?? NO_PROGRAMME.method,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readUnit({ id, name, anniversary, firstTransaction, deauthorised, files }: Fields): Unit | undefined {
  if (!isText(id) || id === '' || !isText(name)) return undefined;
  const month = countOf(anniversary);
  return {
    ...{ id, name },
    anniversary: month !== undefined && month >= 1 && month <= 12 ? month : undefined,
    firstTransaction: isMonth(firstTransaction) ? firstTransaction : undefined,
    deauthorised: isDay(deauthorised) ? deauthorised : undefined,
    files: Array.isArray(files) ? files.filter(isText) : [],
  };
}

function readRevenue({ unit, month, currency, amount, kind, note }: Fields): TypedRevenue | undefined {
  const known = oneOf(REVENUE_KINDS, kind);
  if (!isText(unit) || !isMonth(month) || !isCurrency(currency) || !isAmount(amount) || !known) return undefined;
  return { unit, month, currency, amount, kind: known, note: isText(note) ? note : '' };
}

function readRate({ from, to, rate, day }: Fields): TypedRate | undefined {
  if (!isCurrency(from) || !isCurrency(to) || !isRate(rate)) return undefined;
  return { from, to, rate, day: isDay(day) ? day : undefined };
}

function readEvidence({ check, name, standing, on, until, note }: Fields): Evidence | undefined {
  const known = oneOf(CHECKS, check);
  if (!known || (standing !== 'met' && standing !== 'not-met')) return undefined;
  return {
    ...{ check: known, standing, name: isText(name) ? name : '', note: isText(note) ? note : '' },
    on: isDay(on) ? on : undefined,
    until: isDay(until) ? until : undefined,
  };
}

const AMOUNT = /^-?\d{1,12}(?:\.\d{1,6})?$/;
const RATE = /^\d{1,9}(?:\.\d{1,12})?$/;

/** An amount that can be typed: decimal text of at most twelve digits before the point. */
export function isAmount(value: unknown): value is string {
  return isText(value) && AMOUNT.test(value);
}

/** A rate that can be typed: above zero. */
export function isRate(value: unknown): value is string {
  return isText(value) && RATE.test(value) && (parseExact(value)?.n ?? 0n) > 0n;
}

/** Three capital letters. */
export function isCurrency(value: unknown): value is string {
  return isText(value) && /^[A-Z]{3}$/.test(value);
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 10_000 ? value : undefined;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}
