/** Help of functions: Termwise's own figures. */
import { type FunctionWords, entry } from './entry.ts';

export const PRODUCT_WORDS: readonly FunctionWords[] = [
  entry(
    'EST.PRICE',
    'product',
    'Gives what a seat costs per month on extended service term.',
    [
      ['what', 'The id of a subscription, or the SKU of an offer.'],
      ['segment', 'Commercial, Education …; that of the subscription when left out.'],
      ['date', 'The day of the price; the as-of day when left out.'],
    ],
    [
      ['EST.PRICE("S1")', 41.2],
      ['IFNA(EST.PRICE("no such id"),"unknown")', 'unknown'],
    ],
  ),
  entry(
    'LIST.PRICE',
    'product',
    'Gives the list price of a seat per month, before promotions.',
    [
      ['what', 'The id of a subscription, or the SKU of an offer.'],
      ['segment', 'Commercial, Education …; that of the subscription when left out.'],
      ['date', 'The day of the price list; the as-of day when left out.'],
      ['plan', 'Term and billing, such as "P1Y/Annual"; that of the subscription when left out.'],
    ],
    [
      ['LIST.PRICE("S1")', 39],
      ['ROUND(EST.PRICE("S1")/LIST.PRICE("S1")-1,4)', 0.0564],
    ],
  ),
  entry(
    'TERM.END',
    'product',
    "Gives the last day of a subscription's term.",
    [['subscription', 'Its id.']],
    [
      ['TEXT(TERM.END("S1"),"yyyy-mm-dd")', '2026-12-31'],
      ['IFNA(TERM.END("no such id"),"unknown")', 'unknown'],
    ],
  ),
  entry(
    'LOCK.DATE',
    'product',
    "Gives the last day on which it can still be chosen what happens at a subscription's term end.",
    [['subscription', 'Its id.']],
    [
      ['TEXT(LOCK.DATE("S1"),"yyyy-mm-dd")', '2026-12-30'],
      ['TERM.END("S1")-LOCK.DATE("S1")', 1],
    ],
  ),
  entry(
    'PASSED',
    'product',
    "Gives how much of a subscription's extra EST cost is passed on to the customer.",
    [
      ['subscription', 'Its id.'],
      ['month', 'Any day of the month; all months of the window when left out.'],
    ],
    [
      ['PASSED("S1")', 12.5],
      ['IFNA(PASSED("no such id"),0)', 0],
    ],
  ),
  entry(
    'FX',
    'product',
    'Gives how much of one currency is paid for 1 of another.',
    [
      ['from', 'The currency that an amount is in, such as "EUR".'],
      ['to', 'The currency that it shall be in.'],
      ['date', 'The day of the rate; the as-of day when left out.'],
    ],
    [
      ['FX("EUR","USD")', 1.25],
      ['200*FX("EUR","USD")', 250],
    ],
  ),
];
