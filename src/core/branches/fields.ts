/** The fields of an object as assumptions: `est.bridgeDays`, `fx.reporting`. */
import type { Decoder } from '../scenario/decoders.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { fieldPath, parsePath } from './path.ts';
import { isSameValue } from './same.ts';
import { type Place, type Section, type Settings, changesBetween } from './section.ts';

export interface FieldsOf<T> {
  readonly name: string;
  /** Undefined: the scenario says nothing of all this. */
  readonly place: Place<T | undefined>;
  /** What fields without a setting take where the scenario says nothing, and what a field takes that is taken away. */
  readonly defaults: T;
  /** Fields that are sections of their own. */
  readonly except?: readonly (keyof T & string)[];
  readonly read: Decoder<Partial<T>>;
  readonly write?: (value: T) => object;
  /** Without a field of its own the whole is gone. */
  readonly optional?: boolean;
}

export function fieldSection<T extends object>(options: FieldsOf<T>): Section {
  const { name, place, defaults, except = [], read, write, optional = false } = options;
  const others: ReadonlySet<string> = new Set(except);

  function all(scenario: Scenario): Settings {
    const fields = Object.entries(place.get(scenario) ?? {}) as readonly (readonly [string, unknown])[];
    const own = fields.filter(([field, value]) => !others.has(field) && value !== undefined);
    return new Map(own.map(([field, value]) => [fieldPath(name, field), value]));
  }

  function apply(scenario: Scenario, settings: Settings): Scenario {
    const next = new Map<AssumptionPath, unknown>(all(scenario));
    for (const [path, value] of settings) next.set(path, value);
    if (optional && [...next.values()].every((value) => value === undefined)) return place.set(scenario, undefined);
    const base: object = place.get(scenario) ?? defaults;
    const changed = [...settings].map(([path, value]) => {
      const field = path.slice(name.length + 1);
      return [field, value === undefined ? (defaults as Readonly<Record<string, unknown>>)[field] : value] as const;
    });
    return place.set(scenario, { ...base, ...Object.fromEntries(changed) } as T);
  }

  return {
    name,
    all,
    changes: (before, after) =>
      place.get(before) === place.get(after) ? new Map() : changesBetween(all(before), all(after), isSameValue),
    apply,
    write: (path, value) => {
      const field = parsePath(path)?.keys[0] ?? '';
      if (!write) return value;
      return (write({ ...defaults, [field]: value }) as Readonly<Record<string, unknown>>)[field];
    },
    read: (_, [field = ''], value, problems) => {
      if (others.has(field)) return undefined;
      const fields = read({ [field]: value }, name, problems);
      return (fields as Readonly<Record<string, unknown>> | undefined)?.[field];
    },
  };
}
