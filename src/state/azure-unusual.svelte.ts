/** Unusual spend of a workbook: how closely it is looked at, what was found, and what was said about it. */
import { azureUnusualText as text } from '../core/text/en/azure-unusual.ts';
import type { JudgedSpend, SpendVerdict } from '../core/scenario/azure.ts';
import {
  DEFAULT_UNUSUAL,
  type SpendSeries,
  type UnusualAnswer,
  type UnusualSettings,
} from '../sim/azure/unusual/types.ts';
import type { Workbook } from './workbook.svelte.ts';

/** `stopped`: the user has stopped the search. */
export type UnusualOutcome = UnusualAnswer | 'stopped';

export class UnusualSpend {
  /** As typed. */
  floor: string = $state(String(DEFAULT_UNUSUAL.floor));
  percent: string = $state(String(DEFAULT_UNUSUAL.percent));
  /** Id of the finding that is looked at. */
  chosen: string | undefined = $state();
  readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** What cannot be read leaves the default in force. */
  get settings(): UnusualSettings {
    return { floor: numberOf(this.floor, DEFAULT_UNUSUAL.floor), percent: numberOf(this.percent, DEFAULT_UNUSUAL.percent) }; // prettier-ignore
  }

  /** Undefined when the question was overtaken, or the files have changed meanwhile. */
  async find(currency: string, settings: UnusualSettings, overtaken: AbortSignal): Promise<UnusualOutcome | undefined> {
    const { workbook } = this;
    const found = await workbook.jobs.run(text.finding, (signal, move) =>
      workbook.runner.run(
        'unusualSpend',
        { currency, settings },
        { signal: AbortSignal.any([signal, overtaken]), onProgress: (share) => { move(share, ''); } },
      ),
    ); // prettier-ignore
    if (overtaken.aborted) return undefined;
    if (!found) return 'stopped';
    return found.revision === workbook.workspace?.revision ? found.answer : undefined;
  }

  /** The days of a finding, and what was usual. */
  async series(currency: string, settings: UnusualSettings, finding: string): Promise<SpendSeries | undefined> {
    return this.workbook.runner.run('unusualSeries', { currency, settings, finding });
  }

  get judged(): readonly JudgedSpend[] {
    return this.workbook.document.scenario.azure.judged;
  }

  /** One step; in place of what was said before. */
  judge(finding: string, verdict: SpendVerdict, reason: string, at: number): void {
    const { author } = this.workbook.document;
    // It stays in view, though it may leave the list.
    this.chosen = finding;
    this.write([...this.others(finding), { finding, verdict, reason, author, at }], text.verdict.step);
  }

  takeBack(finding: string): void {
    this.write(this.others(finding), text.verdict.takeStep);
  }

  private others(finding: string): readonly JudgedSpend[] {
    return this.judged.filter((one) => one.finding !== finding);
  }

  private write(judged: readonly JudgedSpend[], what: string): void {
    const { document, gate } = this.workbook;
    gate.dispatch({ kind: 'set-assumptions', change: { azure: { ...document.scenario.azure, judged } }, what });
  }
}

function numberOf(typed: string, otherwise: number): number {
  const value = Number(typed);
  return typed.trim() === '' || !Number.isFinite(value) || value < 0 ? otherwise : value;
}

const known = new WeakMap<Workbook, UnusualSpend>();

/** Kept while other screens are open. */
export function unusualSpendOf(workbook: Workbook): UnusualSpend {
  const unusual = known.get(workbook) ?? new UnusualSpend(workbook);
  known.set(workbook, unusual);
  return unusual;
}
