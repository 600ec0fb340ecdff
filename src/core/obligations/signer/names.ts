/** Whether the name under an agreement is that of its signer. */
import type { SignerCheck, SignerReason, Verdict } from './types.ts';

export interface SignerName {
  readonly firstName: string;
  readonly lastName: string;
  readonly signedAs: string;
}

/** First and last name against the name that was signed: case and spaces do not count, accents and order are told. */
export function checkName({ firstName, lastName, signedAs }: SignerName): SignerCheck {
  const [first, last, signed] = [plain(firstName), plain(lastName), plain(signedAs)];
  const entered = `${firstName} ${lastName}`.trim();
  const say = (verdict: Verdict, reason: SignerReason): SignerCheck => ({
    ...{ check: 'name', verdict, reason },
    evidence: [entered, signedAs.trim()],
  });
  if (first === '' && last === '') return say('missing', 'no-name');
  if (first === '' || last === '') return say('missing', 'one-name');
  if (signed === '') return say('missing', 'not-signed');
  if (signed === `${first} ${last}`) return say('ok', 'same-name');
  if (signed.replaceAll(',', '') === `${last} ${first}`) return say('look', 'other-order');
  if (bare(signed) === bare(`${first} ${last}`)) return say('look', 'other-accents');
  return isWithin(signed, first, last) ? say('look', 'more-words') : say('fails', 'other-name');
}

/** Both names as whole words, with others before, between or after them. */
function isWithin(signed: string, first: string, last: string): boolean {
  const words = ` ${signed} `;
  const start = words.indexOf(` ${first} `);
  return start >= 0 && words.indexOf(` ${last} `, start + first.length + 1) > start;
}

/** In lower case, with single spaces and one kind of hyphen and apostrophe. */
export function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Letters that no decomposition parts from their strokes. */
const STROKES: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

function bare(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => STROKES[letter] ?? letter);
}
