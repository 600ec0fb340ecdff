/** Help of functions: dates and working days. */
import { type FunctionWords, entry } from './entry.ts';

export const DATE_WORDS: readonly FunctionWords[] = [
  entry(
    'DATE',
    'date',
    'Makes a date from year, month and day.',
    [
      ['year', 'The year.'],
      ['month', 'The month; 13 is January of the next year.'],
      ['day', 'The day; 0 is the last of the month before.'],
    ],
    [
      ['TEXT(DATE(2026,5,4),"yyyy-mm-dd")', '2026-05-04'],
      ['DATE(2026,3,0)=DATE(2026,2,28)', true],
    ],
  ),
  entry(
    'DATEVALUE',
    'date',
    'Reads the date that a text writes, by the order of your locale.',
    [['text', 'Such as 2026-05-04 or 4 May 2026.']],
    [
      ['DATEVALUE("2026-05-04")=DATE(2026,5,4)', true],
      ['DATEVALUE("4-May-2026")=DATE(2026,5,4)', true],
    ],
  ),
  entry(
    'YEAR',
    'date',
    'Gives the year of a date.',
    [['date', 'The date.']],
    [
      ['YEAR(DATE(2026,5,4))', 2026],
      ['YEAR("2025-12-31")', 2025],
    ],
  ),
  entry(
    'MONTH',
    'date',
    'Gives the month of a date, 1 to 12.',
    [['date', 'The date.']],
    [
      ['MONTH(DATE(2026,5,4))', 5],
      ['MONTH("2025-12-31")', 12],
    ],
  ),
  entry(
    'DAY',
    'date',
    'Gives the day of the month of a date.',
    [['date', 'The date.']],
    [
      ['DAY(DATE(2026,5,4))', 4],
      ['DAY("2025-12-31")', 31],
    ],
  ),
  entry(
    'EDATE',
    'date',
    'Gives the same day so many months later, the last day in shorter months.',
    [
      ['date', 'The date.'],
      ['months', 'How many months; negative goes back.'],
    ],
    [
      ['EDATE(DATE(2026,1,31),1)=DATE(2026,2,28)', true],
      ['EDATE(DATE(2026,5,4),-12)=DATE(2025,5,4)', true],
    ],
  ),
  entry(
    'EOMONTH',
    'date',
    'Gives the last day of the month so many months later.',
    [
      ['date', 'The date.'],
      ['months', "How many months; 0 for the date's own."],
    ],
    [
      ['DAY(EOMONTH(DATE(2024,2,10),0))', 29],
      ['EOMONTH(DATE(2026,1,5),1)=DATE(2026,2,28)', true],
    ],
  ),
  entry(
    'DATEDIF',
    'date',
    'Gives the whole years, months or days between two dates.',
    [
      ['start', 'The earlier date.'],
      ['end', 'The later date.'],
      ['unit', '"Y", "M" or "D"; "YM" months without years, "MD" days without months, "YD" days without years.'],
    ],
    [
      ['DATEDIF(DATE(2025,5,4),DATE(2026,6,10),"M")', 13],
      ['DATEDIF(DATE(2025,5,4),DATE(2026,6,10),"YD")', 37],
    ],
  ),
  entry(
    'DAYS',
    'date',
    'Gives the days from one date to another.',
    [
      ['end', 'The later date.'],
      ['start', 'The earlier date.'],
    ],
    [
      ['DAYS(DATE(2026,5,4),DATE(2026,4,4))', 30],
      ['DAYS("2026-01-01","2026-01-08")', -7],
    ],
  ),
  entry(
    'NETWORKDAYS',
    'date',
    'Counts the days from Monday to Friday between two dates, both included.',
    [
      ['start', 'The first day.'],
      ['end', 'The last day.'],
      ['holidays', 'Days off that do not count.'],
    ],
    [
      ['NETWORKDAYS(DATE(2026,11,23),DATE(2026,11,29))', 5],
      ['NETWORKDAYS(DATE(2026,12,21),DATE(2026,12,27),DATE(2026,12,25))', 4],
    ],
  ),
  entry(
    'WORKDAY',
    'date',
    'Gives the day so many working days later.',
    [
      ['start', 'The day to count from, which is not counted.'],
      ['days', 'How many days from Monday to Friday; negative goes back.'],
      ['holidays', 'Days off that do not count.'],
    ],
    [
      ['WORKDAY(DATE(2026,11,27),1)=DATE(2026,11,30)', true],
      ['WORKDAY(DATE(2026,11,30),-1)=DATE(2026,11,27)', true],
    ],
  ),
  entry(
    'WEEKDAY',
    'date',
    'Gives the day of the week as a number.',
    [
      ['date', 'The date.'],
      ['kind', '1 or left out: Sunday is 1. 2: Monday is 1. 3: Monday is 0. 11 to 17: Monday to Sunday is 1.'],
    ],
    [
      ['WEEKDAY(DATE(2026,11,26))', 5],
      ['WEEKDAY(DATE(2026,11,26),2)', 4],
    ],
  ),
  entry(
    'ISOWEEKNUM',
    'date',
    'Gives the week of the year; week 1 holds the first Thursday.',
    [['date', 'The date.']],
    [
      ['ISOWEEKNUM(DATE(2026,1,1))', 1],
      ['ISOWEEKNUM(DATE(2027,1,1))', 53],
    ],
  ),
  entry(
    'TODAY',
    'date',
    'Gives the as-of day of the workbook, not the day on the clock.',
    [],
    [
      ['TODAY()-TODAY()', 0],
      ['INT(TODAY())=TODAY()', true],
    ],
  ),
];
