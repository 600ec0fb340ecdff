/** A found value becomes part of the scenario in one step that can be undone; a frozen scenario refuses. */
import { describe, expect, it } from 'vitest';
import { assumptionAt } from '../../../src/core/assumptions/assumptions.ts';
import { EMPTY_DOCUMENT } from '../../../src/state/document.ts';
import { freezeBranch } from '../../../src/state/branch-steps.ts';
import { WriteGate } from '../../../src/state/gate.svelte.ts';
import { takeOver } from '../../../src/views/what-if/take-over.ts';
import { requestOf } from '../../sim/what-if/book.ts';

function opened() {
  const { scenario, window } = requestOf();
  const gate = new WriteGate({ ...EMPTY_DOCUMENT, scenario, ...window }, () => undefined);
  const request = () => {
    const { scenario: own, asOf = 0, horizonMonths } = gate.document;
    return { scenario: own, window: { asOf, horizonMonths } };
  };
  const take = (path: string, value: string): string | undefined => {
    const assumption = assumptionAt(request(), path);
    if (!assumption) throw new Error(`INTERNAL: no ${path}`);
    return takeOver({ gate, request: request() }, assumption, value, 'Goal seek');
  };
  const valueOf = (path: string): string | undefined => assumptionAt(request(), path)?.value;
  return { gate, take, valueOf };
}

describe('taking a value over', () => {
  it('changes that value alone, in one step that can be undone', () => {
    for (const [path, value] of [
      ['est.upliftMonthly', '4.2'],
      ['clauses["customer"].noticeDays', '45'],
      ['fx.shocks[0].percent', '-2'],
      ['window.horizonMonths', '18'],
    ] as const) {
      const { gate, take, valueOf } = opened();
      const before = gate.document;
      expect([take(path, value), valueOf(path), gate.history.done], path).toEqual([undefined, value, 1]);
      gate.undo();
      expect(gate.document, path).toEqual(before);
    }
  });

  it('is refused with the reason while the scenario is frozen', () => {
    const { gate, take, valueOf } = opened();
    gate.dispatch(freezeBranch(gate.document, gate.document.activeBranch, true));
    expect(take('est.upliftMonthly', '4.2')).toContain('frozen');
    expect(valueOf('est.upliftMonthly')).toBe('3');
  });
});
