/** The periods that are marked in the course of time, and the groups in them while the hand still moves. */
import type { UsageGroups } from '../../../sim/azure/types.ts';
import type { ConsumptionAnswer } from './answers.ts';
import type { MarkedGroups } from './marked.ts';

type Ask = () => Promise<MarkedGroups | undefined>;

export class Marking {
  /** Undefined while nothing is marked. */
  groups: UsageGroups | undefined = $state.raw();
  private wanted: readonly [number, number] | undefined;
  /** Asked for once for each answer, when something is first marked in it. */
  private asked: { readonly answer: ConsumptionAnswer; readonly groups: ReturnType<Ask> } | undefined;

  /** @param ask gives the groups of an answer by period */
  async mark(answer: ConsumptionAnswer, ask: Ask, from: number, to: number): Promise<void> {
    this.wanted = [from, to];
    const asked = this.asked?.answer === answer ? this.asked : { answer, groups: ask() };
    this.asked = asked;
    const found = await asked.groups;
    this.show(found);
  }

  /** What is marked by now: the hand may have gone on, or let go. */
  private show(found: MarkedGroups | undefined): void {
    if (this.wanted) this.groups = found?.between(...this.wanted);
  }

  end(): void {
    this.wanted = undefined;
    this.groups = undefined;
  }
}
