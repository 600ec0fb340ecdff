/** Where each rule of agreements and programmes is known from, how sure that is, and its days and figures. Wording is in the catalogue. */
import type { obligationRuleWords } from '../../text/en/obligation-rules.ts';
import type { RuleFigure, Statement, Topic } from './types.ts';

type Words = typeof obligationRuleWords;
export type ObligationRuleId = keyof Words;

type StatementFacts = Omit<Statement, 'text'>;
type FigureFacts = Omit<RuleFigure, 'key' | 'what'>;

/** As many facts as there are wordings. */
type Each<List> = { readonly [Index in keyof List]: StatementFacts };

/** For each wording its facts, for each named day and figure its value. */
type FactsOf<Rule extends { readonly statements: readonly string[] }> = {
  readonly topic: Topic;
  readonly statements: Each<Rule['statements']>;
} & (Rule extends { readonly days: infer Days } ? { readonly days: Readonly<Record<keyof Days, string>> } : unknown) &
  (Rule extends { readonly figures: infer Figures }
    ? { readonly figures: Readonly<Record<keyof Figures, readonly FigureFacts[]>> }
    : unknown);

const LEARN = 'Microsoft Learn';
const MCA_FAQ = 'interworks.cloud, questions on the MCA, citing Microsoft';
const RESELLER_PAGE = `${LEARN}, Requirements for indirect resellers`;
const DIRECT_PAGE = `${LEARN}, Requirements for direct-bill partners`;
const CSP_GUIDE = 'CloudCockpit, CSP guide';
const OLD_FAQ = 'Westcoast, CSP questions and answers (before New Commerce)';
const CSPP_FAQ = 'Microsoft, CSPP questions and answers, 2023';
const PLUS_PAGE = 'McKenna Consultants, on CSPP Plus';
const FY26 = '2025-10-01';

export const OBLIGATION_FACTS: { readonly [Id in ObligationRuleId]: FactsOf<Words[Id]> } = {
  'R-130': { topic: 'mca', statements: [{ source: MCA_FAQ, confidence: 'high', from: '2020-02-01' }] },
  'R-131': {
    topic: 'mca',
    statements: [{ source: `${LEARN}, Agreement resources; Confirm customer agreement`, confidence: 'high' }],
    figures: { confirmationMinutes: [{ value: '30', unit: 'minutes', until: '2026-01-04' }] },
  },
  'R-132': {
    topic: 'mca',
    statements: [
      { source: MCA_FAQ, confidence: 'high', until: '2020-01-31' },
      { source: MCA_FAQ, confidence: 'high', from: '2020-02-01' },
    ],
    days: { cutOver: '2020-01-31' },
  },
  'R-133': { topic: 'mca', statements: [{ source: MCA_FAQ, confidence: 'medium' }] },
  'R-134': { topic: 'mca', statements: [{ source: MCA_FAQ, confidence: 'medium' }] },
  'R-135': { topic: 'mca', statements: [{ source: MCA_FAQ, confidence: 'low' }] },
  'R-136': {
    topic: 'mca',
    statements: [
      { source: `${LEARN}, Confirm customer agreement (2023)`, confidence: 'high', until: '2026-01-04' },
      {
        source: `${LEARN}, Confirm that a customer accepted (sandbox); Cloudfactory, knowledge base`,
        confidence: 'high',
        from: '2026-01-05',
      },
    ],
    days: { retired: '2026-01-05' },
  },
  'R-137': {
    topic: 'mca',
    statements: [
      {
        source: `SoftwareOne, MCA policy enforcement, citing ${LEARN}, August 2025 announcements`,
        confidence: 'medium',
        from: '2025-10-07',
      },
    ],
    days: { attestedBefore: '2023-04-01', enforced: '2025-10-07' },
  },
  'R-140': {
    topic: 'roles',
    statements: [
      { source: `${DIRECT_PAGE} (an older language copy)`, confidence: 'medium', until: '2025-09-30' },
      {
        source: `${RESELLER_PAGE}; ${DIRECT_PAGE}; SoftwareOne, 7 July 2025; ${CSP_GUIDE}`,
        confidence: 'medium',
        from: FY26,
      },
    ],
    days: { inForce: FY26 },
    figures: {
      resellerRevenue: [{ value: '1000', unit: 'USD', from: FY26 }],
      directRevenue: [
        { value: '300000', unit: 'USD', until: '2025-09-30' },
        { value: '1000000', unit: 'USD', from: FY26 },
      ],
      providerRevenue: [{ value: '30000000', unit: 'USD', from: FY26 }],
      directDesignations: [{ value: '1', unit: 'count', from: FY26 }],
    },
  },
  'R-141': {
    topic: 'roles',
    statements: [{ source: RESELLER_PAGE, confidence: 'high', from: FY26 }],
    figures: {
      exemptMonths: [{ value: '12', unit: 'months' }],
      waitYears: [{ value: '1', unit: 'years' }],
      firstMail: [{ value: '90', unit: 'days' }],
      secondMail: [{ value: '60', unit: 'days' }],
      lastMail: [{ value: '30', unit: 'days' }],
    },
  },
  'R-142': {
    topic: 'roles',
    statements: [{ source: `${DIRECT_PAGE}; its text of 2023`, confidence: 'high' }],
    figures: {
      resellerMonths: [{ value: '12', unit: 'months' }],
      assessmentMonths: [{ value: '12', unit: 'months' }],
    },
  },
  'R-143': {
    topic: 'roles',
    statements: [
      { source: `${LEARN}, Partner security requirements; ${CSP_GUIDE}`, confidence: 'high' },
      { source: 'windowsnews.ai', confidence: 'low', outranked: true },
    ],
    figures: { score: [{ value: '80', unit: 'points' }] },
  },
  'R-144': {
    topic: 'roles',
    statements: [{ source: CSP_GUIDE, confidence: 'medium' }],
    figures: { designationsForCloud: [{ value: '6', unit: 'count' }] },
  },
  'R-150': {
    topic: 'mpa',
    statements: [
      { source: OLD_FAQ, confidence: 'high', until: '2019-08-31' },
      {
        source: `${LEARN}, Microsoft Partner Agreement; Microsoft US partner blog, 22 October 2019`,
        confidence: 'high',
        from: '2019-09-01',
      },
    ],
    days: { mcraEnds: '2019-08-31', mpaNeeded: '2020-01-31' },
    figures: { noticeDays: [{ value: '30', unit: 'days', until: '2019-08-31' }] },
  },
  'R-151': {
    topic: 'mpa',
    statements: [
      { source: OLD_FAQ, confidence: 'medium', until: '2023-05-21' },
      { source: `${LEARN}, GDAP`, confidence: 'high', from: '2023-05-22' },
      { source: OLD_FAQ, confidence: 'medium', outranked: true },
      { source: `${LEARN}, New commerce cancellation policy`, confidence: 'high' },
      { source: OLD_FAQ, confidence: 'medium', outranked: true },
      { source: `${LEARN}, New commerce trials`, confidence: 'medium' },
      { source: OLD_FAQ, confidence: 'medium', outranked: true },
      { source: CSP_GUIDE, confidence: 'medium' },
      { source: OLD_FAQ, confidence: 'low', outranked: true },
      { source: `${OLD_FAQ}; still so by ${LEARN}, Billing basics`, confidence: 'high' },
    ],
    days: { gdap: '2023-05-22' },
  },
  'R-152': {
    topic: 'licensing',
    statements: [{ source: CSP_GUIDE, confidence: 'medium' }],
    figures: { eaUsers: [{ value: '2400', unit: 'count' }], eaYears: [{ value: '3', unit: 'years' }] },
  },
  'R-153': { topic: 'licensing', statements: [{ source: CSP_GUIDE, confidence: 'medium' }] },
  'R-170': {
    topic: 'cspp',
    statements: [{ source: CSPP_FAQ, confidence: 'high', from: '2023-02-23' }],
    days: { notice: '2023-02-23', accept: '2023-04-30' },
  },
  'R-171': { topic: 'cspp', statements: [{ source: CSPP_FAQ, confidence: 'high' }] },
  'R-172': { topic: 'cspp', statements: [{ source: CSPP_FAQ, confidence: 'high' }] },
  'R-173': {
    topic: 'cspp',
    statements: [{ source: CSPP_FAQ, confidence: 'high' }],
    figures: { staleMonths: [{ value: '12', unit: 'months' }] },
  },
  'R-174': { topic: 'cspp', statements: [{ source: CSPP_FAQ, confidence: 'high' }] },
  'R-180': { topic: 'cspp-plus', statements: [{ source: PLUS_PAGE, confidence: 'medium' }] },
  'R-181': {
    topic: 'cspp-plus',
    statements: [{ source: PLUS_PAGE, confidence: 'medium' }],
    figures: { regions: [{ value: '16', unit: 'count' }] },
  },
  'R-182': {
    topic: 'cspp-plus',
    statements: [
      { source: PLUS_PAGE, confidence: 'low', outranked: true },
      { source: `${LEARN}, CheckFileInfo properties of CSPP Plus`, confidence: 'high' },
    ],
  },
};
