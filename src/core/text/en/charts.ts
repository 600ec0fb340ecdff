/** English words of the charts. Figures and dates arrive as texts, already in the user's locale. */
import type { MilestoneKey } from '../../rules/milestones.ts';
import { fullStop } from '../full-stop.ts';
import { compareChartText } from './compare-charts.ts';

const SMALL_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title inside a sentence; abbreviations keep their capitals. */
const inside = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

export const chartText = {
  parts: {
    current: 'Current',
    promotion: 'Promotion lost',
    listMove: 'List move',
    commitment: 'Commitment',
    estUplift: 'EST uplift',
    currency: 'Currency',
  },
  pays: { passed: 'Passed on', delayed: 'Passed on late', absorbed: 'Absorbed' },
  columns: {
    month: 'Month',
    est: 'EST cost',
    extra: 'Extra',
    need: 'Price rise',
    customer: 'Customer',
    step: 'Step',
    amount: 'Amount',
    date: 'Date',
    event: 'Event',
    source: 'Source',
    confidence: 'Confidence',
  },
  unit: {
    plain: (currency: string) => currency,
    thousand: (currency: string) => `thousand ${currency}`,
    million: (currency: string) => `million ${currency}`,
    billion: (currency: string) => `billion ${currency}`,
    perSeatMonth: (currency: string) => `${currency} per seat and month`,
  },

  exposureByMonth: {
    title: 'EST cost by month and cause',
    none: (currency: string) => `No subscription in ${currency} is exposed in this window.`,
    peak: (month: string, money: string) => `Peak in ${month}: ${money}.`,
    cause: (first: string, second: string | undefined) =>
      second === undefined
        ? `${sentence(first)} is the only cause of the extra.`
        : `${sentence(first)} is the largest cause, ${inside(second)} comes second.`,
    noRise: (amount: string) => `No cause raises the cost; against today it is ${amount}.`,
    partMonths: (first: string, last: string) => `${first} and ${last} are part months.`,
    bar: (month: string, est: string, extra: string) => `${month}: EST cost ${est}, of which extra ${extra}`,
  },

  whoPays: {
    title: 'Who pays the price rise',
    none: (currency: string) => `No customer price in ${currency} changes in this window.`,
    shares: (passed: string, delayed: string, absorbed: string) =>
      `Customers pay ${passed}, notice and locks delay ${delayed}, and we absorb ${absorbed}.`,
    basis: 'These are customer prices, so they add up to the price rise, not to the extra cost.',
    bar: (month: string, passed: string, delayed: string, absorbed: string) =>
      `${month}: passed on ${passed}, passed on late ${delayed}, absorbed ${absorbed}`,
  },

  topCustomers: {
    title: 'Customers by extra',
    none: (currency: string) => `No customer is exposed in ${currency}.`,
    share: (count: number, all: string, percent: string) =>
      count === 1
        ? `One of ${all} customers carries ${percent} of the extra.`
        : `${SMALL_NUMBERS[count] ?? String(count)} of ${all} customers carry ${percent} of the extra.`,
    over: (percent: string) => `over ${percent}`,
    all: (count: number, amount: string) =>
      count === 1 ? `One customer carries the whole extra: ${amount}.` : `All ${String(count)} customers together: ${amount}.`,
    mixed: (most: string, amount: string, fewer: number, fewerText: string) =>
      `${most} has the largest extra, ${amount}; ${fewer === 1 ? 'one customer pays' : `${fewerText} customers pay`} less than today.`,
    more: (count: string) => `${count} more`,
    noName: 'Customer without a name',
    bar: (customer: string, extra: string, parts: string) => `${customer}: extra ${extra}${parts === '' ? '' : ` (${parts})`}`,
    part: (part: string, amount: string) => `${inside(part)} ${amount}`,
  },

  cliff: {
    portfolioTitle: 'The cliff, portfolio',
    subscriptionTitle: (product: string) => `The cliff, ${product}`,
    total: 'EST cost',
    unitTotal: 'EST price',
    rise: (percent: string) => `From today’s bill to EST: ${percent}.`,
    noBill: (amount: string) => `From a bill of nothing today to ${amount}.`,
    unchanged: 'EST costs the same as today.',
    cut: (start: string) => `The axis starts at ${start}, the first and last bars are cut.`,
    bar: (step: string, amount: string) => `${step}: ${amount}`,
  },

  milestones: {
    title: 'Known dates of EST',
    unit: 'R-029',
    asOf: (date: string) => `as of ${date}, window shaded`,
    enforced: (date: string, since: string) => `EST has been enforced since ${date}, ${since} days before as-of.`,
    coming: (date: string, until: string) => `EST will be enforced on ${date}, ${until} days after as-of.`,
    today: (date: string) => `EST is enforced from as-of on, ${date}.`,
    quiet: (date: string) => `No later change is known than ${date}.`,
    bar: (date: string, event: string) => `${date}: ${event}`,
    confidence: { high: 'high', medium: 'medium', low: 'low' },
    events: {
      announced: 'Announced',
      listRows: 'First rows in price list',
      sandbox: 'Sandbox opens',
      cancelAtEnd: 'Cancel at term end',
      pricePreview: 'EST price preview',
      postponed: 'Start postponed to 4 May',
      backfill: 'Backfill to EST',
      directCustomers: 'Direct customers',
      production: 'Live in Partner Center',
      priceDownload: 'EST price download',
      enforced: 'Enforced, grace ends',
    } satisfies Readonly<Record<MilestoneKey, string>>,
  },

  /** Charts of a pivot or a selection. */
  fromTable: {
    others: 'Others',
    total: 'Total',
    stronger: 'Stronger: larger',
    negative: 'Below zero',
    none: 'There is no figure to draw.',
    bandFrom: (band: string) => `${band}, from`,
    bandTo: (band: string) => `${band}, to`,
    largest: (label: string, series: string, figure: string) =>
      fullStop(`The largest figure is ${figure}: ${label}${series === '' ? '' : `, ${series}`}`),
    peak: (label: string, series: string, figure: string) =>
      `${series === '' ? 'Highest' : `${series} is highest`} at ${label}: ${figure}.`,
    course: (first: string, from: string, last: string, to: string, peak: string) =>
      `From ${from} at ${first} to ${to} at ${last}. ${peak}`,
    points: (count: number, text: string, vertical: string, horizontal: string) =>
      `${count === 1 ? 'One point' : `${text} points`}: ${vertical} by ${horizontal}.`,
    steps: (total: string, label: string) => fullStop(`The steps add up to ${total}; the largest rise is ${label}`),
    cut: (shown: string, all: string) => `Drawn are ${shown} of ${all} lines.`,
    cutTop: (shown: string, all: string) => `Drawn are the ${shown} largest of ${all} lines, the others together.`,
    cutSeries: (shown: string, all: string) => `Of ${all} series the ${shown} largest are drawn.`,
    cutSeriesTop: (shown: string, all: string) => `Of ${all} series the ${shown} largest are drawn, the others together.`,
  },

  compare: compareChartText,

  host: {
    table: 'Table',
    keys: 'Use the arrow keys to move between bars and Enter to filter by one.',
    readKeys: 'Use the arrow keys to move between bars.',
    brushKeys: 'Drag over it, or use Shift with the arrow keys and Enter, to see only a part.',
    failed: 'This chart could not be drawn. Its data are in the table.',
  },
}; // prettier-ignore

/** The words of one language. */
export type ChartText = typeof chartText;
