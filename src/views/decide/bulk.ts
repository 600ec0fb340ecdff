/** One choice for many subscriptions. */
import type { Decision } from '../../core/scenario/scenario.ts';
import type { WayChoice } from '../../sim/exits/types.ts';
import { type DecidedBy, decisionOf } from './decisions.ts';
import type { QueueCells } from './queue-rows.ts';

export type BulkKind = 'renew' | 'best' | 'est' | 'cancel';

interface BulkOptions {
  readonly estDays: number;
  readonly by: DecidedBy;
  readonly bridged: boolean;
}

/** The decisions about the given places of the queue; where nothing is best, none. */
export function bulkDecisions(
  cells: QueueCells,
  places: readonly number[],
  kind: BulkKind,
  { estDays, by, bridged }: BulkOptions,
): readonly Decision[] {
  return places.flatMap((place) => {
    const way = wayFor(cells, place, kind, estDays);
    return way ? [decisionOf(cells.id(place), way, by, bridged)] : [];
  });
}

function wayFor(cells: QueueCells, place: number, kind: BulkKind, estDays: number): WayChoice | undefined {
  const [seats, plan] = [cells.wanted(place), cells.plan(place)];
  switch (kind) {
    case 'best':
      return cells.way('best', place);
    case 'renew':
      return { kind: 'renew', plan, seats, estDays: 0 };
    case 'est':
      return { kind: 'est-renew', plan, seats, estDays };
    case 'cancel':
      return { kind: 'cancel', plan: '', seats: 0, estDays: 0 };
  }
}
