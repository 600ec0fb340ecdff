/** What the files of an action pack say, in English. Letters and mails are read by customers: no cost, no margin. */

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const plans: Readonly<Record<string, string>> = {
  'P1Y/Annual': '1 year, paid upfront',
  'P1Y/Monthly': '1 year, billed monthly',
  'P1M/Monthly': '1 month at a time',
  'P3Y/Triennial': '3 years, paid upfront',
  'P3Y/Annual': '3 years, billed yearly',
  'P3Y/Monthly': '3 years, billed monthly',
};

export const actionPackEn = {
  lang: 'en',
  plan: (plan: string): string => (Object.hasOwn(plans, plan) ? (plans[plan] ?? plan) : plan),
  seats: (count: number, shown: string): string => `${shown} ${plural(count, 'seat', 'seats')}`,
  actions: { Cancel: 'End', RenewToNewTerm: 'Renew', RenewToExtendedServiceTerm: 'Extended Service Term' },
  /** A whole sentence each. */
  happens: {
    /** In an EST of which no file says when its month ends. */
    cancelEst: 'It ends with the running month of the Extended Service Term.',
    renewEst: (plan: string, seats: string): string =>
      `It renews when the running month of the Extended Service Term ends: ${plan}, ${seats}.`,
    cancel: (end: string): string => `It ends on ${end} and is not renewed.`,
    renew: (from: string, plan: string, seats: string): string => `It renews on ${from}: ${plan}, ${seats}.`,
    est: (from: string, seats: string): string =>
      `From ${from} it continues month by month in Microsoft’s Extended Service Term, with the same ${seats}.`,
    bridge: (until: string, plan: string, seats: string): string => `On ${until} it renews: ${plan}, ${seats}.`,
  },
  by: {
    lock: (utc: string, local: string, zone: string): string => `${utc} UTC (${local} ${zone})`,
    anyDay: 'any day',
  },
  letter: {
    title: (customer: string): string => `Your Microsoft subscriptions: ${customer}`,
    asOf: (day: string): string => `As of ${day}`,
    greeting: 'Dear customer,',
    intro: (count: number, shown: string): string =>
      count === 1
        ? 'The term of one of your Microsoft subscriptions ends soon. This is what we have planned, and what we need from you.'
        : `The terms of ${shown} of your Microsoft subscriptions end soon. This is what we have planned, and what we need from you.`,
    columns: {
      product: 'Subscription',
      seats: 'Seats today',
      termEnd: 'Term ends',
      happens: 'What happens',
      price: 'Price today per seat and month',
      by: 'Changes until',
      need: 'What we need from you',
    },
    need: {
      cancel: 'Please confirm that the service may end, and save the data that you still need before that day.',
      renew: 'Please confirm the number of seats and the term.',
      est: 'Please confirm that you want to go on month by month. The number of seats cannot be changed in this time.',
    },
    prices: 'The price of a new term follows the price list of the day on which it begins.',
    times: 'All times are UTC, as Microsoft counts them; the local time stands beside them. After that nothing can be changed for this term end.',
    seven: 'After a renewal there are seven days to reduce seats or to cancel.',
    confirm: 'Agreed',
    name: 'Name',
    date: 'Date',
    signature: 'Signature',
    regards: 'Kind regards',
  },
  mail: {
    subject: (customer: string, day: string): string => `Your Microsoft subscriptions: please answer by ${day} (${customer})`,
    subjectAnyDay: (customer: string): string => `Your Microsoft subscriptions: please answer (${customer})`,
  },
  calendar: {
    name: 'Termwise deadlines',
    lock: (customer: string, product: string): string => `Locks: ${customer}, ${product}`,
    est: (customer: string, product: string): string => `EST begins: ${customer}, ${product}`,
    bridge: (customer: string, product: string): string => `End the EST: ${customer}, ${product}`,
    window: (customer: string, product: string): string => `Last call to cut seats or cancel: ${customer}, ${product}`,
    lockText: 'At this moment scheduled changes lock: 24 hours before the term is over (R-013).',
    estText: 'First day of the Extended Service Term.',
    bridgeText: 'The plan is to renew into a new term on this day.',
    windowText: 'The 7 days after the renewal end here at the earliest; they are counted from the moment when it completes (R-053).',
    subscription: (id: string): string => `Subscription ${id}`,
  },
  sheet: {
    title: 'Change sheet',
    say: (workbook: string, scenario: string, day: string): string =>
      `Workbook ${workbook}, scenario ${scenario}, as of ${day}. To be signed by whoever makes the changes and by whoever lets them be made.`,
    columns: {
      customer: 'Customer',
      product: 'Subscription',
      id: 'Subscription id',
      action: 'Change',
      before: 'Before',
      after: 'After',
      lock: 'Locks at 00:00 UTC',
      local: 'Local time',
      decided: 'Decided by',
      reason: 'Why',
      done: 'Done (date, name)',
      signature: 'Signature',
    },
    autoRenew: { on: 'auto-renew on', off: 'auto-renew off' },
    approved: 'Approved',
    made: 'Made',
    name: 'Name',
    date: 'Date',
    signature: 'Signature',
  },
  /** Why a subscription is not in the pack, and what to do. */
  leftOut: {
    'undecided': 'Nothing is decided. Decide it in Decide, then make the pack again.',
    'excluded': 'Trials, software and usage have no such actions (R-003).',
    'suspended': 'It is suspended: reactivate it, look at auto-renew, and import it again (R-053).',
    'not-active': 'It is not active: nothing can be scheduled (R-060). An expired one has to be reactivated first.',
    'lock-passed': 'The lock has passed: what was set before happens (R-013). Look at the 7 days after the renewal.',
    'term-over': 'Its term is over. In the 7 days after a renewal cut seats or cancel in Partner Center (R-053); import it again for the new term.',
    'not-eligible': 'EST is not on offer for it (R-004). Decide to renew or to cancel.',
    'already-in-est': 'It is in EST already: nothing is to be sent now. To end it, on any day, decide to renew or to cancel (R-012).',
    'no-seats': 'The seats of the new term are no whole number from 1 on. Decide again with seats.',
    'odd-term': 'Its term and billing plan are not sold together. Decide again with another term.',
  },
  /** Why there is no request that could be sent as it is. */
  request: {
    complete: 'complete',
    merge: (fields: string): string => `fetch first: ${fields}`,
    stale: (fields: string): string => `fetch first, differs from the imported file: ${fields}`,
    none: { 'id': 'no request: the id is none of Partner Center’s', 'product': 'no request: product or SKU id is none of Microsoft’s' },
    removedLegacy: 'scheduledNextTermInstructions was left out: scheduledActions take its place (R-020).',
    droppedActions: 'Actions that were scheduled for the term end were replaced.',
    keptActions: 'Actions with a day of their own before the term end were kept.',
    aged: 'The body is the imported resource with these changes. Send it only while checkFirst still holds; otherwise fetch the subscription and make the changes in the answer: old fields would undo what has changed since.',
    mergeHow: 'This is no body. Fetch the subscription, put the members of “merge” over those of the answer, remove scheduledNextTermInstructions, keep its actions that have a day of their own, and send all of it: what a PATCH leaves out may be reset (R-019).',
    followUp: 'A second step, on its own day: renew out of EST. Make a new pack then.',
  },
  /** `\n` parts lines. */
  readme: (facts: { readonly day: string; readonly workbook: string; readonly scenario: string; readonly actions: string; readonly leftOut: string; readonly complete: string; readonly merge: string; readonly none: string; readonly field: string }): string => `ACTION PACK, as of ${facts.day}
Workbook: ${facts.workbook}
Scenario: ${facts.scenario}
Subscriptions: ${facts.actions}; left out: ${facts.leftOut}

Nothing of this has been sent to anybody. Termwise makes files; you send them.

actions.json    The requests for Partner Center (https://api.partnercenter.microsoft.com), one for each subscription.
                ${facts.complete} with a whole body; ${facts.merge} to be fetched first (“merge” is laid over the answer); ${facts.none} without a request.
                Send nothing whose “checkFirst” no longer holds. The field that says when is called ${facts.field}.
actions.csv     The same as a list: before and after, deadline, who and why.
deadlines.ics   For your calendar: locks with alarms 14, 7 and 1 day before, first days of EST, ends of the 7 days after a renewal.
letters/        One letter for each customer, to print (.html) or to copy (.txt). No cost and no margin.
mail/           One draft for each customer, without a recipient. Open it, choose the recipient, read it, send it.
change-sheet    What changes, before and after, to sign (.html to print, .xlsx to fill in).

actions.json, actions.csv and the change sheet are for you, not for customers: they hold ids, names and reasons of all of them.
Without a script: open the subscription in Partner Center and set by hand what the change sheet says.
Parts that were not chosen are not here. Before sending a body that you have changed, check it with “Check JSON…” in Decide.
`,
}; // prettier-ignore

/** Every language has the same words. */
export type ActionPackText = typeof actionPackEn;
