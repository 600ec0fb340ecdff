/** What a scenario file means that leaves everything out. */
import { type Day, parseDay } from '../days.ts';
import { NO_OVERRIDES } from '../overrides/override.ts';
import { DEFAULT_AZURE } from './azure.ts';
import type { EstAssumptions, FxAssumptions, MarginRules, RuleSettings, Scenario } from './scenario.ts';

/** D-01, R-004. */
export const DEFAULT_EST: EstAssumptions = Object.freeze<EstAssumptions>({
  upliftMonthly: '0.03',
  upliftNoMonthly: '0.23',
  noMonthlyBase: 'annual',
  listRows: 'use',
  bridgeDays: null,
  eligibleStartFrom: fixedDay('2025-04-01'),
  eligibleEndFrom: fixedDay('2026-05-04'),
  twins: [],
});

/** The customer pays the list's retail price. */
export const DEFAULT_MARGIN: MarginRules = Object.freeze<MarginRules>({
  business: { kind: 'erp-discount', percent: '0' },
  customers: new Map<string, never>(),
  subscriptions: new Map<string, never>(),
  clamp: false,
});

/** D-07 as for licences, R-074. */
export const DEFAULT_RULES: RuleSettings = Object.freeze<RuleSettings>({
  refundDayCount: 'cancel-day-refunded',
  promotionAtRenewal: 'in-window',
});

export const DEFAULT_FX: FxAssumptions = Object.freeze<FxAssumptions>({ shocks: [], rates: [], reporting: undefined });

export const DEFAULT_SCENARIO: Scenario = Object.freeze<Scenario>({
  name: 'Base',
  est: DEFAULT_EST,
  priceChanges: [],
  decisions: [],
  margin: DEFAULT_MARGIN,
  clauses: new Map<string, never>(),
  overrides: NO_OVERRIDES,
  rules: DEFAULT_RULES,
  fx: DEFAULT_FX,
  uncertainty: undefined,
  azure: DEFAULT_AZURE,
  meta: new Map<string, never>(),
});

function fixedDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`INTERNAL: not a day: ${text}`);
  return day;
}
