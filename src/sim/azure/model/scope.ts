/** Which rows of consumption an assumption is about. */
import type { UsageScope } from '../../../core/scenario/azure.ts';
import type { TextColumn } from '../../../core/table.ts';
import type { Usage } from '../types.ts';
import { dimensionOf } from './group.ts';

const FIELDS = {
  customerId: 'customer',
  subscriptionId: 'subscription',
  resourceGroup: 'resourceGroup',
  category: 'category',
  meter: 'meter',
} as const;

/** 1 for each row that the scope names, by row; texts are compared without regard to case. */
export function scopeRows(usage: Usage, scope: UsageScope): Uint8Array {
  const inside = new Uint8Array(usage.rows).fill(1);
  for (const [field, dimension] of Object.entries(FIELDS) as [
    keyof typeof FIELDS,
    (typeof FIELDS)[keyof typeof FIELDS],
  ][]) {
    const wanted = scope[field];
    if (wanted !== undefined) narrow(inside, usage.dimensions[dimension], wanted);
  }
  if (scope.tag) narrow(inside, dimensionOf(usage, `tag:${scope.tag.key}`), scope.tag.value);
  return inside;
}

function narrow(inside: Uint8Array, { codes, values }: TextColumn, wanted: string): void {
  const text = wanted.toLowerCase();
  const isWanted = Uint8Array.from(values, (value) => (value.toLowerCase() === text ? 1 : 0));
  for (let row = 0; row < inside.length; row++) if (isWanted[codes[row] ?? 0] !== 1) inside[row] = 0;
}
