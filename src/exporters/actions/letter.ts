/** A letter to a customer: what happens to each subscription, until when it can be changed, and what is needed. No cost, no margin, no reason. */
import { type Html, html } from '../markup.ts';
import type { Day } from '../../core/days.ts';
import type { LetterCustomer } from './customers.ts';
import { printPage, signLines } from './print-page.ts';
import type { Planned } from './types.ts';
import type { Wording } from './wording.ts';

/** A line of a subscription: what it is about, and what holds. */
type Fact = readonly [name: string, value: string];

/** What a customer is told about a subscription; the price only where a file says it. */
function factsOf(planned: Planned, wording: Wording): readonly Fact[] {
  const { columns } = wording.text.letter;
  const { row, action } = planned;
  const price = wording.price(planned);
  return [
    [columns.seats, wording.seats(row.seats)],
    ...(action.locksAt === undefined ? [] : [[columns.termEnd, wording.format.day(row.termEnd)] as const]),
    [columns.happens, wording.happens(planned)],
    ...(price === '' ? [] : [[columns.price, price] as const]),
    [columns.by, wording.by(planned)],
    [columns.need, wording.need(planned)],
  ];
}

/** Sentences that hold for all of them. */
function generalOf(planned: readonly Planned[], { text }: Wording): readonly string[] {
  const renews = planned.some(({ action }) => action.newTerm !== undefined);
  const hasSeven = planned.some(({ action }) => action.windowEnds !== undefined);
  return [text.letter.times, ...(renews ? [text.letter.prices] : []), ...(hasSeven ? [text.letter.seven] : [])];
}

/** The letter as a page that prints. */
export function letterHtml({ name, planned }: LetterCustomer, wording: Wording, asOf: Day): string {
  const { letter, lang } = wording.text;
  const content = html`<h1>${letter.title(name)}</h1>
    <p class="muted">${letter.asOf(wording.format.day(asOf))}</p>
    <p>${letter.greeting}</p>
    <p>${letter.intro(planned.length, wording.format.count(planned.length))}</p>
    ${planned.map((one) => sectionOf(one, wording))} ${generalOf(planned, wording).map((line) => html`<p>${line}</p>`)}
    <p>${letter.regards}</p>
    <h2>${letter.confirm}</h2>
    ${signLines([letter.name, letter.date, letter.signature])}`;
  return printPage({ lang, title: letter.title(name), wide: false, content });
}

function sectionOf(planned: Planned, wording: Wording): Html {
  const facts = factsOf(planned, wording).map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  return html`<section>
    <h2>${planned.row.product}</h2>
    <dl>${facts}</dl>
  </section>`;
}

/** The letter as plain text with CRLF. */
export function letterText({ name, planned }: LetterCustomer, wording: Wording, asOf: Day): string {
  const { letter } = wording.text;
  return lines([
    letter.title(name),
    letter.asOf(wording.format.day(asOf)),
    ...bodyLines(planned, wording),
    '',
    letter.confirm,
    ...[letter.name, letter.date, letter.signature].map((word) => `${word}: ______________________________`),
  ]);
}

/** The text of the mail, without its subject. */
export function mailText({ planned }: LetterCustomer, wording: Wording): string {
  return lines(bodyLines(planned, wording).slice(1));
}

function bodyLines(planned: readonly Planned[], wording: Wording): readonly string[] {
  const { letter } = wording.text;
  return [
    '',
    letter.greeting,
    '',
    letter.intro(planned.length, wording.format.count(planned.length)),
    ...planned.flatMap((one) => [
      '',
      `* ${oneLine(one.row.product)}`,
      ...factsOf(one, wording).map(([name, value]) => `  ${name}: ${oneLine(value)}`),
    ]),
    '',
    ...generalOf(planned, wording),
    '',
    letter.regards,
  ];
}

/** Text of files in one line, without controls. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function lines(all: readonly string[]): string {
  return `${all.map(oneLineEnd).join('\r\n')}\r\n`;
}

/** Keeps the indent, drops what would break the line. */
function oneLineEnd(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trimEnd();
}
