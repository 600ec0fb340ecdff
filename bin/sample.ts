/** `npm run sample -- --out DIR`: writes the synthetic sample portfolio. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOfTimestamp, parseDay } from '../src/core/days.ts';
import { sampleText } from '../src/core/text/en/sample.ts';
import { type SampleOptions, makeSample } from '../src/sample/index.ts';

const UNUSABLE = 2;

function fail(message: string): never {
  console.error(`${message}\n${sampleText.usage}`);
  process.exit(UNUSABLE);
}

function readArguments(): Readonly<Record<string, string | undefined>> {
  const names = ['out', 'seed', 'as-of', 'subscriptions', 'format'];
  try {
    return parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(sampleText.badOption(`--${option} ${text}`));
}

function readOptions(values: ReturnType<typeof readArguments>): SampleOptions {
  const asOf = values['as-of'] === undefined ? dayOfTimestamp(Date.now()) : parseDay(values['as-of']);
  if (asOf === undefined) return fail(sampleText.badOption(`--as-of ${values['as-of'] ?? ''}`));
  const format = values['format'] ?? 'api';
  if (format !== 'api' && format !== 'portfolio') return fail(sampleText.badOption(`--format ${format}`));
  const seed = wholeNumber('seed', values['seed']);
  const subscriptions = wholeNumber('subscriptions', values['subscriptions']);
  const size = subscriptions === undefined ? {} : { subscriptions, customers: Math.ceil(subscriptions / 10) };
  return { asOf, format, ...(seed === undefined ? {} : { seed }), ...size };
}

const values = readArguments();
const out = values['out'] ?? fail(sampleText.missingOut);
mkdirSync(out, { recursive: true });
for (const { name, text } of makeSample(readOptions(values))) {
  writeFileSync(join(out, name), text);
  console.log(sampleText.wrote(name, Buffer.byteLength(text)));
}
