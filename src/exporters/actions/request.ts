/** The request for one subscription: a whole body where the imported resource is whole and current, otherwise what to fetch. */
import { type JsonData, type JsonDataMap, NumberText } from '../../core/actions/json-tree.ts';
import { idShape } from '../../core/actions/lint-state.ts';
import { dayOf } from '../../core/actions/subject.ts';
import { FULL_FIELDS } from '../../core/actions/vocabulary.ts';
import type { Day } from '../../core/days.ts';
import { idKey } from '../../core/ids.ts';
import type { ActionRow } from '../../sim/actions/types.ts';
import type { PackChoices } from '../../core/actions/pack-choices.ts';
import { type Planned, autoRenewAfter } from './types.ts';

/** Something that is worth a word about a request. */
export type RequestNote = 'removedLegacy' | 'droppedActions' | 'keptActions';

export type ActionRequest =
  /** `body` can be sent while `checkFirst` holds. */
  | { readonly kind: 'complete'; readonly path: string; readonly body: JsonDataMap; readonly checkFirst: JsonDataMap; readonly notes: readonly RequestNote[] }
  /** `merge` goes over the answer to GET. `fields`: what is missing here, or differs from the file that was read (`isStale`). */
  | { readonly kind: 'merge'; readonly path: string; readonly merge: JsonDataMap; readonly fields: readonly string[]; readonly isStale: boolean }
  /** An id that Partner Center cannot know. */
  | { readonly kind: 'none'; readonly why: 'id' | 'product' }; // prettier-ignore

/** Stands in a path for what no file says. */
const UNKNOWN_CUSTOMER = '{customerId}';

/** @param resource the subscription as a JSON file gave it; undefined: none did */
export function requestOf(
  planned: Planned,
  resource: JsonData | undefined,
  choices: PackChoices,
  asOf: Day,
): ActionRequest {
  const { row, action } = planned;
  if (idShape(row.subscriptionId) !== 'fine') return { kind: 'none', why: 'id' };
  if (action.type === 'RenewToNewTerm' && !isProduct(action.newTerm?.productId))
    return { kind: 'none', why: 'product' };
  const isCustomer = idShape(row.customerId) === 'fine';
  const customer = isCustomer ? idKey(row.customerId) : UNKNOWN_CUSTOMER;
  const path = `/v1/customers/${customer}/subscriptions/${idKey(row.subscriptionId)}`;
  const whole = resource instanceof Map ? (resource as JsonDataMap) : undefined;
  const { missing, changed } = whole ? gapsOf(whole, row) : { missing: FULL_FIELDS, changed: [] };
  const fields = [...(isCustomer ? [] : ['customerId']), ...missing, ...changed];
  const own = scheduledAction(planned, whole, choices);
  if (!whole || fields.length > 0) {
    const merge = new Map<string, JsonData>([
      ['autoRenewEnabled', autoRenewAfter(action, choices)],
      ['scheduledActions', [own]],
    ]);
    return { kind: 'merge', path, merge, fields, isStale: changed.length > 0 };
  }
  const { kept, dropped } = otherActions(whole, asOf, row.termEnd);
  const hasLegacy = whole.get('scheduledNextTermInstructions') instanceof Map;
  const body = new Map(whole);
  body.delete('scheduledNextTermInstructions');
  body.set('autoRenewEnabled', autoRenewAfter(action, choices));
  body.set('scheduledActions', [...kept, own]);
  const notes: RequestNote[] = [
    ...(hasLegacy ? (['removedLegacy'] as const) : []),
    ...(dropped > 0 ? (['droppedActions'] as const) : []),
    ...(kept.length > 0 ? (['keptActions'] as const) : []),
  ];
  return { kind: 'complete', path, body, checkFirst: checksOf(whole), notes };
}

function isProduct(productId = ''): boolean {
  return /^[A-Z0-9]{12}$/i.test(productId);
}

function textOf(value: JsonData | undefined): string {
  return value instanceof NumberText ? value.text : typeof value === 'string' ? value : '';
}

function endOf(resource: JsonDataMap): string {
  return textOf(resource.get('commitmentEndDate')) || textOf(resource.get('commitmentEndDateTime'));
}

/** What keeps an imported resource from being sent: fields that it lacks, and those that are otherwise in the portfolio. */
function gapsOf(resource: JsonDataMap, row: ActionRow): { missing: readonly string[]; changed: readonly string[] } {
  const missing = FULL_FIELDS.filter((name) =>
    name === 'commitmentEndDate' ? endOf(resource) === '' : (resource.get(name) ?? '') === '',
  );
  const alike: readonly (readonly [string, boolean])[] = [
    ['quantity', textOf(resource.get('quantity')) === String(row.seatsImported)],
    ['commitmentEndDate', dayOf(endOf(resource)) === row.termEnd],
    ['status', textOf(resource.get('status')).toLowerCase() === 'active'],
    ['autoRenewEnabled', typeof resource.get('autoRenewEnabled') === 'boolean'],
  ];
  const changed = alike.flatMap(([name, isAlike]) => (isAlike || missing.some((one) => one === name) ? [] : [name]));
  return { missing, changed };
}

/** What must still be so when the body is sent: a change since then would be undone. */
function checksOf(resource: JsonDataMap): JsonDataMap {
  const attributes = resource.get('attributes');
  const etag = attributes instanceof Map ? (attributes as JsonDataMap).get('etag') : undefined;
  const names = ['quantity', 'status', 'commitmentEndDate', 'commitmentEndDateTime', 'autoRenewEnabled'];
  const checks = new Map<string, JsonData>();
  for (const name of names) {
    const value = resource.get(name);
    if (value !== undefined) checks.set(name, value);
  }
  if (etag !== undefined) checks.set('etag', etag);
  return checks;
}

/** Actions with a day of their own before the term end stay; all others give way. */
function otherActions(resource: JsonDataMap, asOf: Day, termEnd: Day): { kept: readonly JsonData[]; dropped: number } {
  const listed = resource.get('scheduledActions');
  const all = Array.isArray(listed) ? (listed as readonly JsonData[]) : [];
  const kept = all.filter((one) => {
    if (!(one instanceof Map)) return false;
    const action = one as JsonDataMap;
    const when = textOf(action.get('scheduledType')) || textOf(action.get('scheduleType'));
    const day = dayOf(textOf(action.get('effectiveDate')));
    return (
      when === 'CustomDate' &&
      textOf(action.get('actionType')) === 'Transition' &&
      day !== undefined &&
      day >= asOf &&
      day < termEnd
    );
  });
  return { kept, dropped: all.length - kept.length };
}

function scheduledAction(
  { row, action }: Planned,
  resource: JsonDataMap | undefined,
  { scheduleField }: PackChoices,
): JsonDataMap {
  const { type, newTerm } = action;
  const members = new Map<string, JsonData>([
    [scheduleField, 'TermEnd'],
    ['actionType', type],
  ]);
  if (type !== 'RenewToNewTerm' || !newTerm) return members;
  const { productId, skuId, billingPlan, termDuration, promotionId, seats } = newTerm;
  const availabilityId = availabilityOf(resource, productId, skuId);
  const product = new Map<string, JsonData>([
    ['productId', productId],
    ['skuId', skuId],
    ...(availabilityId === '' ? [] : [['availabilityId', availabilityId] as const]),
    ['billingCycle', billingPlan],
    ['termDuration', termDuration],
    ...(promotionId === '' || row.inEst ? [] : [['promotionId', promotionId] as const]),
  ]);
  return members.set('instructions', new Map<string, JsonData>([['product', product], ['quantity', new NumberText(String(seats))]])); // prettier-ignore
}

/** Known only where the file names the offer, and only for the same product and SKU. */
function availabilityOf(resource: JsonDataMap | undefined, productId: string, skuId: string): string {
  const [product = '', sku = '', availability = ''] = textOf(resource?.get('offerId')).split(':');
  const isSame = product.toUpperCase() === productId.toUpperCase() && sku.toUpperCase() === skuId.toUpperCase();
  return isSame ? availability : '';
}
