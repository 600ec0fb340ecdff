/** Writes mail drafts by RFC 5322 and RFC 2047: a draft that a mail program opens to be finished, with no recipient. */
import { type Day, partsOfDay } from '../../core/days.ts';

export interface Draft {
  readonly subject: string;
  /** Lines with CRLF. */
  readonly text: string;
  readonly on: Day;
}

const ENCODER = new TextEncoder();
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Bytes of text in one encoded word: with its frame it stays within 75 characters, and a line within 76. */
const WORD_BYTES = 42;
const LINE_CHARACTERS = 76;

/** The same input gives the same bytes. Nobody is named as sender or recipient: who opens it sends it. */
export function draftEml({ subject, text, on }: Draft): string {
  const headers = [
    'X-Unsent: 1',
    `Date: ${dateOf(on)}`,
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return `${[...headers, '', ...base64Lines(text)].join('\r\n')}\r\n`;
}

/** `Thu, 26 Nov 2026 00:00:00 +0000`. */
function dateOf(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? '';
  return `${weekday}, ${String(date)} ${MONTHS[month - 1] ?? ''} ${String(year).padStart(4, '0')} 00:00:00 +0000`;
}

/** RFC 2047: words of whole characters, one a line. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()) {
    const size = ENCODER.encode(character).length;
    if (bytes + size > WORD_BYTES) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${base64(one)}?=`).join('\r\n ');
}

function base64(text: string): string {
  let bytes = '';
  for (const byte of ENCODER.encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

function base64Lines(text: string): readonly string[] {
  const whole = base64(text);
  return Array.from({ length: Math.ceil(whole.length / LINE_CHARACTERS) }, (_, line) =>
    whole.slice(line * LINE_CHARACTERS, (line + 1) * LINE_CHARACTERS),
  );
}
