/** The MCA register of the open workbook: what the engine makes of it, and the edits, each with its line of the log. */
import type { LogContent, LogLine } from '../core/obligations/mca/log.ts';
import { type Stamp, withEntry, withPlan, withRemark, withoutEntry } from '../core/obligations/mca/register-edits.ts';
import type { PlannedAction, Register, RegisterEntry } from '../core/obligations/register.ts';
import { idKey } from '../core/ids.ts';
import { mcaLogText } from '../core/text/en/obligations-mca-log.ts';
import { mcaText } from '../core/text/en/obligations-mca.ts';
import type { McaRegister, McaRequest } from '../sim/obligations/mca/types.ts';
import type { Workbook } from './workbook.svelte.ts';

const { steps } = mcaText;

/** The register as the engine makes it. */
export async function mcaRegister(
  { runner }: Workbook,
  request: McaRequest,
  signal: AbortSignal,
): Promise<McaRegister> {
  return runner.run('mcaRegister', request, { signal });
}

/** Adds an entry, or puts it in place of the one with its id. @param now milliseconds, read at the edge */
export function saveEntry(workbook: Workbook, entry: RegisterEntry, now: number): void {
  const { register } = workbook.document.obligations;
  const isKnown = register.entries.some(({ id }) => id === entry.id);
  write(workbook, withEntry(register, entry, stamp(workbook, now)), isKnown ? steps.change : steps.entry);
}

export function takeEntryBack(workbook: Workbook, id: string, now: number): void {
  const { register } = workbook.document.obligations;
  write(workbook, withoutEntry(register, id, '', stamp(workbook, now)), steps.takeBack);
}

/** A note on a customer, or that acceptance was asked for. */
export function remark(workbook: Workbook, kind: 'note' | 'request', content: LogContent, now: number): void {
  const { register } = workbook.document.obligations;
  const what = kind === 'note' ? steps.note : steps.ask;
  write(workbook, withRemark(register, kind, content, stamp(workbook, now)), what);
}

/** @param isKept false: the plan is dropped */
export function savePlan(workbook: Workbook, plan: PlannedAction, isKept: boolean, now: number): void {
  const { register } = workbook.document.obligations;
  const what = isKept ? steps.plan : steps.dropPlan;
  write(workbook, withPlan(register, plan, isKept, stamp(workbook, now)), what);
}

/** A new id of an entry or plan. */
export function newId(): string {
  return randomText(8);
}

/** The last line in which a customer was asked for acceptance, by the customer's id as it is matched. */
export function lastRequests(lines: readonly LogLine[]): ReadonlyMap<string, LogLine> {
  return new Map(
    lines.flatMap((line) =>
      line.kind === 'request' && line.content ? [[idKey(line.content.customerId), line] as const] : [],
    ),
  );
}

/** Hands the log to the user as a file. */
export async function exportLog(workbook: Workbook, kind: 'csv' | 'json'): Promise<void> {
  const { asOf, document, runner, jobs, download } = workbook;
  const request = { log: document.obligations.register.log, kind, asOf, workbookName: document.name };
  const file = await jobs.run(mcaLogText.exporting, (signal) => runner.run('mcaLog', request, { signal }));
  if (file) download(file);
}

function write({ gate, document }: Workbook, register: Register, what: string): void {
  gate.dispatch({ kind: 'set-parts', parts: { obligations: { ...document.obligations, register } }, what });
}

function stamp({ document }: Workbook, now: number): Stamp {
  return { at: `${new Date(now).toISOString().slice(0, 19)}Z`, who: document.author, salt: randomText(16) };
}

function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
