/** How agreements and what belongs to them stand, in words. */
import { type Day, parseDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { checkSigner } from '../../../core/obligations/signer/check.ts';
import type { AllowList } from '../../../core/obligations/signer/domains.ts';
import type { Verdict } from '../../../core/obligations/signer/types.ts';
import {
  changeState,
  contactState,
  coverState,
  staleMonthsOf,
  updateState,
} from '../../../core/obligations/terms/duties.ts';
import { type AgreementState, stateOf } from '../../../core/obligations/terms/state.ts';
import type {
  Agreement,
  Change,
  Contact,
  Exception,
  RequiredUpdate,
  Signer,
  Terms,
} from '../../../core/obligations/terms/types.ts';
import { agreementsText as text } from '../../../core/text/en/obligations-agreements.ts';
import { termsText } from '../../../core/text/en/obligations-terms.ts';
import type { EntryState } from '../entries/entry-fields.ts';

/** What everything here is told with. */
export interface About {
  readonly terms: Terms;
  readonly book: readonly ObligationRule[];
  readonly asOf: Day;
  readonly format: Format;
}

export function stateOfAgreement(agreement: Agreement, about: About): EntryState {
  const state = stateOf(agreement, about.book, about.asOf);
  return { text: stateWords(state, agreement, about.format), tone: toneOf(state) };
}

function stateWords(state: AgreementState, { kind }: Agreement, format: Format): string {
  const { states } = text;
  switch (state.state) {
    case 'accepted':
      return [
        states.accepted(format.day(state.on)),
        ...(kind === 'mpa' ? [states.never] : []),
        ...(state.late === undefined ? [] : [(kind === 'own' ? states.ownLate : states.late)(format.day(state.late))]),
        ...(state.until === undefined ? [] : [states.acceptedUntil(format.day(state.until))]),
      ].join('; ');
    case 'due':
    case 'ending':
      return states[state.state](state.days, format.count(state.days));
    case 'missed':
      return states.missed(format.day(state.day));
    case 'ended':
      return (kind === 'cspp-old' ? states.endedWhatever : states.ended)(format.day(state.day));
    case 'superseded':
      return states.superseded(format.day(state.day), termsText.kinds[state.by]);
    case 'open':
      return states.open;
  }
}

function toneOf({ state }: AgreementState): EntryState['tone'] {
  if (state === 'accepted') return 'good';
  return state === 'missed' || state === 'due' ? 'bad' : 'open';
}

const TONES: Readonly<Record<Verdict, EntryState['tone']>> = { ok: 'good', look: 'open', missing: 'bad', fails: 'bad' };

/** Every check of a signer with what it found. */
export function signerStates(signer: Signer, list: AllowList): readonly EntryState[] {
  return checkSigner(signer, list).map(({ check, verdict, reason, evidence }) => {
    const [one = '', other = ''] = evidence;
    return {
      text: `${termsText.checks[check]} · ${termsText.verdicts[verdict]}: ${termsText.reasons[reason](one, other)}`,
      tone: TONES[verdict],
    };
  });
}

export function contactStates(contact: Contact, { terms, book, asOf, format }: About): readonly EntryState[] {
  const found = contactState(contact, staleMonthsOf(terms, book, asOf), asOf);
  if (found.state === 'unconfirmed') return [{ text: text.contacts.unconfirmed, tone: 'bad' }];
  if (found.state === 'stale') return [{ text: text.contacts.stale(format.day(found.until)), tone: 'bad' }];
  const words = found.until === undefined ? text.contacts.always : text.contacts.current(format.day(found.until));
  return [{ text: words, tone: 'good' }];
}

export function coverStates(until: string, { asOf, format }: Pick<About, 'asOf' | 'format'>): readonly EntryState[] {
  const found = coverState(until, asOf);
  if (found.state === 'undated') return [{ text: text.cover.undated, tone: 'open' }];
  if (found.state === 'ended') return [{ text: text.cover.ended(format.day(found.until)), tone: 'bad' }];
  return [{ text: text.cover.held(format.day(found.until), format.count(found.days)), tone: 'good' }];
}

export function updateStates(update: RequiredUpdate, agreement: Agreement, about: About): readonly EntryState[] {
  const { asOf, format } = about;
  const found = updateState(update, agreement, asOf);
  const { updates, states } = text;
  if (found.state === 'undated') return [{ text: updates.undated, tone: 'open' }];
  if (found.state === 'applied') {
    const words = (found.late ? updates.appliedLate : updates.applied)(format.day(found.on));
    return [{ text: words, tone: found.late ? 'bad' : 'good' }];
  }
  const words =
    found.state === 'missed'
      ? states.missedUpdate(format.day(found.day))
      : states.due(found.days, format.count(found.days));
  return [{ text: found.extended ? `${words}; ${updates.extended}` : words, tone: 'bad' }];
}

export function changeStates(change: Change, { reviews }: Agreement, { asOf, format }: About): readonly EntryState[] {
  const found = changeState(change, reviews, asOf);
  const isOpen = found.state === 'ask' || found.state === 'needed' || found.state === 'failed';
  const words = text.changes.states[found.state]('on' in found ? format.day(found.on) : '');
  return [{ text: words, tone: isOpen ? 'bad' : found.state === 'no-sign' ? 'open' : 'good' }];
}

export function exceptionStates({ answer, until }: Exception, { asOf, format }: About): readonly EntryState[] {
  const { exceptions } = text;
  if (answer === '') return [{ text: exceptions.waiting, tone: 'open' }];
  if (answer === 'refused') return [{ text: exceptions.refused, tone: 'bad' }];
  const day = parseDay(until);
  if (day === undefined) return [{ text: exceptions.grantedOpen, tone: 'bad' }];
  if (asOf > day) return [{ text: exceptions.over(format.day(day)), tone: 'open' }];
  return [{ text: exceptions.granted(format.day(day)), tone: 'good' }];
}

/** How many points of an agreement need attention: its own state, and everything that belongs to it. */
export function openPoints(agreement: Agreement, list: AllowList, about: About): number {
  const states = [
    stateOfAgreement(agreement, about),
    ...agreement.signers.flatMap((one) => signerStates(one, list)),
    ...agreement.contacts.flatMap((one) => contactStates(one, about)),
    ...agreement.insurances.flatMap((one) => coverStates(one.until, about)),
    ...agreement.updates.flatMap((one) => updateStates(one, agreement, about)),
    ...agreement.changes.flatMap((one) => changeStates(one, agreement, about)),
    ...agreement.exceptions.flatMap((one) => exceptionStates(one, about)),
  ];
  return states.filter(({ tone }) => tone === 'bad').length;
}
