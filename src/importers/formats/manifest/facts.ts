/** The facts of a manifest, whoever wrote it: Partner Center billing (v1, v2, the beta of 2022) or Cost Management exports. */
import type { MANIFEST_COLUMNS } from '../../../core/schema/columns.ts';
import { daysInMonth } from '../../../core/days.ts';
import type { JsonObject, JsonValue } from '../../read/json.ts';
import { isList, isObject, listAt, textAtPath } from '../../read/json-access.ts';

type Facts = Readonly<Partial<Record<keyof typeof MANIFEST_COLUMNS, string>>>;

/** The manifest that an item is, or that the operation it describes has made. */
export function manifestIn(item: JsonObject): JsonObject | undefined {
  return [item, item.get('resourceLocation')].find(isManifest);
}

function isManifest(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && isList(value.get('blobs')) && (value.has('dataFormat') || value.has('manifestVersion'));
}

/** One set of facts for each file that a manifest names; one without file when it names none. */
export function manifestRows(manifest: JsonObject): readonly Facts[] {
  const shared = manifest.has('manifestVersion') ? costFacts(manifest) : billingFacts(manifest);
  const blobs = listAt(manifest, 'blobs');
  return blobs.length === 0 ? [shared] : blobs.map((blob) => ({ ...shared, ...blobFacts(blob) }));
}

function blobFacts(blob: JsonValue): Facts {
  return {
    blob: lastPart(textAtPath(blob, 'blobName') || textAtPath(blob, 'name')),
    partition: textAtPath(blob, 'partitionValue'),
    bytes: ['byteCount', 'sizeInBytes', 'sizeinBytes'].map((key) => textAtPath(blob, key)).find(Boolean) ?? '',
    rows: textAtPath(blob, 'dataRowCount'),
  };
}

function costFacts(manifest: JsonObject): Facts {
  const at = (...path: readonly string[]) => textAtPath(manifest, ...path);
  return {
    content: at('exportConfig', 'type'),
    exportName: at('exportConfig', 'exportName'),
    periodStart: at('runInfo', 'startDate'),
    periodEnd: at('runInfo', 'endDate'),
    created: at('runInfo', 'submittedTime'),
    runId: at('runInfo', 'runId'),
    format: [at('deliveryConfig', 'fileFormat'), at('deliveryConfig', 'compressionMode')].filter(Boolean).join(' '),
    version: at('exportConfig', 'dataVersion'),
  };
}

/** Partner Center says most of it in the folder's path: `…/BillingMonth=202408/InvoiceId=G058476717/Fragment=full/…`. */
function billingFacts(manifest: JsonObject): Facts {
  const at = (key: string) => textAtPath(manifest, key);
  const folder = pathOf(at('rootDirectory') || at('rootFolder'));
  const named = (key: string) => folder.find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
  const month = /^(\d{4})-?(\d{2})$/.exec(named('BillingMonth'));
  return {
    content: folder.find((part) => part !== '' && !part.includes('=')) ?? '',
    attributeSet: named('Fragment'),
    invoice: named('InvoiceId'),
    currency: named('Currency'),
    periodStart: month ? `${month[1] ?? ''}-${month[2] ?? ''}-01` : '',
    periodEnd: month ? lastDayOf(month[1] ?? '', month[2] ?? '') : '',
    created: at('createdDateTime') || at('utcCretedDateTime') || at('utcCreatedDateTime'),
    partnerId: at('partnerTenantId'),
    format: at('dataFormat'),
    version: at('schemaVersion') || at('version'),
  };
}

function lastDayOf(year: string, month: string): string {
  return `${year}-${month}-${String(daysInMonth(Number(year), Number(month))).padStart(2, '0')}`;
}

/** The folders of an address, without host and query. */
function pathOf(address: string): readonly string[] {
  return withoutQuery(address)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split('/');
}

function lastPart(address: string): string {
  return withoutQuery(address).split('/').at(-1) ?? '';
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/)[0] ?? '';
}
