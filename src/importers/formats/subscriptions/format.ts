/** Subscriptions as the Partner Center API gives them. */
import { type JsonObject, type JsonValue } from '../../read/json.ts';
import { isList, isObject, textAtPath, valueAt } from '../../read/json-access.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import type { JsonFormat } from '../json-format.ts';
import { warnOfUnknownActions } from '../known-actions.ts';
import { warnOfUnknownTerms } from '../known-terms.ts';
import { subscriptionCheck } from '../subscription-check.ts';
import { SUBSCRIPTION_FIELDS } from '../subscription-fields.ts';

const CUSTOMER_LINK = /\/customers\/([^/?]+)\/subscriptions/i;
const COUNTRY = /[?&]country=([A-Za-z]{2})(?:&|$)/;
const OFFER = /^[^:]+:[^:]+:[^:]+$/;

/** Columns that `checkRows` looks at, so that it can name the better reason. */
const CHECKED_LATER: ReadonlySet<string> = new Set(['productId', 'skuId', 'termDuration', 'billingPlan']);

const SHEET: SheetFormat = {
  kind: 'subscriptions',
  title: 'subscriptions of the Partner Center API (JSON)',
  fields: SUBSCRIPTION_FIELDS.map((field) => (CHECKED_LATER.has(field.name) ? { ...field, required: false } : field)),
  signature: [],
  ambiguous: 'microsoft',
  rowCheck: checkRows,
  conclude: (table, findings) => {
    warnOfUnknownActions(table, findings);
    warnOfUnknownTerms(table, findings);
    return 'subscriptions';
  },
};

export const SUBSCRIPTIONS: JsonFormat = {
  sheet: SHEET,
  matches: (item) =>
    textAtPath(item, 'attributes', 'objectType') === 'Subscription' ||
    // Rows of the analytics API name no offer and have seats under another name.
    (item.has('autoRenewEnabled') && (item.has('offerId') || (item.has('commitmentEndDate') && item.has('quantity')))),
  contextOf: (envelopes) =>
    customerOf(envelopes.map((envelope) => textAtPath(envelope, 'links', 'self', 'uri')).join(' ')),
  rowsOf: (item, customer) => (isUnpriceable(item) ? [] : [rowOf(item, customer)]),
  usedKeys: new Set(
    'id offerId offerName quantity effectiveStartDate commitmentEndDate commitmentEndDateTime status autoRenewEnabled promotionId isTrial termDuration billingCycle cancellationAllowedUntilDate refundableQuantity'.split(
      ' ',
    ),
  ),
};

/** As for all subscriptions, after the offer id: one of another form explains why other cells are empty. */
function checkRows(): ReturnType<NonNullable<SheetFormat['rowCheck']>> {
  const check = subscriptionCheck(true)();
  return (row, cells, line) => {
    if (row.text('skuId') === '') return { code: 'bad-offer-id', column: 'offerId', text: row.text('productId') };
    const empty = ['termDuration', 'billingPlan'].find((column) => row.text(column) === '');
    if (empty !== undefined) return { code: 'missing-value', column: empty, text: '' };
    return check(row, cells, line);
  };
}

/** Usage-based things that no licence price list knows (Azure, legacy services): nothing of them can be simulated. */
function isUnpriceable(item: JsonObject): boolean {
  return !isLicenceBased(item) && !OFFER.test(textAtPath(item, 'offerId'));
}

function isLicenceBased(item: JsonObject): boolean {
  const billing = textAtPath(item, 'billingType').toLowerCase();
  const product = textAtPath(item, 'productType', 'id').toLowerCase();
  return (billing === '' || billing === 'license') && (product === '' || product.startsWith('onlineservices'));
}

function rowOf(item: JsonObject, customer: string): Readonly<Record<string, string>> {
  const offer = textAtPath(item, 'offerId').split(':');
  const isOffer = offer.length === 3;
  const actions = valueAt(item, 'scheduledActions');
  const legacy = isObject(valueAt(item, 'scheduledNextTermInstructions')) && !(isList(actions) && actions.length > 0);
  return {
    customerId: customerOf(textAtPath(item, 'links', 'self', 'uri')) || textAtPath(item, 'customerId') || customer,
    subscriptionId: textAtPath(item, 'id'),
    productId: isOffer ? (offer[0] ?? '') : textAtPath(item, 'offerId'),
    skuId: isOffer ? (offer[1] ?? '') : '',
    offerName: textAtPath(item, 'offerName') || textAtPath(item, 'friendlyName'),
    market: marketOf(item),
    quantity: textAtPath(item, 'quantity'),
    termDuration: textAtPath(item, 'termDuration'),
    billingPlan: textAtPath(item, 'billingCycle'),
    commitmentStart: textAtPath(item, 'effectiveStartDate'),
    commitmentEnd: textAtPath(item, 'commitmentEndDate') || textAtPath(item, 'commitmentEndDateTime'),
    autoRenew: textAtPath(item, 'autoRenewEnabled'),
    scheduledAction: actionAtTermEnd(actions),
    legacyInstruction: String(legacy),
    promotionId: textAtPath(item, 'promotionId'),
    status: textAtPath(item, 'status'),
    isTrial: textAtPath(item, 'isTrial'),
    licenceBased: String(isLicenceBased(item)),
    cancellationAllowedUntil: textAtPath(item, 'cancellationAllowedUntilDate'),
    refundableQuantity: textAtPath(item, 'refundableQuantity', 'totalQuantity'),
  };
}

function customerOf(uri: string): string {
  return CUSTOMER_LINK.exec(uri)?.[1] ?? '';
}

function marketOf(item: JsonObject): string {
  const links = ['product', 'sku', 'availability', 'offer'].map((name) => textAtPath(item, 'links', name, 'uri'));
  const countries = links.map((uri) => COUNTRY.exec(uri)?.[1] ?? '');
  return countries.find((country) => country !== '')?.toUpperCase() ?? '';
}

/** The first action that is due at the term end; actions at a date of their own do not decide what happens there. */
function actionAtTermEnd(actions: JsonValue | undefined): string {
  if (!isList(actions)) return '';
  const due = actions.find((action) => {
    const when = textAtPath(action, 'scheduledType') || textAtPath(action, 'scheduleType');
    return when === '' || when.toLowerCase() === 'termend';
  });
  return textAtPath(due, 'actionType');
}
