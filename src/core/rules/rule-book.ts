/**
 * The dated rule book as data: where each rule that the engine goes by is known from, how sure that is, since when it
 * holds, and which default of the scenario it sets. The wording is in the catalogue; ids are those of results and trail.
 */
import type { EstAssumptions } from '../scenario/scenario.ts';
import { ruleStatements } from '../text/en/rules.ts';

/** high: Microsoft's own text or data; medium: two partners, or one that cites Microsoft; low: one third party, or inferred. */
export type Confidence = 'high' | 'medium' | 'low';

export type RuleId = keyof typeof ruleStatements;

/** A key of the scenario's `est` with the value that it has unless the user says otherwise, as in a scenario file. */
export interface RuleDefault {
  readonly key: keyof EstAssumptions;
  readonly value: string;
}

interface RuleFacts {
  readonly source: string;
  readonly confidence: Confidence;
  /** First day on which the rule holds, `YYYY-MM-DD`, UTC; absent where no source dates it. */
  readonly validFrom?: string;
  readonly sets?: readonly RuleDefault[];
}

export interface RuleEntry extends RuleFacts {
  readonly id: RuleId;
  readonly statement: string;
}

const EST_PAGE = 'Microsoft Learn, Extended service terms';
const EST_ADMIN_PAGE = 'Microsoft Learn, Extend your subscription with EST';
const PRICE_LIST = 'Microsoft, licence price list US, November 2025';
const PRICING_PAGE = 'Microsoft Learn, Pricing and offers';
const BILLING_PAGE = 'Microsoft Learn, Billing basics';
const PROMOTIONS_PAGE = 'Microsoft Learn, New commerce promotions';
const PARTNER_GUIDE = 'CloudCockpit, CSP guide';
const RECON_PAGE = 'Microsoft Learn, Use the reconciliation files';
const ENFORCED = '2026-05-04';

const FACTS: Readonly<Record<RuleId, RuleFacts>> = {
  'decision': { source: 'The open scenario', confidence: 'high' },
  'R-003': { source: 'SoftwareOne documentation; CloudBlue, Extended Service Terms', confidence: 'medium', validFrom: ENFORCED },
  'R-004': { source: 'CloudBlue, Extended Service Terms; Cloudfactory, Extended Service Terms are now enforced', confidence: 'medium', validFrom: ENFORCED,
    sets: [{ key: 'eligibleStartFrom', value: '2025-04-01' }, { key: 'eligibleEndFrom', value: '2026-05-04' }] },
  'R-005': { source: `${EST_PAGE}; ${PRICE_LIST}`, confidence: 'high', validFrom: ENFORCED, sets: [{ key: 'upliftMonthly', value: '0.03' }] },
  'R-006': { source: `${EST_PAGE}; Licensing School; ${PARTNER_GUIDE}`, confidence: 'high', validFrom: ENFORCED, sets: [{ key: 'upliftNoMonthly', value: '0.23' }] },
  'R-007': { source: `${PRICE_LIST}: all eight published pairs fit`, confidence: 'high' },
  'R-008': { source: PRICE_LIST, confidence: 'high', validFrom: '2025-11-01' },
  'R-009': { source: `${PRICE_LIST}: three EST rows carry no uplift`, confidence: 'high', validFrom: '2025-11-01', sets: [{ key: 'listRows', value: 'use' }] },
  'R-011': { source: 'Licensing School; CloudBlue, Extended Service Terms', confidence: 'medium', validFrom: ENFORCED },
  'R-012': { source: `${EST_ADMIN_PAGE}; day count by Microsoft Learn, New commerce cancellation policy`, confidence: 'high', validFrom: ENFORCED },
  'R-013': { source: 'Microsoft Learn, Schedule changes for renewals; Create a new subscription', confidence: 'high' },
  'R-014': { source: `${PARTNER_GUIDE}; SoftwareOne documentation`, confidence: 'medium', validFrom: ENFORCED },
  'R-015': { source: `${PARTNER_GUIDE}; a partner platform’s release note`, confidence: 'medium', validFrom: '2026-02-06' },
  'R-016': { source: `${EST_PAGE}; ${PARTNER_GUIDE}`, confidence: 'high' },
  'R-017': { source: `${EST_PAGE}; Infinigate; CloudBlue, Extended Service Terms`, confidence: 'high', validFrom: '2026-01-19' },
  'R-018': { source: EST_PAGE, confidence: 'high', validFrom: '2026-02-16' },
  'R-019': { source: `Microsoft Partner Center developer documentation; a public client library; ${PARTNER_GUIDE}`, confidence: 'medium', validFrom: '2026-01-19' },
  'R-020': { source: `Microsoft Partner Center developer documentation; ${PARTNER_GUIDE}`, confidence: 'medium', validFrom: '2026-01-19' },
  'R-022': { source: `${EST_ADMIN_PAGE}; Microsoft Message Center MC1216259`, confidence: 'high', validFrom: ENFORCED },
  'R-025': { source: PARTNER_GUIDE, confidence: 'medium', validFrom: ENFORCED },
  'R-026': { source: 'Follows from R-005, R-006, R-041 and R-071', confidence: 'medium' },
  'R-028': { source: PARTNER_GUIDE, confidence: 'medium' },
  'R-030': { source: 'Microsoft Learn, What if my subscription expires', confidence: 'high' },
  'R-041': { source: `${PRICING_PAGE}; ${PRICE_LIST}`, confidence: 'high' },
  'R-042': { source: PRICE_LIST, confidence: 'high' },
  'R-043': { source: PRICE_LIST, confidence: 'high', validFrom: '2025-04-01' },
  'R-046': { source: `${PRICING_PAGE}; ${PRICE_LIST}`, confidence: 'high' },
  'R-047': { source: `${PRICING_PAGE}; ${BILLING_PAGE}`, confidence: 'high' },
  'R-050': { source: 'CloudCockpit, Price margin rules', confidence: 'medium' },
  'R-051': { source: `${PRICING_PAGE}; ${BILLING_PAGE}`, confidence: 'high' },
  'R-052': { source: `${EST_PAGE}; Licensing School`, confidence: 'high' },
  'R-053': { source: 'Microsoft Learn, New commerce cancellation policy', confidence: 'high' },
  'R-056': { source: 'Microsoft Learn, New commerce cancellation policy', confidence: 'high' },
  'R-057': { source: 'Microsoft Learn, Align subscription end dates', confidence: 'high', validFrom: '2022-03-10' },
  'R-058': { source: 'Microsoft Learn, Create a new subscription', confidence: 'high' },
  'R-062': { source: `${BILLING_PAGE}; Ingram Micro, Local currency pricing 2023`, confidence: 'medium' },
  'R-070': { source: PROMOTIONS_PAGE, confidence: 'high' },
  'R-071': { source: 'AppXite, article 23546335790108', confidence: 'high' },
  'R-072': { source: PROMOTIONS_PAGE, confidence: 'high' },
  'R-073': { source: PROMOTIONS_PAGE, confidence: 'high' },
  'R-074': { source: PROMOTIONS_PAGE, confidence: 'high' },
  'R-075': { source: PROMOTIONS_PAGE, confidence: 'high' },
  'R-077': { source: 'AppDirect, citing the partner agreement', confidence: 'medium' },
  'R-101': { source: `${RECON_PAGE}; ${BILLING_PAGE}`, confidence: 'high' },
  'R-102': { source: RECON_PAGE, confidence: 'high' },
  'R-108': { source: RECON_PAGE, confidence: 'high' },
  'D-01': { source: 'No published base; SoftwareOne speaks of regular billing', confidence: 'low', sets: [{ key: 'noMonthlyBase', value: 'annual' }] },
  'D-07': { source: 'Microsoft Learn, New commerce cancellation policy; AppXite, article 9942135883804', confidence: 'low' },
  'D-02': { source: `“After” in ${EST_PAGE}; “on or after” in CloudBlue and Cloudfactory`, confidence: 'low', validFrom: ENFORCED },
}; // prettier-ignore

/** Every rule, by id. */
export const RULE_BOOK: readonly RuleEntry[] = (Object.keys(FACTS) as RuleId[]).map(entryOf);

function entryOf(id: RuleId): RuleEntry {
  return { id, statement: ruleStatements[id], ...FACTS[id] };
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(FACTS, id);
}

/** A rule by its id, undefined for an id that the book does not hold. */
export function ruleOf(id: string): RuleEntry | undefined {
  return isRuleId(id) ? entryOf(id) : undefined;
}
