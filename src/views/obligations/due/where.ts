/** Where an event is seen to: a screen, a part of the obligations, or the subscriptions behind it. */
import { dayToText } from '../../../core/days.ts';
import { obligationsDueText as text } from '../../../core/text/en/obligations-due.ts';
import type { DueEvent, DueKind } from '../../../sim/obligations/calendar/types.ts';
import type { ColumnFilter } from '../../../sheet/model/table-view.ts';
import { screenLink } from '../../../state/route.svelte.ts';
import { ruleLink, sectionLink } from '../links.ts';

export interface Where {
  readonly href: string;
  readonly text: string;
}

/** Parts of the obligations, by their names in `sections.ts`, for the kinds that they see to. */
const SECTION_OF = {
  register: 'mca',
  programme: 'role',
  terms: 'agreements',
  readiness: 'plus',
  rules: 'rules',
} as const satisfies Partial<Record<DueKind, string>>;

const SCREEN_OF = {
  lock: 'decide',
  'term-end': 'decide',
  refund: 'invoice',
  promotion: 'exposure',
  prices: 'files',
  est: 'exposure',
} as const satisfies Partial<Record<DueKind, string>>;

export function whereOf(event: DueEvent): Where {
  if (event.kind in SECTION_OF) {
    const section = SECTION_OF[event.kind as keyof typeof SECTION_OF];
    const href = section === 'rules' ? ruleLink(event.rule) : sectionLink(section);
    return { href, text: text.places.sections[section] };
  }
  const screen = event.kind in SCREEN_OF ? SCREEN_OF[event.kind as keyof typeof SCREEN_OF] : 'exposure';
  // A supposed price change stands among the assumptions.
  const place = event.kind === 'prices' && event.rule === '' ? 'exposure' : screen;
  return { href: screenLink(place), text: text.places[place] };
}

/** Filters of the portfolio sheet that leave the subscriptions of an event; undefined where it has none. */
export function subscriptionFilters(event: DueEvent): readonly (readonly [string, ColumnFilter])[] | undefined {
  if (event.kind !== 'lock' && event.kind !== 'term-end') return undefined;
  const end = dayToText(event.termEnd);
  const customer: readonly (readonly [string, ColumnFilter])[] =
    event.customerId === '' ? [] : [['customerId', { kind: 'values', values: [event.customerId] }]];
  return [['commitmentEnd', { kind: 'days', first: end, last: end }], ...customer];
}
