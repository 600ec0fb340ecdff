/**
 * Whether a signer looks like a person and not like a company. Heuristics, each of which tells what it found: a legal form
 * that is no name says no; what may be a name too only asks for a look.
 */
import { plain } from './names.ts';
import type { SignerCheck, SignerReason, Verdict } from './types.ts';

/** Legal forms that are nobody's name, without dots. */
const FORMS = new Set(
  (
    'gmbh mbh ggmbh ltd limited inc incorporated llc llp plc corp corporation sarl srl oyj aps asa gbr ohg ' +
    'sro doo kft zrt bt pty pte ltda eurl eood ood sprl bvba sàrl'
  ).split(' '),
);
/** Legal forms that may be names: they count at the end of a name only. */
const SHORT_FORMS = new Set('ab ag as sa se sl kg ug ek ev nv bv oy kk spa sas lda co kb oo scs snc eg'.split(' '));

const COMPANY_WORDS = new Set(
  (
    'team department dept division company group holding holdings solutions services technologies consulting software ' +
    'systems partners gruppe abteilung vertrieb sales support procurement purchasing office'
  ).split(' '),
);

const ROLES = new Set(
  (
    'info office sales admin administrator support contact legal partner partners csp cspp licensing licences licenses ' +
    'accounting accounts finance hello mail team noreply no-reply webmaster postmaster hostmaster billing procurement ' +
    'purchasing service services help helpdesk it hr ops marketing kontakt vertrieb buchhaltung einkauf verwaltung rechnung ' +
    'contracts compliance security cloud'
  ).split(' '),
);

interface SignerParts {
  readonly firstName: string;
  readonly lastName: string;
  readonly signedAs: string;
  readonly email: string;
  /** The domain of the e-mail address, where there is one. */
  readonly domain: string | undefined;
}

/** Every sign of something else than a person; a signer without any gets one check that says so, one without a name none. */
export function checkPerson({ firstName, lastName, signedAs, email, domain }: SignerParts): readonly SignerCheck[] {
  const names = [...new Set([`${firstName} ${lastName}`.trim(), signedAs.trim()])].filter(Boolean);
  const found = [
    ...names.flatMap(signsOfName),
    ...names.flatMap((name) => likeDomain(name, domain)),
    ...roleMailbox(email),
  ];
  if (found.length > 0) return withoutTwins(found);
  return names.length === 0 ? [] : [say('ok', 'person', [names[0] ?? ''])];
}

function say(verdict: Verdict, reason: SignerReason, evidence: readonly string[]): SignerCheck {
  return { check: 'person', verdict, reason, evidence };
}

function signsOfName(name: string): readonly SignerCheck[] {
  const words = name.split(/[\s,&]+/).filter(Boolean);
  const last = words.length - 1;
  const found = words.flatMap((word, place): SignerCheck[] => {
    const letters = plain(word).replaceAll(/[./()]/g, '');
    if (FORMS.has(letters)) return [say('fails', 'legal-form', [word])];
    if (place === last && place > 0 && SHORT_FORMS.has(letters)) {
      return [isMarked(word, words) ? say('fails', 'legal-form', [word]) : say('look', 'maybe-legal-form', [word])];
    }
    return COMPANY_WORDS.has(letters) ? [say('look', 'company-word', [word])] : [];
  });
  return /\d/.test(name) ? [...found, say('look', 'digits', [name])] : found;
}

/** Written as a form is: with dots or a stroke, or in capitals among words that are not. */
function isMarked(word: string, words: readonly string[]): boolean {
  if (/\p{L}[./]\p{L}/u.test(word)) return true;
  const isCapitals = (text: string): boolean => text === text.toUpperCase();
  return isCapitals(word) && !words.every(isCapitals);
}

/** A name that is the domain's own: `Contoso` at contoso.com. */
function likeDomain(name: string, domain: string | undefined): readonly SignerCheck[] {
  const label = domain?.split('.')[0] ?? '';
  const joined = plain(name).replaceAll(/[^\p{L}\d]/gu, '');
  const isLike = label.length > 3 && joined === label.replaceAll('-', '');
  return isLike && domain !== undefined ? [say('look', 'like-domain', [name, domain])] : [];
}

/** What stands before the @, without `+…` and figures at the end. */
function roleMailbox(email: string): readonly SignerCheck[] {
  const [mailbox = ''] = email.trim().split('@');
  const role = mailbox
    .toLowerCase()
    .replace(/\+.*$/, '')
    .replace(/[\d._-]+$/, '');
  return email.includes('@') && ROLES.has(role) ? [say('look', 'role-mailbox', [`${mailbox}@`])] : [];
}

function withoutTwins(checks: readonly SignerCheck[]): readonly SignerCheck[] {
  const seen = new Set<string>();
  return checks.filter(({ reason, evidence }) => {
    const key = `${reason} ${evidence.join(' ')}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
