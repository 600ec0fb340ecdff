/** When a term end locks, in words: the UTC day that begins with it, the same moment on the user's clock, and the days that are left. */
import type { Deadline } from '../../core/deadline.ts';
import type { Format } from '../../core/format.ts';
import { exposureText } from '../../core/text/en/exposure.ts';

const MS_PER_DAY = 86_400_000;
/** Deadlines nearer than this are told in bold and in words. */
const SOON_DAYS = 15;

const text = exposureText.list;

/** Writes deadlines in the locale of `format`, with local times in `timeZone` (the machine's when absent). */
export function lockWriter(format: Format, timeZone?: string): (deadline: Deadline) => string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { day: 'numeric', month: 'short' } as const;
  const writer = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(format.locale, options);
  const zone = timeZone === undefined ? {} : { timeZone };
  const localMoment = writer({ ...date, ...time, ...zone });
  const [utcDate, localDate] = [writer({ ...date, timeZone: 'UTC' }), writer({ ...date, ...zone })];
  const localTime = writer({ ...time, ...zone });
  return ({ locksAt, daysLeft, nextStep }) => {
    if (locksAt === undefined) return text.anyDay;
    const at = locksAt * MS_PER_DAY;
    const utc = utcDate.format(at);
    if (nextStep === 'locked') return text.locked(utc);
    const sameDate = utc === localDate.format(at);
    const here = (sameDate ? localTime : localMoment).format(at);
    const days = format.count(daysLeft);
    return text.lock(utc, here, daysLeft < SOON_DAYS ? text.daysLeftSoon(daysLeft, days) : text.daysLeft(days));
  };
}

/** Whether there is so little time that the deadline has to catch the eye. */
export function isSoon({ locksAt, daysLeft }: Deadline): boolean {
  return locksAt !== undefined && daysLeft < SOON_DAYS;
}
