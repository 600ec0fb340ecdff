/** What may be in the look of a report: colours and pictures that can't carry anything else. */

const COLOUR = /^#[0-9a-f]{6}$/i;
/** The first bytes of PNG, JPEG and WebP as base64, each under its own media type. */
const LOGO = /^data:image\/(?:png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/|webp;base64,UklGR)[A-Za-z0-9+/]*={0,2}$/;

/** Characters of a `data:` address: a picture of 200 kB. */
export const LONGEST_LOGO = 275_000;

export function isBrandColour(colour: string): boolean {
  return COLOUR.test(colour);
}

/** A `data:` address of a PNG, JPEG or WebP picture that begins as one. */
export function isLogo(address: string): boolean {
  return address.length <= LONGEST_LOGO && LOGO.test(address);
}
