/** Conditional marks while they are being put together. */
import type { Column } from '../../core/table.ts';
import type { ConditionalMark } from '../../sheet/model/table-view.ts';
import { type ConditionDraft, draftOf, filterOfDraft } from './condition-draft.ts';

export interface MarkDraft {
  /** Tells drafts apart while they are moved and removed. */
  readonly id: number;
  readonly key: string;
  readonly kind: ConditionalMark['rule']['kind'];
  readonly condition: ConditionDraft;
  readonly look: ConditionalMark['look'];
}

export const LOOKS: readonly ConditionalMark['look'][] = ['good', 'bad', 'warning', 'accent', 'bold'];

export function markDraft(mark: ConditionalMark, id: number, kind: Column['kind'], locale: string): MarkDraft {
  const { key, rule, look } = mark;
  const filter = rule.kind === 'filter' ? rule.filter : undefined;
  return { id, key, kind: rule.kind, condition: draftOf(filter, kind, locale), look };
}

/** The mark that a draft means; undefined while its condition is not whole. */
export function markOf({ key, kind, condition, look }: MarkDraft, locale: string): ConditionalMark | undefined {
  if (kind !== 'filter') return { key, rule: { kind }, look };
  const filter = filterOfDraft(condition, locale);
  return filter && { key, rule: { kind: 'filter', filter }, look };
}
