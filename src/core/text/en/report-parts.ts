/** Words of the report's parts beyond the simulation: who pays, decisions, scenarios, uncertainty, Azure, obligations. */
import type { Words } from '../words.ts';

export const reportPartsText = {
  payers: {
    headings: { est: 'Who pays for EST', renewals: 'Who pays for renewals', notices: 'Price notices to send' },
    byCause: (title: string) => `${title}, by cause`,
    causes: { rule: 'Price off its rule', promotion: 'Promotion lost', listMove: 'List move', commitment: 'Commitment', estUplift: 'EST uplift', currency: 'Currency' },
    say: {
      split: 'What customer prices rise by, and who carries it: passed on, passed on late because of notice or price lock, or absorbed.',
      notices: 'A new price counts from the day named only when the notice has gone out by then.',
    },
    columns: { customer: 'Customer', cause: 'Cause', subscriptions: 'Subscriptions', passed: 'Passed on', delayed: 'Passed on late', absorbed: 'Absorbed', sendBy: 'Send by', from: 'New price from', monthly: 'A month later costs', state: 'State' },
    states: { overdue: 'overdue', late: 'given too late', due: 'to be sent', given: 'given' },
    none: 'No customer price changes in this window.',
  },
  decisions: {
    headings: { open: 'Open decisions', made: 'Decisions made' },
    say: {
      open: 'Subscriptions that go into EST, or run in it, without anybody having decided, the next lock first.',
      made: 'What the scenario decides, in the order in which later decisions win.',
    },
    columns: { match: 'For', outcome: 'Decision', by: 'By', when: 'When', why: 'Why', best: 'Best way', saves: 'It saves' },
    best: (months: string, days: string) => `Best way: the least that is still owed after ${months} months, then the least cost in them; EST for ${days} days is among the ways. What it saves is the cost of these months by itself less that of the best way.`,
    ways: {
      renew: (plan: string) => `Renew: ${plan}`,
      'est-renew': (days: string, plan: string) => `EST for ${days} days, then ${plan}`,
      est: () => 'Stay in EST',
      cancel: () => 'Cancel at the term end',
    },
    seats: (way: string, seats: string) => `${way}, ${seats} seats`,
    plans: { 'P1Y/Annual': '1 year, upfront', 'P1Y/Monthly': '1 year, billed monthly', 'P1M/Monthly': 'month by month', 'P3Y/Triennial': '3 years, upfront', 'P3Y/Annual': '3 years, billed yearly', 'P3Y/Monthly': '3 years, billed monthly' },
  },
  scenarios: {
    heading: 'Scenarios compared',
    say: 'Sums over the window, each currency on its own. The first scenario is what the others are held against.',
    columns: { figure: 'Figure' },
    figures: { subscriptions: 'Subscriptions', exposed: 'Exposed', est: 'EST cost', current: 'Cost today', renew: 'Cost if renewed', extra: 'Extra against today', passed: 'Passed on', delayed: 'Passed on late', absorbed: 'Absorbed', margin: 'Margin' },
    hash: (name: string, hash: string) => `${name}: scenario ${hash}`,
    few: 'There is only one scenario: nothing to compare.',
  },
  uncertainty: {
    heading: 'How sure it is',
    none: 'Nothing in this scenario is uncertain: no range was entered.',
    undrawn: 'The ranges of this scenario cannot be drawn from: open Uncertainty, which says what is wrong with them.',
    say: (trials: string, seed: string) => `${trials} trials with the seed “${seed}”: the same seed gives the same figures again. In one of ten trials a figure is below the 10 % column, in one of ten above the 90 % column.`,
    columns: { figure: 'Figure', p10: '10 %', p50: '50 %', p90: '90 %', customer: 'Customer', limit: 'Limit', chance: 'Chance of more' },
    amounts: { est: 'EST cost', current: 'Cost today', renew: 'Cost if renewed', extra: 'Extra against today', passed: 'Passed on', delayed: 'Passed on late', absorbed: 'Absorbed', margin: 'Margin' },
    limits: 'Limits',
    customers: 'Customers with the highest extra',
  },
  azure: {
    headings: { months: 'Azure consumption by month', customers: 'Azure consumption by customer' },
    say: 'What Microsoft bills for consumption, after the earned credit, in the currency of the bill. The last days of the files may still fill.',
    columns: { month: 'Month', customer: 'Customer', cost: 'Cost' },
    others: 'All others',
    none: 'No imported file holds Azure consumption.',
  },
  obligations: {
    headings: { agreements: 'Customer agreements', calendar: 'What is due in the next 90 days' },
    say: {
      agreements: 'Microsoft’s customer agreement as the imported files and the register say. A customer without one is blocked from new purchases and changes of seats (R-130).',
      calendar: 'Terms that end, and the day before which a choice has to be made (UTC).',
    },
    columns: { customer: 'Customer', type: 'Agreement', agreed: 'Agreed on', grade: 'Evidence', flags: 'Flags', by: 'Before (UTC)', product: 'Product, subscription', what: 'What', within: 'Within days' },
    missing: 'none in the files',
    noFiles: 'No imported file holds customer agreements, and none was entered.',
    types: { mca: 'Microsoft Customer Agreement', legacy: 'Microsoft Cloud Agreement (old)' },
    grades: { clicked: 'customer clicked', attested: 'partner attested', none: 'none' },
    flags: {
      'none': 'no acceptance',
      'legacy': 'only the Cloud Agreement (R-132)',
      'old-attestation': 'must be accepted again (R-137)',
      'after-retirement': 'attested too late (R-136)',
      'future': 'dated in the future (R-131)',
      'incomplete': 'contact incomplete (R-131)',
    },
    nothingDue: 'No term ends in the next 90 days.',
  },
} as const; // prettier-ignore

export type ReportPartsText = Words<typeof reportPartsText>;
