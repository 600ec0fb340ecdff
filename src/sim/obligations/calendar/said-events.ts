/** What parts of the obligations and the book of rules tell in words, and the milestones of EST, as events. */
import { type Day, parseDay } from '../../../core/days.ts';
import type { DatedObligation } from '../../../core/obligations/dated.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { MILESTONES } from '../../../core/rules/milestones.ts';
import type { EstEvent, SaidEvent } from './types.ts';

/** Days of rules: what comes with Termwise, and what the user added. */
export function ruleDays(book: readonly ObligationRule[]): readonly SaidEvent[] {
  return book.flatMap(({ id, days }) =>
    days.flatMap(({ key, day, what, ifMet, ifMissed, own = '' }) => {
      const parsed = parseDay(day);
      if (parsed === undefined) return [];
      const words = { what, ifMet, ifMissed, isDone: false, own };
      return [
        {
          kind: 'rules',
          id: `rules ${id} ${key}`,
          day: parsed,
          rule: id,
          about: '',
          customerId: '',
          ...words,
        } as const,
      ];
    }),
  );
}

/** What parts tell. Rules of the user that are behind it are named. */
export function saidEvents(dated: readonly DatedObligation[], book: readonly ObligationRule[]): readonly SaidEvent[] {
  const owners = new Map(book.map(({ id, own = '' }) => [id, own]));
  return dated.map(({ id, part, day, what, ifMet, ifMissed, rule, about = '', isDone = false }) => ({
    ...{ kind: part, id: `${part} ${id}`, day, rule, about, customerId: '', what, ifMet, ifMissed, isDone },
    own: owners.get(rule) ?? '',
  }));
}

/** The dates of R-029 that lie in the span; a period by its last day. */
export function estEvents({ from, to }: { readonly from: Day; readonly to: Day }): readonly EstEvent[] {
  return MILESTONES.flatMap((milestone) => {
    const day = parseDay('to' in milestone ? milestone.to : milestone.from);
    if (day === undefined || day < from || day > to) return [];
    return [
      {
        kind: 'est',
        id: `est ${milestone.key}`,
        day,
        rule: 'R-029',
        about: '',
        customerId: '',
        milestone: milestone.key,
      } as const,
    ];
  });
}
