/** Why a text cannot stand in a cell, and the words that cells of yes and no are written with. */

const MOST_CHOICES = 8;
const ISO_EXAMPLE = '2026-12-31';

const likeDay = (example: string): string =>
  `Write it like ${example === ISO_EXAMPLE ? example : `${example} or ${ISO_EXAMPLE}`}.`;

export const typedText = {
  yes: 'yes',
  no: 'no',
  empty: 'A value is needed here.',
  notWhole: (text: string) => `“${text}” is not a whole number.`,
  notNumber: (text: string, example: string) => `“${text}” is not a number. Write it like ${example}.`,
  tooLong: 'A number has at most 30 digits.',
  notPercent: (text: string, example: string) => `“${text}” is not a percentage. Write it like ${example}.`,
  percentHere: (text: string) => `“${text}” is a percentage, and this column has none.`,
  currencyHere: (text: string) => `“${text}” names a currency, and this column has none.`,
  otherCurrency: (text: string, currency: string) => `“${text}” is in another currency; this cell is in ${currency}.`,
  tooSmall: (least: string) => `It must be ${least} or more.`,
  tooLarge: (most: string) => `It must be ${most} or less.`,
  outside: (least: string, most: string) => `It must be between ${least} and ${most}.`,
  tooManyDigits: (digits: number) =>
    digits === 1 ? 'It can have 1 digit after the point.' : `It can have ${String(digits)} digits after the point.`,
  notDay: (text: string, example: string) => `“${text}” is not a date. ${likeDay(example)}`,
  noSuchDay: (text: string) => `There is no day “${text}” in the calendar.`,
  monthFirst: (text: string, example: string) =>
    `“${text}” has its month in another place than your language. ${likeDay(example)}`,
  shortYear: (text: string) => `Write the year of “${text}” with four digits.`,
  withTime: (text: string) => `“${text}” has a time of day; only the day can stand here.`,
  dayOutside: (first: string, last: string) => `The day must be from ${first} to ${last}.`,
  notFlag: (text: string) => `“${text}” is neither yes nor no.`,
  notChoice: (text: string, choices: readonly string[]) => {
    const listed = choices.slice(0, MOST_CHOICES).join(', ');
    return `“${text}” is not in the list: ${listed}${choices.length > MOST_CHOICES ? ', …' : ''}.`;
  },
} as const;
