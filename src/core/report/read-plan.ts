/** A plan as it was stored or travelled: whatever is unknown falls back to the usual. */
import { isBrandColour, isLogo } from './brand.ts';
import { type Brand, DEFAULT_PLAN, EDITIONS, LANGUAGES, type ReportPlan, type ReportScope, SECTIONS } from './plan.ts';

type Fields = Readonly<Record<string, unknown>>;

export function readPlan(value: unknown): ReportPlan {
  if (!isFields(value)) return DEFAULT_PLAN;
  const { edition, sections, language, locale, amounts, paper } = value;
  return {
    edition: oneOf(EDITIONS, edition) ?? DEFAULT_PLAN.edition,
    sections: Array.isArray(sections) ? SECTIONS.filter((id) => sections.includes(id)) : DEFAULT_PLAN.sections,
    scope: scopeOf(value['scope']),
    language: oneOf(LANGUAGES, language) ?? DEFAULT_PLAN.language,
    ...(typeof locale === 'string' && isLocale(locale) ? { locale } : {}),
    brand: brandOf(value['brand']),
    amounts: oneOf(['exact', 'bucketed'] as const, amounts) ?? DEFAULT_PLAN.amounts,
    paper: oneOf(['a4', 'letter'] as const, paper) ?? DEFAULT_PLAN.paper,
  };
}

function scopeOf(value: unknown): ReportScope {
  if (!isFields(value)) return DEFAULT_PLAN.scope;
  const { kind, customerId, customer } = value;
  if (kind === 'customer' && typeof customerId === 'string' && typeof customer === 'string')
    return { kind, customerId, customer };
  return kind === 'filter' ? { kind } : DEFAULT_PLAN.scope;
}

function brandOf(value: unknown): Brand {
  if (!isFields(value)) return DEFAULT_PLAN.brand;
  const { name, logo, colour } = value;
  return {
    name: typeof name === 'string' ? name : '',
    ...(typeof logo === 'string' && isLogo(logo) ? { logo } : {}),
    ...(typeof colour === 'string' && isBrandColour(colour) ? { colour } : {}),
  };
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
