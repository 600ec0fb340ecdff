import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { type Log, EMPTY_LOG, firstBreak, withLine, withoutContent } from '../../../src/core/obligations/mca/log.ts';
import { parseLog } from '../../../src/core/obligations/mca/read-log.ts';
import { mcaLogCsv, mcaLogJson } from '../../../src/exporters/obligations/mca-log.ts';
import { day } from '../../support/simulation.ts';

const line = (log: Log, customerId: string, said: readonly (readonly [string, string])[]): Log =>
  withLine(log, {
    at: '2026-11-26T08:30:00Z',
    who: '=Ana',
    kind: 'entry',
    salt: customerId,
    content: { customerId, said },
  });
const LOG = line(line(EMPTY_LOG, 'a', [['way', 'link'], ['email', 'kim@x.example']]), 'b', [['text', 'x']]); // prettier-ignore
const ERASED = withoutContent(LOG, ({ customerId }) => customerId === 'a');

it.each([LOG, ERASED])('comes back from its JSON as it was, and shows what was changed there', (log) => {
  const text = mcaLogJson(log, day('2026-11-26'));
  const read = parseLog(text);
  expect(read).toEqual(log);
  expect(read && firstBreak(read)).toBeUndefined();
  const changed = parseLog(text.replace('"x"', '"y"'));
  expect(changed && firstBreak(changed)).toEqual({ why: 'content', line: 2 });
});

it.each(['', 'no JSON', '[]', '{"schema":"termwise/results@1"}'])('takes %j for no log', (text) => {
  expect(parseLog(text)).toBeUndefined();
});

it('has a line a row in CSV, in words, with no formula in it, and nothing of who was erased', () => {
  const rowsOf = (log: Log): readonly Readonly<Record<string, string>>[] =>
    Papa.parse<Record<string, string>>(mcaLogCsv(log).slice(1), { header: true, skipEmptyLines: true }).data;
  const [first, second] = rowsOf(LOG);
  expect(first).toMatchObject({ Line: '1', Who: "'=Ana", Kind: 'entry', CustomerId: 'a', Hash: LOG.lines[0]?.hash });
  expect(first?.['Said']).toBe('way: Customer, by the link of an enhanced attestation; e-mail: kim@x.example');
  expect(second?.['Hash']).toBe(LOG.head.hash);
  expect(rowsOf(ERASED)[0]).toMatchObject({ CustomerId: '', Said: 'erased', Salt: '', Hash: LOG.lines[0]?.hash });
});
