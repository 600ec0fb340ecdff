/** Writes calendars by RFC 5545: CRLF, lines folded at 75 octets, texts escaped; the same input gives the same bytes. */
import { type Day, dayToText } from '../../core/days.ts';

export interface CalendarEvent {
  /** The same event keeps it over all calendars, so that a newer one replaces it. */
  readonly uid: string;
  /** All day, or a moment at 00:00 UTC. */
  readonly on: { readonly kind: 'day' | 'moment'; readonly day: Day };
  readonly summary: string;
  readonly description: string;
  /** Days before it at which it reminds. */
  readonly alarms: readonly number[];
}

const LINE_OCTETS = 75;

/** @param stamp the day that all events are stamped with; no clock is read */
export function calendarText(name: string, events: readonly CalendarEvent[], stamp: Day): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Termwise//Action pack//EN', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines({ uid, on, summary, description, alarms }: CalendarEvent, stamp: Day): readonly string[] {
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${dateOf(stamp)}T000000Z`],
    on.kind === 'day' ? `DTSTART;VALUE=DATE:${dateOf(on.day)}` : `DTSTART:${dateOf(on.day)}T000000Z`,
    ...[`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, 'TRANSP:TRANSPARENT'],
    ...alarms.flatMap((days) => [
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${String(days)}D`],
      ...[`DESCRIPTION:${escaped(summary)}`, 'END:VALARM'],
    ]),
    'END:VEVENT',
  ];
}

/** `20261214`. */
function dateOf(day: Day): string {
  return dayToText(day).replaceAll('-', '');
}

/** RFC 5545, 3.3.11; controls other than line feeds have no place in a calendar. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** RFC 5545, 3.1: no line is longer than 75 octets, and none is cut inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** How long a character is in UTF-8; half a pair is written as U+FFFD, which has three. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
