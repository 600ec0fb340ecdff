/** Any action pack: its JSON lints clean, other people's readers take its files, and customers see what they may. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type JsonDataMap,
  dataOf,
  jsonFile,
  memberOf,
  parseJson,
  partsOf,
  scalarOf,
} from '../../../src/core/actions/json-tree.ts';
import { lintActions } from '../../../src/core/actions/lint.ts';
import { FORMULA_LIKE } from '../../../src/core/formula-guard.ts';
import { idKey } from '../../../src/core/ids.ts';
import { packFiles, requestsOf, zipOf } from '../../../src/exporters/actions/pack.ts';
import { plannedOf } from '../../../src/exporters/actions/types.ts';
import { Wording } from '../../../src/exporters/actions/wording.ts';
import { knownSubscriptions } from '../../../src/sim/index.ts';
import { runs } from '../../support/runs.ts';
import { tokens } from '../html-tags.ts';
import { CANARY, type DrawnPack, packs } from './packs.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

function text(files: Files, name: string): string {
  const found = files.get(name);
  if (typeof found !== 'string') throw new Error(`no text ${name}`);
  return found;
}

const textsIn = (files: Files, folder: string): readonly string[] =>
  [...files].flatMap(([name, content]) => (name.startsWith(folder) && typeof content === 'string' ? [content] : []));

function checkJson({ book, simulation, input }: DrawnPack, files: Files): void {
  const json = text(files, 'actions.json');
  const known = knownSubscriptions(book, simulation, () => true);
  expect(lintActions(json, { asOf: input.asOf, known }).findings).toEqual([]);
  const { root } = parseJson(json);
  const requests = partsOf(root && memberOf(root, 'requests'));
  expect(requests).toHaveLength(plannedOf(input.rows).length);
  for (const request of requests) {
    const body = memberOf(request, 'body');
    const original = input.resources.get(idKey(scalarOf(memberOf(request, 'subscriptionId'))));
    // A body is whole, or there is none.
    expect(body === undefined).toBe(memberOf(request, 'merge') !== undefined);
    if (!body || !(original instanceof Map)) continue;
    const sent = dataOf(body) as JsonDataMap;
    const changed = new Set(['autoRenewEnabled', 'scheduledActions', 'scheduledNextTermInstructions']);
    for (const [name, value] of original as JsonDataMap)
      if (!changed.has(name)) expect(jsonFile(sent.get(name) ?? null), name).toBe(jsonFile(value));
  }
}

/** RFC 5545 by another library, and the bytes that it does not look at. */
function checkCalendar({ input }: DrawnPack, files: Files): void {
  const calendar = text(files, 'deadlines.ics');
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of calendar.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  for (const [, words = ''] of calendar.replaceAll('\r\n ', '').matchAll(/^(?:SUMMARY|DESCRIPTION|UID):(.*)\r$/gm))
    expect(words).toMatch(/^(?:[^\\;,]|\\[\\;,n])*$/);
  const events = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents('vevent');
  const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
  expect(new Set(uids).size).toBe(uids.length);
  const planned = plannedOf(input.rows);
  const locks = events.filter((event) => String(event.getFirstPropertyValue('uid')).includes('-lock-'));
  expect(locks).toHaveLength(planned.filter(({ action }) => action.locksAt !== undefined).length);
  for (const lock of locks) {
    expect(lock.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P14D', '-P7D', '-P1D']); // prettier-ignore
    const start = lock.getFirstPropertyValue('dtstart') as ICAL.Time;
    expect([start.hour, start.zone.tzid]).toEqual([0, 'UTC']);
  }
  const summaries = events.map((event) => String(event.getFirstPropertyValue('summary')));
  for (const { row, action } of planned)
    if (action.locksAt !== undefined && row.product.endsWith('plain'))
      expect(summaries.some((summary) => summary.includes(row.product))).toBe(true);
}

async function checkMails({ input }: DrawnPack, files: Files): Promise<void> {
  const wording = new Wording(input.choices);
  for (const mail of textsIn(files, 'mail/')) {
    for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(mail).toMatch(/^[\x00-\x7f]*$/);
    const read = await PostalMime.parse(mail);
    expect([read.to, read.cc, read.bcc, read.from]).toEqual([undefined, undefined, undefined, undefined]);
    expect(mail).toMatch(/^X-Unsent: 1\r\n/);
    expect(read.subject?.startsWith(wording.text.mail.subjectAnyDay('').slice(0, 25))).toBe(true);
    expect(read.text).toContain(wording.text.letter.greeting);
  }
}

/** What customers read holds no cost, no note of ours and no other customer. */
function checkLetters({ input }: DrawnPack, files: Files): void {
  const wording = new Wording(input.choices);
  const letters = [...textsIn(files, 'letters/'), ...textsIn(files, 'mail/').map((mail) => decodedMail(mail))];
  for (const letter of letters) {
    const digits = letter.replace(/[^\dA-Za-z]/g, '');
    expect(digits).not.toContain('913373');
    expect(letter).not.toMatch(new RegExp(`${CANARY.author}|${CANARY.reason}`));
    expect(letter.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/\bmargin|\bcost|\bEinkauf|\bMarge/i);
  }
  for (const page of textsIn(files, 'letters/').filter((one) => one.startsWith('<!doctype html>'))) {
    const { tags, text: shown } = tokens(page);
    expect(tags.filter(({ name }) => ['script', 'iframe', 'img', 'svg', 'base', 'link', 'object'].includes(name))).toEqual([]); // prettier-ignore
    const others = ['Contoso GmbH & Co. KG', 'Füße, Ärger; Söhne'].filter((name) => !shown.includes(wording.text.letter.title(name))); // prettier-ignore
    for (const name of others) expect(shown).not.toContain(name);
  }
}

function decodedMail(mail: string): string {
  return atob(mail.slice(mail.indexOf('\r\n\r\n')).replace(/\s/g, ''));
}

function checkTable({ input }: DrawnPack, files: Files): void {
  const { data, errors } = Papa.parse<Record<string, string>>(text(files, 'actions.csv').replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors.filter(({ type }) => type !== 'Delimiter')).toEqual([]);
  expect(data).toHaveLength(plannedOf(input.rows).length);
  for (const line of data) for (const cell of Object.values(line)) if (!cell.startsWith("'")) expect(cell).not.toMatch(FORMULA_LIKE); // prettier-ignore
}

describe('any action pack', () => {
  it('lints clean, is read by others, and tells customers nothing that is ours', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(packs, async (drawn) => {
        const files = await packFiles(drawn.input);
        checkJson(drawn, files);
        checkCalendar(drawn, files);
        checkLetters(drawn, files);
        checkTable(drawn, files);
        await checkMails(drawn, files);
        for (const { kind } of requestsOf(drawn.input).values()) kinds.add(kind);
      }),
      { numRuns: runs(40) },
    );
    expect(kinds).toEqual(new Set(['complete', 'merge']));
  });

  it('has the same bytes again, and names that are safe on every system', async () => {
    await fc.assert(
      fc.asyncProperty(packs, async ({ input }) => {
        const [first, second] = [zipOf(await packFiles(input), input.asOf), zipOf(await packFiles(input), input.asOf)];
        expect(second).toEqual(first);
        for (const name of Object.keys(unzipSync(first))) expect(name).toMatch(/^(?:[a-z]+\/)?[A-Za-z][\p{L}\p{N}-]*\.[a-z]+$/u); // prettier-ignore
      }),
      { numRuns: runs(5) },
    );
  });

  it('leaves out every part that is not chosen', async () => {
    const [drawn] = fc.sample(packs, { numRuns: 1, seed: 7 });
    if (!drawn) throw new Error('no pack');
    const files = await packFiles({ ...drawn.input, choices: { ...drawn.input.choices, parts: new Set(['csv']) } });
    expect([...files.keys()]).toEqual(['README.txt', 'actions.csv']);
    expect(requestsOf(drawn.input).size).toBe(plannedOf(drawn.input.rows).length);
  });
});
