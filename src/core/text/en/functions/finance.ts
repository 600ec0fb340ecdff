/** Help of functions: loans and cash flows. */
import { type FunctionWords, entry } from './entry.ts';

export const FINANCE_WORDS: readonly FunctionWords[] = [
  entry(
    'PMT',
    'finance',
    'Gives the payment per period that pays off a loan; money paid is negative.',
    [
      ['rate', 'Interest per period, such as 6%/12.'],
      ['periods', 'How many payments.'],
      ['present value', 'What is borrowed now.'],
      ['future value', 'What is left at the end; 0 when left out.'],
      ['due', '1: payments at the start of each period.'],
    ],
    [
      ['ROUND(PMT(0.01,12,1200),2)', -106.62],
      ['PMT(0,4,100)', -25],
    ],
  ),
  entry(
    'PV',
    'finance',
    'Gives what payments in the future are worth now.',
    [
      ['rate', 'Interest per period.'],
      ['periods', 'How many payments.'],
      ['payment', 'Each payment; money paid is negative.'],
      ['future value', 'A last sum at the end; 0 when left out.'],
      ['due', '1: payments at the start of each period.'],
    ],
    [
      ['PV(0,10,-100)', 1000],
      ['ROUND(PV(0.1,1,0,-110),2)', 100],
    ],
  ),
  entry(
    'FV',
    'finance',
    'Gives what payments have grown to at the end.',
    [
      ['rate', 'Interest per period.'],
      ['periods', 'How many payments.'],
      ['payment', 'Each payment; money paid is negative.'],
      ['present value', 'A first sum now; 0 when left out.'],
      ['due', '1: payments at the start of each period.'],
    ],
    [
      ['FV(0,10,-100)', 1000],
      ['ROUND(FV(0.1,1,0,-100),2)', 110],
    ],
  ),
  entry(
    'RATE',
    'finance',
    'Gives the interest per period of a loan.',
    [
      ['periods', 'How many payments.'],
      ['payment', 'Each payment; money paid is negative.'],
      ['present value', 'What is borrowed now.'],
      ['future value', 'What is left at the end; 0 when left out.'],
      ['due', '1: payments at the start of each period.'],
      ['guess', 'Where the search begins; 10% when left out.'],
    ],
    [
      ['ROUND(RATE(1,0,-100,110),4)', 0.1],
      ['ROUND(RATE(12,-106.62,1200),4)', 0.01],
    ],
  ),
  entry(
    'NPV',
    'finance',
    'Gives the value now of money that comes and goes at the end of each period.',
    [
      ['rate', 'Interest per period.'],
      ['value', 'The amounts in order; the first is a period away.'],
    ],
    [
      ['ROUND(NPV(0.1,110),2)', 100],
      ['ROUND(NPV(0.1,{110,121}),2)', 200],
    ],
  ),
  entry(
    'IRR',
    'finance',
    'Gives the interest at which money paid and received balance out.',
    [
      ['values', 'The amounts in order, at least one of each sign.'],
      ['guess', 'Where the search begins; 10% when left out.'],
    ],
    [
      ['ROUND(IRR({-100,110}),4)', 0.1],
      ['IRR({1,2,3})', '#NUM!'],
    ],
  ),
];
