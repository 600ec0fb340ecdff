/** From texts to the words that the generator counts by. */
import { Sha256 } from '../../core/sha256.ts';

const ENCODER = new TextEncoder();

/** The generator's key: the first 64 bits of the seed's SHA-256, so that neighbouring seeds have nothing in common. */
export function keyOfSeed(seed: string): readonly [number, number] {
  return firstWords(seed);
}

/** Two words for a subscription's id, so that it keeps its draws whatever else is in the portfolio. */
export function wordsOfId(id: string): readonly [number, number] {
  return firstWords(id);
}

function firstWords(text: string): readonly [number, number] {
  const hash = new Sha256();
  hash.update(ENCODER.encode(text));
  const hex = hash.digest();
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}
