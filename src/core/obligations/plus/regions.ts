/** The regions of CSPP Plus against the markets in which customers buy. */
import { REGIONS, type Readiness, type Region } from './types.ts';

/**
 * Markets that are read as part of the region Europe: the European Union and its single market, without those that have a region of
 * their own. The source names the region and not its countries.
 */
const EUROPE = new Set('AT BE BG CY CZ DK EE ES FI GR HR HU IE IS IT LI LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

export interface MarketCount {
  /** ISO 3166-1 alpha-2, as price lists have it. */
  readonly market: string;
  /** Customers with a subscription in it. */
  readonly customers: number;
}

export interface RegionRow {
  readonly region: Region;
  readonly wanted: boolean;
  readonly offered: boolean;
  readonly customers: number;
  readonly markets: readonly string[];
}

export interface RegionMatrix {
  readonly rows: readonly RegionRow[];
  /** Markets that no region is read to hold. */
  readonly outside: readonly MarketCount[];
}

/** The region that is read to hold a market; undefined where none is. */
export function regionOfMarket(market: string): Region | undefined {
  const code = market.trim().toUpperCase();
  const isOwn = (region: Region): boolean => region !== 'Europe' && region === (code === 'UK' ? 'GB' : code);
  return REGIONS.find(isOwn) ?? (EUROPE.has(code) ? 'Europe' : undefined);
}

export function regionMatrix(
  { wanted, offered }: Pick<Readiness, 'wanted' | 'offered'>,
  markets: readonly MarketCount[],
): RegionMatrix {
  const rows = REGIONS.map((region): RegionRow => {
    const own = markets.filter(({ market }) => regionOfMarket(market) === region);
    return {
      ...{ region, wanted: wanted.includes(region), offered: offered.includes(region) },
      customers: own.reduce((sum, { customers }) => sum + customers, 0),
      markets: own.map(({ market }) => market),
    };
  });
  return { rows, outside: markets.filter(({ market }) => regionOfMarket(market) === undefined) };
}
