/** Which currency is meant by what stands beside a figure. */

/** Names of a currency as Intl writes them in a locale and in English, in lower case. */
function namesOf(currency: string, locale: string): ReadonlySet<string> {
  const names = new Set([currency.toLowerCase()]);
  for (const language of [locale, 'en-US', ...(HOMES.get(currency) ?? [])]) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
      names.add(plainUnit(format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? ''));
    }
  }
  return names;
}

/** Languages at home that write a currency in their own way. */
const HOMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CHF', ['de-CH', 'fr-CH']],
  ['CZK', ['cs-CZ']],
  ['DKK', ['da-DK']],
  ['NOK', ['nb-NO']],
  ['PLN', ['pl-PL']],
  ['SEK', ['sv-SE']],
]);

/** More ways of writing a few currencies. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['us$', 'USD'],
  ['ca$', 'CAD'],
  ['c$', 'CAD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
  ['fr', 'CHF'],
  ['sfr', 'CHF'],
  ['euro', 'EUR'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

const known = new Map<string, ReadonlySet<string>>();

function plainUnit(unit: string): string {
  return unit.toLowerCase().replaceAll('.', '').trim();
}

/** Whether what stands beside a figure can mean a currency: its code, or a sign that it may have (`$` for CAD too). */
export function meansCurrency(unit: string, currency: string, locale: string): boolean {
  const plain = plainUnit(unit);
  if (NICKNAMES.get(plain) === currency) return true;
  if (!/^[A-Z]{3}$/.test(currency)) return plain === currency.toLowerCase();
  const key = `${currency} ${locale}`;
  const names = known.get(key) ?? namesOf(currency, locale);
  known.set(key, names);
  return names.has(plain);
}

/** The one currency that a sign or a code means without knowing more, or undefined: `EUR`, `€`, `US$`, but not `$`. */
export function currencyOf(unit: string): string | undefined {
  const code = unit.toUpperCase();
  return NICKNAMES.get(plainUnit(unit)) ?? (allCodes().has(code) ? code : undefined);
}

/** Whether what stands beside a figure is a sign or a code of a currency, whichever. */
export function isCurrencyUnit(unit: string): boolean {
  return /\p{Sc}|^kr\.?$/iu.test(unit) || (unit === unit.toUpperCase() && currencyOf(unit) !== undefined);
}

let codes: ReadonlySet<string> | undefined;

function allCodes(): ReadonlySet<string> {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes;
}
