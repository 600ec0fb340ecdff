/** Usage details of the Consumption API: what an export has as columns stands in `properties`, partly under other names. */
import type { JsonObject, JsonValue } from '../read/json.ts';
import { isObject, textAtPath } from '../read/json-access.ts';

/** The API's names of columns that an export of the same data names otherwise. */
const EXPORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['subscriptionGuid', 'SubscriptionId'],
  ['instanceName', 'ResourceId'],
  ['product', 'ProductName'],
  ['productIdentifier', 'ProductId'],
  ['billingCurrencyCode', 'billingCurrency'],
  ['pricingCurrencyCode', 'pricingCurrency'],
  ['resourceGroup', 'resourceGroupName'],
  ['resourceLocationNormalized', 'location'],
  ['marketPrice', 'PayGPrice'],
]);

/** Keys of the record around the properties; its id and name only number the record. */
const ENVELOPE_KEYS: ReadonlySet<string> = new Set(['id', 'name', 'type', 'kind', 'properties', 'etag']);

export function isUsageDetail(item: JsonObject): boolean {
  return /\/usageDetails$/i.test(textAtPath(item, 'type')) && isObject(item.get('properties'));
}

/** The entries of a usage detail as the columns of an export. */
export function flattenUsageDetail(item: JsonObject): JsonObject {
  const flat = new Map<string, JsonValue>();
  for (const [key, value] of item) if (!ENVELOPE_KEYS.has(key)) flat.set(key, value);
  const properties = item.get('properties');
  if (isObject(properties)) for (const [key, value] of properties) flat.set(EXPORT_NAMES.get(key) ?? key, value);
  return flat;
}
