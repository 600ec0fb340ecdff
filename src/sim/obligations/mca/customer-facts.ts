/** Who the customers are, as the portfolio, customer lists and acceptances say. */
import { idKey } from '../../../core/ids.ts';
import type { CustomerMention } from '../../../core/obligations/mca/duplicates.ts';
import type { Acceptance } from '../../../core/obligations/mca/types.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { textAt } from '../../../core/table.ts';
import type { Book } from '../../book.ts';
import type { McaCustomer } from './types.ts';

type Facts = Pick<McaCustomer, 'key' | 'customerId' | 'customer' | 'domain' | 'resellers' | 'subscriptions'>;

interface Growing {
  customerId: string;
  customer: string;
  domain: string;
  readonly resellers: Set<string>;
  subscriptions: number;
}

export class CustomerFacts {
  private readonly known = new Map<string, Growing>();
  private readonly said: CustomerMention[] = [];

  constructor(datasets: readonly Dataset[], book: Book, acceptances: readonly Acceptance[]) {
    this.readPortfolio(book);
    for (const dataset of datasets) if (dataset.kind === 'customers') this.readList(dataset);
    for (const acceptance of acceptances) this.readAcceptance(acceptance);
  }

  /** Keys of the customers that have subscriptions. */
  *inPortfolio(): Generator<string> {
    for (const [key, { subscriptions }] of this.known) if (subscriptions > 0) yield key;
  }

  of(key: string): Facts {
    const { customerId, customer, domain, resellers, subscriptions } = this.known.get(key) ?? blank(key);
    return { key, customerId, customer, domain, resellers: [...resellers], subscriptions };
  }

  /** Everything that is said of anybody, for finding who is there twice. */
  mentions(): readonly CustomerMention[] {
    const own = [...this.known.values()].map(({ customerId, customer, domain }): CustomerMention => {
      return { customerId, name: customer, domain, reseller: '', email: '' };
    });
    return [...own, ...this.said];
  }

  private at(customerId: string): Growing {
    const key = idKey(customerId);
    const known = this.known.get(key) ?? blank(customerId);
    this.known.set(key, known);
    return known;
  }

  private readPortfolio({ portfolio: { table } }: Book): void {
    const [ids, names] = [table.columns.get('customerId'), table.columns.get('customerName')];
    for (let row = 0; row < table.rows; row++) {
      const customer = this.at(textAt(ids, row));
      customer.subscriptions++;
      customer.customer ||= textAt(names, row);
    }
  }

  private readList({ table: { columns, rows } }: Dataset): void {
    for (let row = 0; row < rows; row++) {
      const customer = this.at(textAt(columns.get('customerId'), row));
      customer.customer ||= textAt(columns.get('customerName'), row);
      customer.domain ||= textAt(columns.get('domain'), row);
    }
  }

  private readAcceptance({ customerId, organisation, reseller, contact }: Acceptance): void {
    const customer = this.at(customerId);
    customer.customer ||= organisation;
    if (reseller !== '') customer.resellers.add(reseller);
    this.said.push({ customerId, name: organisation, domain: '', reseller, email: contact.email });
  }
}

function blank(customerId: string): Growing {
  return { customerId, customer: '', domain: '', resellers: new Set(), subscriptions: 0 };
}
