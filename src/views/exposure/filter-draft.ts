/** The filter as the dialog's choices: texts, '' for any. */
import type { Filter } from '../../state/filter.ts';
import { partOfStep } from './filter-chips.ts';

type Choices = Exclude<keyof Filter, 'find'>;
export type FilterDraft = Record<Choices, string>;

export function draftOf({ month, customerId, outcome, segment, part }: Filter): FilterDraft {
  return {
    month: month === undefined ? '' : String(month),
    customerId: customerId ?? '',
    outcome: outcome ?? '',
    segment: segment ?? '',
    part: part ?? '',
  };
}

/** The filter of a draft, with the text that is looked for as it was. */
export function filterOf(draft: FilterDraft, find: string | undefined): Filter {
  const part = partOfStep(draft.part);
  return {
    ...(draft.month === '' ? {} : { month: Number(draft.month) }),
    ...(draft.customerId === '' ? {} : { customerId: draft.customerId }),
    ...(draft.outcome === '' ? {} : { outcome: draft.outcome }),
    ...(draft.segment === '' ? {} : { segment: draft.segment }),
    ...(part === undefined ? {} : { part }),
    ...(find ? { find } : {}),
  };
}
