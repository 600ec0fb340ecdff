/** Diagnostics about JSON and Parquet files, manifests and what stands in them. */
import type { MessageParams } from './message-params.ts';

const p = (params: MessageParams, name: string): string => String(params[name] ?? '');

/** `1 item`, `2 items`. */
function itemsOf(params: MessageParams): string {
  return Number(params['rows']) === 1 ? '1 item' : `${p(params, 'rows')} items`;
}

export const jsonMessages = {
  'duplicate-key': (m: MessageParams) => `An object holds the key “${p(m, 'key')}” twice; the last value counts. Other objects may do the same. Check what wrote the file.`,
  'items-not-objects': (m: MessageParams) => `${itemsOf(m)} skipped: texts, numbers or lists where objects are expected.`,
  'damaged-parquet': (m: MessageParams) => `The Parquet file is damaged or cut off (${p(m, 'reason')}). Download it again.`,
  'parquet-codec': (m: MessageParams) => `Parquet files packed with ${p(m, 'codec')} are not read, only those with snappy, gzip or none. Export it again in one of these, or as CSV.`,
  'parquet-nested-decimal': (m: MessageParams) => `The column ${p(m, 'column')} holds decimals inside lists or structures, which cannot be read exactly. Leave the column out, or export as CSV.`,
  'parquet-encrypted': () => 'An encrypted Parquet file. Export it without encryption.',
  'named-document': (m: MessageParams) => `Recognised as ${p(m, 'title')}. Nothing in it can be used here; leave it out.`,
  'secrets-dropped': () => 'It held a token that opens the files for whoever has it. It was neither stored nor shown; treat the file like a password.',
  'contacts-taken': (m: MessageParams) => `${itemsOf(m)} with the names, addresses or numbers of contact persons: personal data. They are shown in the MCA register and stay out of reports, recipes and editions without names. The file itself is not kept.`,
  'manifest-alone': (m: MessageParams) => `Names ${p(m, 'count')} files. Drop them together with it to have their number, size and rows checked.`,
  'manifest-complete': (m: MessageParams) => `All ${p(m, 'count')} files that it names were dropped with it.`,
  'manifest-missing': (m: MessageParams) => `${p(m, 'there')} of the ${p(m, 'count')} files that it names were dropped with it. Missing: ${p(m, 'missing')}. Sums over the others are too low.`,
  'manifest-differs': (m: MessageParams) => `“${p(m, 'blob')}” has ${p(m, 'found')} ${p(m, 'unit')}; the manifest says ${p(m, 'stated')}. Download it again.`,
  'manifest-unclear': (m: MessageParams) => `Several dropped files are called “${p(m, 'blob')}”, so which of them is meant cannot be told. Drop the export’s folder as a zip archive.`,
  'older-run': (m: MessageParams) => `An older run of ${p(m, 'title')}. Every run holds the whole period so far, so only the newest one (${p(m, 'newest')}) counts.`,
  'older-run-file': (m: MessageParams) => `Belongs to an older run of ${p(m, 'title')}; the newest one (${p(m, 'newest')}) holds its rows too. Nothing was stored twice.`,
}; // prettier-ignore
