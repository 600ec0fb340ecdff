/** Words of the linter for subscription JSON: what is wrong and what to do, by code. */

type Params = Readonly<Record<string, string>>;
type Words = (params: Params) => string;

interface CodeWords {
  readonly what: Words;
  readonly todo: Words;
}

const at = (params: Params, name: string): string => params[name] ?? '';
/** What was found, cut so that one line holds it. */
const quoted = (params: Params, name = 'text'): string => {
  const text = at(params, name);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
};

const syntax: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word is not JSON; texts stand in double quotes',
  InvalidNumberFormat: 'this number is not written as JSON writes numbers',
  PropertyNameExpected: 'a name in double quotes has to follow; a comma before a closing bracket is one too many',
  ValueExpected: 'a value has to follow; a comma before a closing bracket is one too many',
  ColonExpected: 'a colon is missing after the name',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'the object is not closed: } is missing',
  CloseBracketExpected: 'the list is not closed: ] is missing',
  EndOfFileExpected: 'something follows after the end of the JSON',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the text is not closed: a double quote is missing',
  UnexpectedEndOfNumber: 'the number ends too early',
  InvalidUnicode: 'after \\u four hexadecimal digits have to follow',
  InvalidEscapeCharacter: 'this character cannot follow a backslash',
  InvalidCharacter: 'this character cannot stand here; often it is a blank of another kind or a curly quote',
  TooDeep: 'it is nested more than 100 levels deep',
};

const words = (what: Words | string, todo: Words | string): CodeWords => ({
  what: typeof what === 'string' ? () => what : what,
  todo: typeof todo === 'string' ? () => todo : todo,
});

const codes = {
  'not-json': words((p) => `This is not JSON: ${syntax[at(p, 'reason')] ?? 'it breaks off here'}.`, 'Mend this place and check again; nothing behind it has been looked at.'),
  'duplicate-key': words((p) => `${quoted(p, 'name')} stands twice in this object; only the last one counts.`, 'Keep one of them.'),
  'no-subscription': words('There is no subscription and no change of one in this.', 'Paste an answer to GET …/subscriptions, the body of a PATCH, or the actions.json of an action pack.'),
  'off-without-cancel': words('Auto-renew is off and no action says what happens: within 24 hours this becomes “renew to EST”.', 'Add a scheduled action: Cancel to end it, RenewToExtendedServiceTerm if EST is meant.'),
  'auto-renew-missing': words('autoRenewEnabled is missing: a PATCH without it sets it to false.', 'Add autoRenewEnabled: true to renew or move to EST, false only with a Cancel action.'),
  'auto-renew-no-flag': words((p) => `autoRenewEnabled is ${quoted(p)}, which is neither true nor false.`, 'Write true or false, without quotes.'),
  'cancel-with-auto-renew': words('It is to be cancelled at the term end, but auto-renew is on.', 'Set autoRenewEnabled to false, or take the Cancel action away.'),
  'renew-without-auto-renew': words('A new term is scheduled, but auto-renew is off: scheduled changes need it, and switching it off deletes them.', 'Set autoRenewEnabled to true.'),
  'legacy-alone': words('scheduledNextTermInstructions is the old field.', 'Write a scheduled action at TermEnd with the same instructions instead.'),
  'legacy-ignored': words('scheduledNextTermInstructions stands beside scheduledActions: only the actions count.', 'Remove scheduledNextTermInstructions.'),
  'actions-no-list': words('scheduledActions is not a list.', 'Put the action into square brackets.'),
  'action-no-object': words('This entry of scheduledActions is not an object.', 'Write an object with actionType and the kind of date.'),
  'same-action-twice': words((p) => `${at(p, 'action')} stands twice for the same day.`, 'Keep one of them.'),
  'conflicting-actions': words((p) => `${at(p, 'action')} and ${at(p, 'other')} are both due on the same day.`, 'Keep the one that is meant.'),
  'unknown-action': words((p) => `${quoted(p)} is no action that Partner Center knows.`, 'Write Cancel, RenewToNewTerm, RenewToExtendedServiceTerm or Transition.'),
  'numbered-action': words((p) => `${quoted(p)} is a distributor’s own number for ${at(p, 'action')}; Partner Center does not know it.`, (p) => `Write "${at(p, 'action')}".`),
  'word-case': words((p) => `${quoted(p)} is written in other letters than Partner Center’s ${at(p, 'word')}.`, (p) => `Write "${at(p, 'word')}".`),
  'unknown-schedule': words((p) => `${quoted(p)} is no kind of date.`, 'Write TermEnd or CustomDate.'),
  'schedule-missing': words('The action does not say when: scheduledType (or scheduleType) is missing.', 'Add "TermEnd", or "CustomDate" with an effectiveDate.'),
  'schedule-twice': words('Both scheduledType and scheduleType stand here.', 'Keep the one that your Partner Center API takes.'),
  'date-missing': words('CustomDate needs an effectiveDate.', 'Add the day, or write TermEnd.'),
  'date-unreadable': words((p) => `${quoted(p)} is not a date.`, 'Write it as 2026-12-31T00:00:00Z.'),
  'date-past': words((p) => `${at(p, 'date')} has passed.`, 'Take a day that is still to come.'),
  'date-after-term': words((p) => `${at(p, 'date')} lies after the end of the term, ${at(p, 'end')}.`, 'Take a day in the term, or write TermEnd.'),
  'date-with-term-end': words('TermEnd takes no effectiveDate.', 'Remove effectiveDate, or write CustomDate.'),
  'instructions-with-cancel': words('A cancellation follows no instructions.', 'Remove them; if a new term is meant, the action is RenewToNewTerm.'),
  'product-missing': words((p) => `The instructions lack ${at(p, 'names')}.`, 'Add what is missing: product, SKU, billing cycle and term belong together.'),
  'term-unknown': words((p) => `${quoted(p)} is no term.`, 'Write P1M, P1Y or P3Y.'),
  'plan-unknown': words((p) => `${quoted(p)} is no billing cycle.`, 'Write Monthly, Annual or Triennial.'),
  'not-sold-together': words((p) => `${at(p, 'term')} is not sold with ${at(p, 'plan')} billing.`, (p) => `With ${at(p, 'term')} go: ${at(p, 'plans')}.`),
  'quantity-missing': words('The instructions name no seats.', 'Add quantity, also when it stays as it is.'),
  'quantity-bad': words((p) => `${quoted(p)} is no number of seats.`, 'Write a whole number from 1 on, without quotes; to end the subscription, use Cancel.'),
  'est-seats': words((p) => at(p, 'seats') === '' ? 'EST keeps the seats: a quantity cannot be set.' : `EST keeps its ${at(p, 'seats')} seats: ${at(p, 'text')} cannot be set.`, 'Remove quantity. To change seats, renew into a new term.'),
  'est-promotion': words('No promotion holds in EST.', 'Remove promotionId.'),
  'est-term': words((p) => `EST runs month by month: ${quoted(p)} does not go with it.`, 'Remove term and billing cycle, or use RenewToNewTerm.'),
  'est-expired': words('The subscription has expired: EST can be chosen only after it has been reactivated.', 'Reactivate it first.'),
  'custom-end-unreadable': words((p) => `customTermEndDate ${quoted(p)} is not a date.`, 'Write it as 2027-06-30T00:00:00Z.'),
  'custom-end-not-here': words((p) => `${at(p, 'action')} takes no customTermEndDate.`, 'Remove it; only a new term can be aligned.'),
  'custom-end-too-early': words((p) => `The new term would end on ${at(p, 'date')}, not after the present one, ${at(p, 'end')}.`, 'Take a later day.'),
  'custom-end-too-late': words((p) => `The new term would end on ${at(p, 'date')}; a full ${at(p, 'term')} ends on ${at(p, 'last')}. Aligning only shortens it.`, 'Take an earlier day.'),
  'custom-end-month-end': words((p) => `A monthly term cannot end on ${at(p, 'date')}: of the 28th to 30th only the last day of a month is taken.`, 'Take the last day of the month, or one up to the 27th.'),
  'id-damaged': words((p) => `${quoted(p)} is an id that a spreadsheet has damaged.`, 'Take the id from Partner Center again; what is lost cannot be made up.'),
  'id-shape': words((p) => `${quoted(p)} is not shaped like an id of Partner Center.`, 'Compare it with Partner Center: ids are 32 hexadecimal digits in five groups.'),
  'product-id-shape': words((p) => `${quoted(p)} is not shaped like a product id.`, 'Compare it with the price list, for example CFQ7TTC0LH18.'),
  'sku-id-short': words((p) => `The SKU id ${quoted(p)} is shorter than four characters: leading zeros may be lost.`, (p) => `Compare it with the price list; perhaps "${at(p, 'padded')}".`),
  'suspended': words('The subscription is suspended: auto-renew is off then, and nothing can be scheduled.', 'Reactivate it, fetch it again, and look at auto-renew.'),
  'not-active': words((p) => `The subscription is ${at(p, 'text')}: nothing can be scheduled.`, 'Only active subscriptions take scheduled actions.'),
  'lock-passed': words((p) => `The term ends on ${at(p, 'end')}; changes locked at 00:00 UTC of that day.`, 'It is too late for this term: what was set happens. Look at the 7 days after the renewal.'),
  'fields-missing': words((p) => `This is not the full resource: ${at(p, 'names')} missing. What a PATCH leaves out may be reset.`, 'GET the subscription first, change only these fields in the answer, and send all of it.'),
  'unknown-subscription': words((p) => `${quoted(p)} is not among the imported subscriptions.`, 'Check the id, or import a newer export.'),
  'seats-change-now': words((p) => `quantity is ${at(p, 'text')}, the imported subscription has ${at(p, 'seats')}: this would change the seats at once.`, 'Keep today’s seats here; the seats of the new term belong into the instructions.'),
  'differs-from-decision': words((p) => `The open scenario decides ${at(p, 'decided')} for it; this says ${at(p, 'action')}.`, 'Change the one that is wrong.'),
  'quantity-differs': words((p) => `The open scenario decides ${at(p, 'seats')} seats for it; this says ${at(p, 'text')}.`, 'Change the one that is wrong.'),
  'term-differs': words((p) => `The open scenario decides ${at(p, 'decided')} for it; this says ${at(p, 'text')}.`, 'Change the one that is wrong.'),
} as const satisfies Readonly<Record<string, CodeWords>>; // prettier-ignore

export const actionLintText = {
  codes,
  nothing: 'nothing at the term end',
} as const;
