/** The action pack: all its files in one zip. Nothing in it has been sent, and nothing of it is sent from here. */
import { type Zippable, zipSync } from 'fflate';
import { type Day, partsOfDay } from '../../core/days.ts';
import { idKey } from '../../core/ids.ts';
import { BOM } from '../tabular/csv.ts';
import { actionsCsv } from './actions-csv.ts';
import { actionsJson } from './actions-json.ts';
import { deadlinesCalendar } from './calendar.ts';
import { changeSheetHtml, changeSheetXlsx } from './change-sheet.ts';
import { type LetterCustomer, customersOf } from './customers.ts';
import { draftEml } from './eml.ts';
import { letterHtml, letterText, mailText } from './letter.ts';
import { type ActionRequest, requestOf } from './request.ts';
import { type PackInput, type Planned, plannedOf } from './types.ts';
import { Wording } from './wording.ts';

export type PackFiles = ReadonlyMap<string, string | Uint8Array>;

/** The requests of all rows that have an action. */
export function requestsOf({ rows, resources, choices, asOf }: PackInput): ReadonlyMap<Planned, ActionRequest> {
  return new Map(
    plannedOf(rows).map((planned) => {
      const resource = resources.get(idKey(planned.row.subscriptionId));
      return [planned, requestOf(planned, resource, choices, asOf)] as const;
    }),
  );
}

/** The files by their path in the zip: texts are UTF-8. The same input gives the same bytes. */
export async function packFiles(input: PackInput): Promise<PackFiles> {
  const { choices, asOf } = input;
  const { parts } = choices;
  const wording = new Wording(choices);
  const requests = requestsOf(input);
  const planned = [...requests.keys()];
  const files = new Map<string, string | Uint8Array>();
  files.set('README.txt', BOM + readme(input, requests, wording).replaceAll('\n', '\r\n'));
  if (parts.has('json')) files.set('actions.json', actionsJson(input, requests, wording));
  if (parts.has('csv')) files.set('actions.csv', actionsCsv(requests, choices));
  if (parts.has('calendar')) files.set('deadlines.ics', deadlinesCalendar(planned, wording, asOf));
  if (parts.has('sheet')) {
    files.set('change-sheet.html', changeSheetHtml(input, planned, wording));
    files.set('change-sheet.xlsx', await changeSheetXlsx(planned, wording, asOf));
  }
  for (const customer of customersOf(planned)) addCustomer(files, customer, input, wording);
  return files;
}

function addCustomer(
  files: Map<string, string | Uint8Array>,
  customer: LetterCustomer,
  { choices: { parts }, asOf }: PackInput,
  wording: Wording,
): void {
  const { fileWord } = customer;
  if (parts.has('letters')) {
    files.set(`letters/letter-${fileWord}.html`, letterHtml(customer, wording, asOf));
    files.set(`letters/letter-${fileWord}.txt`, BOM + letterText(customer, wording, asOf));
  }
  if (!parts.has('mail')) return;
  const text = mailText(customer, wording);
  files.set(`mail/mail-${fileWord}.eml`, draftEml({ subject: subjectOf(customer, wording), text, on: asOf }));
}

/** The day before the first lock: until its end everything can still be changed. */
function subjectOf({ name, planned }: LetterCustomer, { text, format }: Wording): string {
  const first = planned.find(({ action }) => action.locksAt !== undefined)?.action.locksAt;
  return first === undefined ? text.mail.subjectAnyDay(name) : text.mail.subject(name, format.day(first - 1));
}

function readme(input: PackInput, requests: ReadonlyMap<Planned, ActionRequest>, { text, format }: Wording): string {
  const count = (kind: ActionRequest['kind']): string =>
    format.count([...requests.values()].filter((request) => request.kind === kind).length);
  const { asOf, workbook, scenario, rows, choices } = input;
  return text.readme({
    day: format.day(asOf),
    ...{ workbook, scenario, field: choices.scheduleField },
    actions: format.count(requests.size),
    leftOut: format.count(rows.length - requests.size),
    ...{ complete: count('complete'), merge: count('merge'), none: count('none') },
  });
}

/** The files as a zip. Its only date is the as-of, so that its bytes are reproducible. */
export function zipOf(files: PackFiles, asOf: Day): Uint8Array<ArrayBuffer> {
  const { year, month, date } = partsOfDay(asOf);
  const encoder = new TextEncoder();
  const zippable: Zippable = {};
  for (const [path, content] of files) {
    zippable[path] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  // Zips hold local times; this one is made of its parts, so that it is the same in every zone.
  return zipSync(zippable, { mtime: new Date(year, month - 1, date) });
}
