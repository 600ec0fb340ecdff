/** The sample's acceptances, as a sheet that a partner keeps: every way, grade and flag, and a customer who is there twice. */
import { type Day, dayToText, makeDay } from '../core/days.ts';
import { csvLine } from './csv.ts';
import type { Customer } from './customers.ts';
import { guid, randomStream } from './random.ts';
import type { World } from './subscriptions.ts';

const HEADER = [
  ...['Customer ID', 'Organisation', 'Type', 'Date agreed', 'Way', 'First name', 'Last name', 'E-mail', 'Phone'],
  ...['Reseller', 'Attestation id'],
];
const FIRST_NAMES = ['Kim', 'Ana', 'Jo', 'Robin', 'Sascha', 'Noor', 'Alex', 'Mika'];
const LAST_NAMES = ['Example', 'Sample', 'Specimen', 'Muster', 'Proof', 'Invented'];
const MCA = 'MicrosoftCustomerAgreement';

interface Accepted {
  readonly type?: string;
  readonly on: Day;
  readonly way: string;
  readonly reseller?: string;
  readonly isNameless?: boolean;
}

const on = (year: number, month: number, date: number): Day => makeDay(year, month, date) ?? 0;

/** What the customer with this number accepted; twelve take turns. */
function acceptedBy(index: number, asOf: Day): readonly Accepted[] {
  switch (index % 12) {
    case 0:
      return [{ on: asOf - 200, way: 'Admin center' }];
    case 1:
      return [{ on: on(2024, 5, 14), way: 'Partner Center' }];
    case 2:
      return [{ on: on(2022, 6, 1), way: 'Bulk tool' }];
    case 3:
      return [];
    case 4:
      return [{ on: on(2019, 3, 20), way: 'Partner Center', type: 'MicrosoftCloudAgreement' }];
    case 5:
      return [{ on: asOf - 40, way: 'Link' }, { on: on(2021, 9, 9), way: 'Bulk tool' }];
    case 6:
      return [{ on: asOf - 100, way: 'API' }];
    case 7:
      return [{ on: on(2025, 2, 3), way: 'Checkout', isNameless: true }];
    case 8:
      return [{ on: on(2024, 11, 4), way: '' }];
    case 9:
      return [
        { on: on(2025, 7, 1), way: 'Checkout', reseller: 'East Reseller' },
        { on: on(2024, 1, 10), way: 'Checkout', reseller: 'West Reseller' },
      ];
    case 10:
      return [{ on: asOf + 20, way: 'Link' }];
    default:
      return [{ on: on(2024, 8, 19), way: 'API' }];
  }
} // prettier-ignore

function lineOf(seed: number, customer: Customer, id: string, accepted: Accepted): readonly string[] {
  const { on: day, way, type = MCA, reseller = '', isNameless = false } = accepted;
  const random = randomStream(seed, 'agreement', customer.index);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const email = `${first}.${last}@${customer.domain}`.toLowerCase();
  const attestation = way === 'Link' ? guid(random) : '';
  const phone = `555-01${String(customer.index % 100).padStart(2, '0')}`;
  const person = [first, isNameless ? '' : last, email, phone];
  return [id, customer.name, type, dayToText(day), way, ...person, reseller, attestation];
}

/** The sheet as CSV. One row stands under another id: a second record of a customer whose own has only the old agreement. */
export function agreementsCsv({ seed, asOf, customers }: World): string {
  const rows = customers.flatMap((customer) =>
    acceptedBy(customer.index, asOf).map((accepted) => lineOf(seed, customer, customer.id, accepted)),
  );
  const twice = customers[16];
  const other = guid(randomStream(seed, 'agreement', -1));
  const again = twice ? [lineOf(seed, twice, other, { on: on(2025, 5, 5), way: 'Admin center' })] : [];
  return [HEADER, ...rows, ...again].map((cells) => csvLine(cells, '\r\n')).join('');
}
