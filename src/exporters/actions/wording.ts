/** What happens to a subscription, in the words, numbers and dates of a reader. */
import { type Format, createFormat } from '../../core/format.ts';
import type { Day } from '../../core/days.ts';
import { parseExact } from '../../core/exact.ts';
import { type ActionPackText, actionPackText } from '../../core/text/action-pack.ts';
import type { PackChoices } from '../../core/actions/pack-choices.ts';
import { type Planned, autoRenewAfter, seatsAfter } from './types.ts';

const DAY_MS = 86_400_000;

export class Wording {
  readonly text: ActionPackText;
  readonly format: Format;
  private readonly choices: PackChoices;

  constructor(choices: PackChoices) {
    this.choices = choices;
    this.text = actionPackText(choices.locale);
    this.format = createFormat(choices.locale);
  }

  seats(count: number): string {
    return this.text.seats(count, this.format.count(count));
  }

  plan(term: string, billing: string): string {
    return this.text.plan(`${term}/${billing}`);
  }

  /** One or two sentences: what happens at the term end, and after a bridge. */
  happens({ row, action }: Planned): string {
    const { text, format } = this;
    const { type, newTerm, from, bridgeEnds, locksAt } = action;
    const plan = newTerm ? this.plan(newTerm.termDuration, newTerm.billingPlan) : '';
    const seats = this.seats(newTerm?.seats ?? row.seats);
    const isOpen = locksAt === undefined;
    if (type === 'Cancel') return isOpen ? text.happens.cancelEst : text.happens.cancel(format.day(row.termEnd));
    if (type === 'RenewToNewTerm')
      return isOpen ? text.happens.renewEst(plan, seats) : text.happens.renew(format.day(from), plan, seats);
    const est = text.happens.est(format.day(from), this.seats(row.seats));
    return bridgeEnds === undefined ? est : `${est} ${text.happens.bridge(format.day(bridgeEnds), plan, seats)}`;
  }

  need({ action }: Planned): string {
    const { need } = this.text.letter;
    return action.type === 'Cancel' ? need.cancel : action.type === 'RenewToNewTerm' ? need.renew : need.est;
  }

  /** The lock in UTC, with the local time behind it. */
  by({ action }: Planned): string {
    const { text, format } = this;
    const { locksAt } = action;
    if (locksAt === undefined) return text.by.anyDay;
    return text.by.lock(format.moment(locksAt * DAY_MS, 'UTC'), this.local(locksAt), this.choices.timeZone);
  }

  /** 00:00 UTC of a day in the local zone. */
  local(day: Day): string {
    return this.format.moment(day * DAY_MS, this.choices.timeZone);
  }

  /** The customer's price of today; empty when no file says it. */
  price({ row }: Planned): string {
    const price = parseExact(row.customerPrice);
    return price ? `${this.format.exact(price, [2, 6])} ${row.currency}`.trim() : '';
  }

  before({ row }: Planned): string {
    const { on, off } = this.text.sheet.autoRenew;
    const scheduled = row.scheduledAction === '' ? [] : [row.scheduledAction];
    const facts = [this.seats(row.seats), this.plan(row.termDuration, row.billingPlan), row.autoRenew ? on : off];
    return [...facts, ...scheduled].join(' · ');
  }

  after(planned: Planned): string {
    const { on, off } = this.text.sheet.autoRenew;
    const { type, newTerm } = planned.action;
    const seats = seatsAfter(planned);
    const plan = type === 'RenewToNewTerm' && newTerm ? [this.plan(newTerm.termDuration, newTerm.billingPlan)] : [];
    const flag = autoRenewAfter(planned.action, this.choices) ? on : off;
    return [...(seats > 0 ? [this.seats(seats)] : []), ...plan, flag, type].join(' · ');
  }
}

/** 00:00 UTC of a day as ISO 8601 in a zone: `2026-12-14T01:00+01:00`. */
export function isoIn(day: Day, timeZone: string): string {
  const milliseconds = day * DAY_MS;
  const parts = isoFormat(timeZone).formatToParts(milliseconds);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace(/^GMT/, '') || '+00:00';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}${offset}`;
}

const isoFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: they are dear. */
function isoFormat(timeZone: string): Intl.DateTimeFormat {
  const known = isoFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', timeZoneName: 'longOffset', calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  isoFormats.set(timeZone, made);
  return made;
}
