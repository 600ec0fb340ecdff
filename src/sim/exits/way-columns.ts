/** Ways as typed arrays, which a worker hands over without copying. */
import { remember } from '../remember.ts';
import { WAY_KINDS, type WayColumns, type WayOut } from './types.ts';

/** Stands for no way. */
const NO_KIND = 255;

const FIELDS = ['kind', 'plan', 'seats', 'estDays', 'cost', 'committed'] as const;

export class WayColumnsBuilder {
  /** The fields of the ways, one after the other. */
  private readonly cells: number[] = [];
  private readonly plans: Map<string, number>;

  /** @param plans positions of plans, shared and added to */
  constructor(plans: Map<string, number>) {
    this.plans = plans;
  }

  push(way: WayOut | undefined): void {
    const { cells } = this;
    const plan = remember(this.plans, way?.plan ?? '', () => this.plans.size);
    cells.push(way ? WAY_KINDS.indexOf(way.kind) : NO_KIND, plan, way?.seats ?? 0, way?.estDays ?? 0);
    cells.push(way?.price?.cost ?? NaN, way?.price?.committed ?? NaN);
  }

  finish(): WayColumns {
    const { cells } = this;
    const column = (name: (typeof FIELDS)[number]): { length: number; at: (_: unknown, row: number) => number } => ({
      length: cells.length / FIELDS.length,
      at: (_, row) => cells[row * FIELDS.length + FIELDS.indexOf(name)] ?? NaN,
    });
    const doubles = (name: (typeof FIELDS)[number]): Float64Array => Float64Array.from(column(name), column(name).at);
    return {
      kind: Uint8Array.from(doubles('kind')),
      plan: Uint16Array.from(doubles('plan')),
      seats: doubles('seats'),
      estDays: Uint16Array.from(doubles('estDays')),
      cost: doubles('cost'),
      committed: doubles('committed'),
    };
  }
}
