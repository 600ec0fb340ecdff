/** What the JSON says against what the workbook knows: imported seats, and the decision of the open scenario. */
import type { AddFinding } from './findings.ts';
import { memberOf, scalarOf } from './json-tree.ts';
import { idShape } from './lint-state.ts';
import { type KnownDecision, type LintContext, type ScheduledAction, type Subject, presentOf } from './subject.ts';
import type { ActionType } from './vocabulary.ts';

export function lintKnown(subject: Subject, { known: all }: LintContext, add: AddFinding): void {
  const { node, id, idNode, known } = subject;
  if (all === undefined) return;
  if (!known) {
    if (idNode && id !== '' && idShape(id) !== 'damaged') add('unknown-subscription', idNode, { text: id });
    return;
  }
  const quantity = presentOf(memberOf(node, 'quantity'));
  if (quantity && scalarOf(quantity) !== String(known.seats))
    add('seats-change-now', quantity, { text: scalarOf(quantity), seats: String(known.seats) });
  if (known.decided) lintDecision(subject, known.decided, known.seats, add);
}

function lintDecision(subject: Subject, decided: KnownDecision, seats: number, add: AddFinding): void {
  const { node, actions } = subject;
  const due = actions.find(({ schedule, type }) => schedule !== 'CustomDate' && type !== undefined);
  const flag = memberOf(node, 'autoRenewEnabled');
  const renewsByItself: ActionType | undefined = flag?.value === true ? 'RenewToNewTerm' : undefined;
  const action = due?.type ?? renewsByItself;
  if (action === undefined || action === 'Transition') return;
  if (action !== decided.action) {
    add('differs-from-decision', due?.typeNode ?? flag ?? node, { decided: decided.action, action });
    return;
  }
  if (action === 'RenewToNewTerm') lintRenewal(subject, due, decided, seats, add);
}

/** Without instructions a renewal keeps what there is. */
function lintRenewal(
  { node }: Subject,
  due: ScheduledAction | undefined,
  decided: KnownDecision,
  seats: number,
  add: AddFinding,
): void {
  const quantity = presentOf(memberOf(due?.instructions, 'quantity'));
  const asked = quantity ? scalarOf(quantity) : String(seats);
  if (decided.quantity !== undefined && asked !== String(decided.quantity))
    add('quantity-differs', quantity ?? due?.node ?? node, { text: asked, seats: String(decided.quantity) });
  const product = memberOf(due?.instructions, 'product');
  const [term, plan] = [scalarOf(memberOf(product, 'termDuration')), scalarOf(memberOf(product, 'billingCycle'))];
  const { termDuration = term, billingPlan = plan } = decided;
  if (!product || term === '' || plan === '') return;
  const said = `${term}/${plan}`;
  if (`${termDuration}/${billingPlan}`.toLowerCase() !== said.toLowerCase())
    add('term-differs', product, { decided: `${termDuration}/${billingPlan}`, text: said });
}
