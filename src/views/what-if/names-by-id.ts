/** Names of customers by their id. */
import type { CustomerExtra } from '../../charts/customer-extras.ts';

export function namesById(customers: readonly CustomerExtra[]): ReadonlyMap<string, string> {
  return new Map(customers.map(({ customerId, name }) => [customerId, name]));
}
