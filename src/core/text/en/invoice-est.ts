/** Words of the EST that was billed already. */

export const invoiceEstText = {
  note: 'All imported invoices count, whatever month is chosen elsewhere. A line is EST when the price list has its SKU as one, when it is named so, or when its list price is what the surcharge makes of the monthly price.',
  none: {
    title: 'No EST billed in this currency',
    text: 'No line has an EST SKU of the imported price lists, is named Extended Service Term, or costs what the surcharge makes of the list price. Import the price list of the billed month too: without it only names tell.',
  },
  kpis: {
    label: (currency: string) => `EST billed, in ${currency}`,
    charged: 'Billed as EST',
    onTerm: 'On a term it would be',
    onTermNote: 'where a list has a price',
    difference: 'More than a term',
    open: 'Still running',
    openOf: (all: string) => `of ${all}`,
    refund: 'Comes back if stopped today',
  },
  list: {
    title: (currency: string) => `Subscriptions billed EST, in ${currency}`,
    sum: (count: string) => `${count} found, the dearest first. Enter shows the lines.`,
    columns: {
      customer: 'Customer',
      product: 'Product',
      evidence: 'Told by',
      confidence: 'Certainty',
      since: 'Since',
      until: 'Billed to',
      seats: 'Seats',
      charged: 'Billed',
      onTerm: 'On a term',
      difference: 'Difference',
      plan: 'Term held against',
      state: 'Can be stopped',
      next: 'Month ends',
      refund: 'Comes back today',
      subscription: 'Subscription on the invoice',
    },
    noTerm: 'no list price',
  },
  customers: {
    title: (currency: string) => `By customer, in ${currency}`,
    columns: { customer: 'Customer', count: 'Subscriptions', charged: 'Billed', onTerm: 'On a term', difference: 'Difference', refund: 'Comes back today' },
    sum: (count: string) => `${count} ${count === '1' ? 'customer' : 'customers'}, the dearest first.`,
  },
  evidence: { sku: 'SKU', name: 'name', price: 'price pattern' },
  confidence: { high: 'high', medium: 'medium', low: 'low' },
  states: {
    running: 'yes, this month runs',
    presumed: 'probably, renewed since',
    ended: 'no, billed no more',
    cancelled: 'no, cancelled',
  },
  detail: {
    title: 'This subscription',
    lines: 'The lines that say so',
    tells: {
      sku: 'The SKU is an EST SKU of the price list.',
      name: 'The line is named Extended Service Term.',
      price: 'The list price of the line is the monthly price of the SKU with the surcharge.',
    },
    certain: { high: 'That is certain.', medium: 'The name alone says so.', low: 'The price alone says so: look at the lines before you act.' },
    term: (product: string, plan: string, price: string, difference: string) =>
      `Held against ${product} on ${plan}, ${price} a seat and month when it began: ${difference}.`,
    dearer: (amount: string) => `EST has cost ${amount} more`,
    cheaper: (amount: string) => `EST has cost ${amount} less`,
    same: 'EST has cost the same',
    noTerm: 'No imported list has a term price of this SKU in this currency for that day, so nothing can be said of a difference. Import the price list of that month.',
    running: (to: string, days: string, refund: string) =>
      `The month that is billed ends on ${to}. Cancelled today, ${days} days come back: ${refund}, this day included.`,
    presumed: (billedTo: string, to: string, days: string, refund: string) =>
      `It was billed to ${billedTo} and renews by itself, so a month that no imported invoice has runs to ${to}. Cancelled today, ${days} days of it come back: ${refund}, if it still runs as it did.`,
    ended: (to: string) => `Later invoices bill it no more: its last month ended on ${to}.`,
    cancelled: 'Its last line is a refund: it was cancelled.',
    how: 'To stop it now: in Partner Center open the customer, then Subscriptions, choose this one and cancel it. EST can be cancelled on any day, what is left of the month is refunded, and the service ends at once.',
    atEnd: (to: string) =>
      `To stop paying for it without an interruption: schedule a new term for its renewal before ${to} is over (UTC), or cancel it at the end of its month. Seats and term cannot be changed while it is EST.`,
    days: 'How the days of a refund count is published for ordinary terms, not for EST.',
  },
} as const; // prettier-ignore
