import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_LOG,
  LOG_KINDS,
  type Log,
  type LogLine,
  type NewLine,
  firstBreak,
  withLine,
  withoutContent,
} from '../../../../src/core/obligations/mca/log.ts';
import { readLog } from '../../../../src/core/obligations/mca/read-log.ts';
import { runs } from '../../../support/runs.ts';

const newLine = fc.record<NewLine>({
  at: fc.integer({ min: 0, max: 59 }).map((second) => `2026-11-26T08:30:${String(second).padStart(2, '0')}Z`),
  who: fc.constantFrom('', 'Kim', 'Ana'),
  kind: fc.constantFrom(...LOG_KINDS),
  salt: fc.string({ minLength: 8, maxLength: 8 }),
  content: fc.record({
    customerId: fc.constantFrom('a', 'b', 'c'),
    said: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 }),
  }),
});
const log = fc.array(newLine, { minLength: 1, maxLength: 8 }).map((lines) => lines.reduce(withLine, EMPTY_LOG));

const other = (text: string): string => `${text}!`;
const CHANGES: readonly ((line: LogLine) => LogLine)[] = [
  (line) => ({ ...line, at: other(line.at) }),
  (line) => ({ ...line, who: other(line.who) }),
  (line) => ({ ...line, kind: line.kind === 'note' ? 'entry' : 'note' }),
  (line) => ({ ...line, number: line.number + 1 }),
  (line) => ({ ...line, salt: other(line.salt) }),
  (line) => ({ ...line, digest: other(line.digest) }),
  (line) => ({ ...line, hash: other(line.hash) }),
  (line) => line.content ? { ...line, content: { ...line.content, customerId: other(line.content.customerId) } } : line,
  (line) => line.content ? { ...line, content: { ...line.content, said: [...line.content.said, ['', '']] } } : line,
]; // prettier-ignore

/** A log in which somebody did something to a line. */
const tampered = fc.tuple(log, fc.nat(), fc.nat(), fc.nat()).map(([{ lines, head }, place, how, where]): Log => {
  const at = place % lines.length;
  const line = lines[at];
  if (!line) throw new Error('INTERNAL: no line');
  const rest = lines.toSpliced(at, 1);
  const change = CHANGES[how % (CHANGES.length + 3)];
  if (change) return { lines: lines.with(at, change(line)), head };
  if (how % 3 === 0 || lines.length === 1) return { lines: rest, head };
  if (how % 3 === 1) return { lines: lines.toSpliced(at, 0, line), head };
  // Anywhere but where it was.
  const to = (at + 1 + (where % (lines.length - 1))) % lines.length;
  return { lines: rest.toSpliced(to, 0, line), head };
});

describe('the log of the register', () => {
  it('is whole as it is written, also after it was stored', () => {
    fc.assert(
      fc.property(log, (whole) => {
        expect(firstBreak(whole)).toBeUndefined();
        const stored = readLog(JSON.parse(JSON.stringify(whole)));
        expect(stored).toEqual(whole);
        expect(firstBreak(stored)).toBeUndefined();
      }),
      { numRuns: runs(50) },
    );
  });

  it('shows every line that was changed, removed, added or moved', () => {
    fc.assert(
      fc.property(tampered, (broken) => {
        expect(firstBreak(broken)).toBeDefined();
      }),
      { numRuns: runs(300) },
    );
  });

  it('stays whole when what lines say of a customer is erased, and keeps no trace of it', () => {
    fc.assert(
      fc.property(log, (whole) => {
        const erased = withoutContent(whole, ({ customerId }) => customerId === 'a');
        expect(firstBreak(erased)).toBeUndefined();
        expect(erased.lines.some(({ content }) => content?.customerId === 'a')).toBe(false);
      }),
      { numRuns: runs(50) },
    );
  });

  it('says where it is broken', () => {
    const write = (of: Log, text: string): Log =>
      withLine(of, {
        ...{ at: '2026-11-26T08:30:00Z', who: 'Kim', kind: 'note', salt: text },
        content: { customerId: 'a', said: [['note', text]] },
      });
    const whole = ['one', 'two', 'three'].reduce(write, EMPTY_LOG);
    const [one, two, three] = whole.lines;
    if (!one || !two || !three) throw new Error('INTERNAL: no lines');
    const { head } = whole;
    expect(firstBreak({ lines: [one, three], head })).toEqual({ why: 'number', line: 2 });
    expect(firstBreak({ lines: [one, two], head })).toEqual({ why: 'end', line: 3 });
    const said = { ...two, content: { customerId: 'a', said: [['note', 'other']] as const } };
    expect(firstBreak({ lines: [one, said, three], head })).toEqual({ why: 'content', line: 2 });
    expect(firstBreak({ lines: [one, { ...two, who: 'Ana' }, three], head })).toEqual({ why: 'chain', line: 2 });
  });
});
