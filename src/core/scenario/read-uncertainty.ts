/** Reads what is not known for sure. */
import { type Decoder, asChoice, asDays, asDecimal, asFlag, asList, asObject, asText } from './decoders.ts';
import { required } from './required.ts';
import type {
  Distribution,
  OutcomeShares,
  Spread,
  ThreePoint,
  Uncertainty,
  UncertainInput,
  UncertainLimit,
  UncertainNumber,
} from './uncertainty.ts';

type Kind<K extends Distribution['kind']> = Extract<Distribution, { kind: K }>;

const asConstant = required<Kind<'constant'>>(asObject({ kind: asChoice('constant'), value: asDecimal }), [
  'kind',
  'value',
]);
const asUniform = required<Kind<'uniform'>>(asObject({ kind: asChoice('uniform'), min: asDecimal, max: asDecimal }), [
  'kind',
  'min',
  'max',
]);
const asThree = required<ThreePoint>(
  asObject({ kind: asChoice('triangular', 'pert'), min: asDecimal, mode: asDecimal, max: asDecimal }),
  ['kind', 'min', 'mode', 'max'],
);
const asSpread = required<Spread>(asObject({ kind: asChoice('normal', 'lognormal'), mean: asDecimal, sd: asDecimal }), [
  'kind',
  'mean',
  'sd',
]);
const asDiscrete = required<Kind<'discrete'>>(
  asObject({
    kind: asChoice('discrete'),
    values: asList(
      required<{ value: string; weight: string }>(asObject({ value: asDecimal, weight: asDecimal }), [
        'value',
        'weight',
      ]),
    ),
  }),
  ['kind', 'values'],
);

const READERS: Readonly<Record<Distribution['kind'], Decoder<Distribution>>> = {
  constant: asConstant,
  uniform: asUniform,
  triangular: asThree,
  pert: asThree,
  normal: asSpread,
  lognormal: asSpread,
  discrete: asDiscrete,
};

/** A distribution by its `kind`. */
const asDistribution: Decoder<Distribution> = (value, path, problems) => {
  const kind = asKind(wordOf(value, 'kind'), `${path}.kind`, problems);
  return kind && READERS[kind](value, path, problems);
};

const asKind = asChoice('constant', 'uniform', 'triangular', 'pert', 'normal', 'lognormal', 'discrete');

function wordOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

const asMatch = asObject({
  subscriptionId: asText,
  customerId: asText,
  productId: asText,
  skuId: asText,
  segment: asText,
  currency: asText,
});

const asShares = required<OutcomeShares>(
  asObject({
    what: asChoice('outcome'),
    match: asMatch,
    shared: asFlag,
    renews: asDecimal,
    cancels: asDecimal,
    est: asDecimal,
  }),
  ['what', 'renews', 'cancels', 'est'],
  { match: {}, shared: false },
);

const asNumber = required<UncertainNumber>(
  asObject({
    what: asChoice('bridgeDays', 'seats', 'price', 'fx'),
    match: asMatch,
    shared: asFlag,
    distribution: asDistribution,
  }),
  ['what', 'distribution'],
  { match: {} },
);

export const asInput: Decoder<UncertainInput> = (value, path, problems) => {
  if (wordOf(value, 'what') === 'outcome') return asShares(value, path, problems);
  const read = asNumber(value, path, problems);
  // Prices and rates move for all together unless the file says otherwise.
  return read && { ...read, shared: wordOf(value, 'shared') === undefined ? isShared(read) : read.shared };
};

function isShared({ what }: UncertainNumber): boolean {
  return what === 'price' || what === 'fx';
}

export const asLimit = required<UncertainLimit>(asObject({ amount: asText, currency: asText, above: asDecimal }), [
  'amount',
  'currency',
  'above',
]);

export const DEFAULT_UNCERTAINTY: Uncertainty = Object.freeze<Uncertainty>({
  trials: 10_000,
  seed: '1',
  inputs: [],
  loadings: { price: '0', fx: '0', behaviour: '0' },
  limits: [],
});

export const asLoadings = required<Uncertainty['loadings']>(
  asObject({ price: asDecimal, fx: asDecimal, behaviour: asDecimal }),
  [],
  DEFAULT_UNCERTAINTY.loadings,
);

export const asUncertainty = required<Uncertainty>(
  asObject({ trials: asDays, seed: asText, inputs: asList(asInput), loadings: asLoadings, limits: asList(asLimit) }),
  [],
  DEFAULT_UNCERTAINTY,
);
