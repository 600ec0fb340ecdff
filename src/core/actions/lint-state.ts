/** The subscription itself: its id, its status, auto-renew, the old field, the lock, and whether it is the full resource. */
import { dayToText } from '../days.ts';
import type { AddFinding } from './findings.ts';
import { type JsonNode, JsonMembers, NumberText, memberOf, partsOf, scalarOf } from './json-tree.ts';
import { type LintContext, type Subject, presentOf } from './subject.ts';
import { FULL_FIELDS } from './vocabulary.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** `1.23E+17`, or 15 digits followed by nothing but zeros: what a spreadsheet makes of long digits. */
const DAMAGED = /^\d[.,]?\d*E\+?\d+$|^\d{15}0{1,}$/i;

/** Whether an id can be one of Partner Center's, has been damaged, or is shaped otherwise. */
export function idShape(id: string): 'fine' | 'damaged' | 'odd' {
  if (GUID.test(id.trim())) return 'fine';
  return DAMAGED.test(id.trim()) ? 'damaged' : 'odd';
}

/** Says what is wrong with the subscription as such; false when nothing further has to be looked at. */
export function lintState(subject: Subject, context: LintContext, add: AddFinding): boolean {
  const { node } = subject;
  lintId(subject.idNode, add);
  lintId(presentOf(memberOf(node, 'customerId')), add);
  if (!lintStatus(subject, add)) return false;
  lintAutoRenew(subject, add);
  lintLegacy(subject, add);
  lintLock(subject, context, add);
  lintWholeness(subject, add);
  return true;
}

function lintId(node: JsonNode | undefined, add: AddFinding): void {
  if (!node) return;
  const text = scalarOf(node);
  const shape = node.value instanceof NumberText ? 'damaged' : idShape(text);
  if (shape === 'damaged') add('id-damaged', node, { text });
  else if (shape === 'odd') add('id-shape', node, { text });
}

function lintStatus({ node, actions }: Subject, add: AddFinding): boolean {
  const statusNode = memberOf(node, 'status');
  const status = scalarOf(statusNode).toLowerCase();
  if (!statusNode || status === '' || status === 'active') return true;
  if (status === 'suspended') {
    add('suspended', statusNode);
    return true;
  }
  // In a list of all subscriptions those that are over are as they should be.
  if (actions.length === 0) return false;
  const est = actions.find(({ type }) => type === 'RenewToExtendedServiceTerm');
  if (status === 'expired' && est) add('est-expired', est.typeNode ?? statusNode);
  else add('not-active', statusNode, { text: status });
  return true;
}

function lintAutoRenew({ node, actions }: Subject, add: AddFinding): void {
  const flag = presentOf(memberOf(node, 'autoRenewEnabled'));
  if (!flag) {
    add('auto-renew-missing', node);
    return;
  }
  if (typeof flag.value !== 'boolean') {
    add('auto-renew-no-flag', flag, { text: scalarOf(flag) });
    return;
  }
  const due = actions.filter(({ schedule }) => schedule !== 'CustomDate');
  if (flag.value) {
    for (const { type, typeNode } of due) if (type === 'Cancel') add('cancel-with-auto-renew', typeNode ?? flag);
    return;
  }
  const needs = actions.find(({ type }) => type === 'RenewToNewTerm' || type === 'Transition');
  if (needs) add('renew-without-auto-renew', flag);
  else if (isLicence(node) && due.every(({ type, typeNode }) => type === undefined && scalarOf(typeNode) === ''))
    add('off-without-cancel', flag);
}

/** only licences move into EST by themselves. */
function isLicence(node: JsonNode): boolean {
  const billing = scalarOf(memberOf(node, 'billingType')).toLowerCase();
  return (billing === '' || billing === 'license') && scalarOf(memberOf(node, 'isTrial')) !== 'true';
}

function lintLegacy({ node, actions }: Subject, add: AddFinding): void {
  const legacy = presentOf(memberOf(node, 'scheduledNextTermInstructions'));
  if (legacy) add(actions.length > 0 ? 'legacy-ignored' : 'legacy-alone', legacy);
}

/** An EST can be ended on any day; what is due on a day of its own does not wait for the term end. An answer to GET may be older. */
function lintLock({ node, termEnd, known, actions }: Subject, { asOf }: LintContext, add: AddFinding): void {
  if (termEnd === undefined || known?.inEst === true || asOf < termEnd) return;
  const [due] = actions.filter(({ schedule }) => schedule !== 'CustomDate');
  if (due || !memberOf(node, 'offerId')) add('lock-passed', due?.node ?? node, { end: dayToText(termEnd) });
}

function lintWholeness({ node, kind }: Subject, add: AddFinding): void {
  if (kind === 'merge' || !(node.value instanceof JsonMembers)) return;
  const { byName } = node.value;
  const missing = FULL_FIELDS.filter(
    (name) =>
      name !== 'autoRenewEnabled' &&
      !byName.has(name) &&
      !(name === 'commitmentEndDate' && byName.has('commitmentEndDateTime')),
  );
  if (missing.length > 0) add('fields-missing', node, { names: missing.join(', ') });
}

/** `scheduledActions` where it is something else than a list. */
export function actionsNoList(node: JsonNode): JsonNode | undefined {
  const list = presentOf(memberOf(node, 'scheduledActions'));
  return list && !Array.isArray(list.value) && partsOf(list).length === 0 ? list : undefined;
}
