/** What a dispute pack says of a difference, in its language and number format. */
import { createFormat, type Format } from '../../core/format.ts';
import { type DisputePackText, disputePackTexts } from '../../core/text/dispute-pack.ts';
import type { Difference, ExpectedLine } from '../../sim/invoice/union/types.ts';
import type { DisputeChoices } from './types.ts';

export class DisputeWording {
  readonly text: DisputePackText;
  readonly format: Format;

  constructor({ language, locale }: DisputeChoices) {
    this.text = disputePackTexts(language);
    this.format = createFormat(locale);
  }

  what({ cause, was, should }: Difference): string {
    const sentence = this.text.what[cause];
    if (sentence.length === 0) return sentence('', '');
    // A promotion or credit that is not there is one of nothing.
    const billed = was === '' && (cause === 'promotion-ended' || cause === 'earned-credit') ? '0' : was;
    return billed === '' || should === '' ? this.text.plain : sentence(this.figure(billed), this.figure(should));
  }

  why({ cause, besides }: Difference): string {
    const { why, causes, also } = this.text;
    return [why[cause], ...(besides.length > 0 ? [also(besides.map((one) => causes[one]).join(', '))] : [])].join(' ');
  }

  basis({ price, priceAt }: ExpectedLine): string {
    const { bases, basisAt } = this.text;
    if (!priceAt) return bases[price];
    return basisAt(bases[price], priceAt.file, priceAt.line === undefined ? '' : this.format.count(priceAt.line));
  }

  private figure(decimal: string): string {
    return /^-?\d+(?:\.\d+)?$/.test(decimal) ? this.format.decimal(decimal) : decimal;
  }
}
