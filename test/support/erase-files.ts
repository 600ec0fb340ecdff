/** Files of every kind with rows of one customer beside those of others, or without them. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { headerKey } from '../../src/core/ids.ts';
import type { DroppedFile } from '../../src/workers/engine-jobs.ts';

export const ERASED = {
  id: 'c0ffee00-0f52-4c7b-8f0d-31d1a4c2cafe',
  name: 'Zqvogel & Söhne, "Süd"',
  domain: 'zqvogel.example',
  subscription: 'c0ffee11-2f5c-4e0e-9d6f-00000000beef',
  /** Stands in every other text of their rows. */
  word: 'Zqrest',
} as const;

/** What must be found nowhere, in lower case. */
export const NEEDLES = [
  ERASED.id,
  ERASED.id.replaceAll('-', ''),
  'zqvogel',
  ERASED.subscription,
  ERASED.subscription.replaceAll('-', ''),
  'zqrest',
  'zqkim',
  '+49 30 5550100',
] as const;

const CSV = [
  ...['reconciliation/billed-47-columns', 'daily-usage/billed-55-columns', 'focus/1.2-and-newer-columns'],
  ...['cost-management/partner-70-columns', 'earnings/default', 'insights/seats-all-columns'],
  ...['insights/csp-revenue-details', 'insights/office-usage-without-pga', 'legacy-reconciliation/licences'],
  ...['legacy-reconciliation/usage', 'legacy-reconciliation/daily-usage', 'own-invoices/plain'],
  ...['portfolio/every-column', 'customers/portal-four-columns'],
];

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/^(customerid|customertenantid|microsoftid|xcustomerid)$/, `{${ERASED.id.toUpperCase()}}`],
  [/^(customername|companyname|customercompanyname|customertenantname|xcustomername)$/, ERASED.name],
  [/domain/, ERASED.domain],
  [/^(subscriptionid|entitlementid|alternateid|syndicationpartnersubscriptionnumber)$/, ERASED.subscription],
  [/^subaccountid$/, `/subscriptions/${ERASED.subscription}`],
  [/^(tags|additionalinfo)$/, `{"who":"${ERASED.word}"}`],
  [/resourcegroup|resourceuri|resourceid$|resourcename|costcenter|description$|subscriptionname|^item$|mail|offername/, ERASED.word], // prettier-ignore
];

/** @param withCustomer false: the same files without their rows */
export function filesOfEveryKind(withCustomer: boolean): readonly DroppedFile[] {
  const tables = CSV.map((folder) => {
    const text = readFileSync(`test/fixtures/importers/${folder}/input.csv`, 'utf8').replace(/^\uFEFF/, '');
    return { name: `${folder.replace('/', '-')}.csv`, text: withCustomer ? withRows(text) : text };
  });
  const plain = ['licence-prices/2021-api-18-columns/input.csv', 'promotions/list/input.json'];
  const others = plain.map((path) => ({
    name: path.replaceAll('/', '-'),
    text: readFileSync(`test/fixtures/importers/${path}`, 'utf8'),
  }));
  const own = withCustomer ? ownFiles() : [];
  return [...tables, ...others, ...own].map(({ name, text }) => ({ name, blob: new Blob([text]) }));
}

/** The rows of the file and, in the middle of them, one of the customer and one of theirs that is rejected. */
function withRows(text: string): string {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [header = [], first = [], ...rest] = data;
  const theirs = header.map((title, at) => {
    const key = headerKey(title);
    return VALUES.find(([pattern]) => pattern.test(key))?.[1] ?? first[at] ?? '';
  });
  const number = header.findIndex((title) =>
    /^(quantity|amount|billedcost|earningamount|availableseats)$/.test(headerKey(title)),
  );
  const bad = theirs.map((cell, at) => (at === number ? 'n/a' : cell));
  // A subscription stands in a portfolio once.
  const again = header.includes('PricePaidPerSeatMonth') ? [] : [theirs];
  return Papa.unparse([header, theirs, first, ...(number < 0 ? [] : [bad]), ...rest, ...again]);
}

/** Files of this customer alone: their answers of the API, named after them. */
function ownFiles(): readonly { name: string; text: string }[] {
  const agreements = readFileSync('test/fixtures/importers/agreements/list/input.json', 'utf8');
  const subscriptions = readFileSync('test/fixtures/importers/subscriptions/collection/input.json', 'utf8');
  return [
    { name: 'agreements-zqvogel.json', text: agreements.replaceAll(/\/customers\/[^/]+/g, `/customers/${ERASED.id}`) },
    { name: `${ERASED.id}.json`, text: subscriptions.replaceAll(/\/customers\/[^/]+/g, `/customers/${ERASED.id}`) },
  ];
}
