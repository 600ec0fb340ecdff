/** Reads and writes what a scenario says about Azure. */
import { dayToText } from '../days.ts';
import {
  type AzureAssumptions,
  type AzureBudget,
  type AzureChange,
  type AzureCommitment,
  type CreditLimit,
  type JudgedSpend,
  type UsageScope,
  DEFAULT_AZURE,
  SPEND_VERDICTS,
} from './azure.ts';
import { asChoice, asDay, asDays, asDecimal, asList, asObject, asText } from './decoders.ts';
import { required } from './required.ts';

const asScope = asObject({
  customerId: asText,
  subscriptionId: asText,
  resourceGroup: asText,
  category: asText,
  meter: asText,
  tag: required<NonNullable<UsageScope['tag']>>(asObject({ key: asText, value: asText }), ['key', 'value']),
});

export const asAzureChange = required<AzureChange>(
  asObject({ match: asScope, from: asDay, kind: asChoice('growth', 'price', 'off'), percent: asDecimal }),
  ['from', 'kind', 'percent'],
  { match: {} },
);

export const asCommitment = required<AzureCommitment>(
  asObject({
    kind: asChoice('reservation', 'savings-plan'),
    match: asScope,
    from: asDay,
    term: asChoice('P1Y', 'P3Y'),
    perHour: asDecimal,
    rate: asDecimal,
    currency: asText,
  }),
  ['kind', 'from', 'term', 'perHour', 'rate', 'currency'],
  { match: {} },
);

export const asBudget = required<AzureBudget>(
  asObject({
    name: asText,
    match: asScope,
    amount: asDecimal,
    currency: asText,
    at: asChoice('cost', 'sell'),
    thresholds: asList(asDays),
  }),
  ['name', 'amount', 'currency'],
  { match: {}, at: 'cost', thresholds: [] },
);

export const asCreditLimit = required<CreditLimit>(
  asObject({ customerId: asText, currency: asText, limit: asDecimal, paid: asDecimal }),
  ['customerId', 'currency', 'limit'],
  { paid: '0' },
);

export const asJudged = required<JudgedSpend>(
  asObject({ finding: asText, verdict: asChoice(...SPEND_VERDICTS), reason: asText, author: asText, at: asDays }),
  ['finding', 'verdict'],
  { reason: '', author: '', at: 0 },
);

export const asStress = required<AzureAssumptions['stress']>(
  asObject({ factor: asDecimal, hours: asDays }),
  [],
  DEFAULT_AZURE.stress,
);

export const asAzure = asObject({
  markupPercent: asDecimal,
  changes: asList(asAzureChange),
  commitments: asList(asCommitment),
  budgets: asList(asBudget),
  limits: asList(asCreditLimit),
  judged: asList(asJudged),
  stress: asStress,
});

/** What is said besides the defaults, as a scenario file holds it; undefined: nothing is. */
export function azureDocument(azure: AzureAssumptions): object | undefined {
  const { markupPercent, stress, changes, commitments, ...lists } = azure;
  const dated = (list: readonly { readonly from: AzureChange['from'] }[]): readonly object[] =>
    list.map((value) => ({ ...value, from: dayToText(value.from) }));
  const isUsual = stress.factor === DEFAULT_AZURE.stress.factor && stress.hours === DEFAULT_AZURE.stress.hours;
  const filled = Object.entries({ changes: dated(changes), commitments: dated(commitments), ...lists }).filter(
    ([, list]) => list.length > 0,
  );
  const said = {
    ...(markupPercent === DEFAULT_AZURE.markupPercent ? {} : { markupPercent }),
    ...Object.fromEntries<unknown>(filled),
    ...(isUsual ? {} : { stress }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}
