/** How long a passphrase would withstand guessing, from 0 (at once) to 4. The word lists are fetched when one is first typed. */

export type Strength = 0 | 1 | 2 | 3 | 4;

let checker: Promise<(passphrase: string) => Strength> | undefined;

/** Rejects where the word lists are out of reach. Nothing leaves the page. */
export async function strengthOf(passphrase: string): Promise<Strength> {
  checker ??= load();
  try {
    return (await checker)(passphrase.slice(0, LONGEST));
  } catch (error) {
    checker = undefined;
    throw error;
  }
}

/** More says nothing more, and would take long. */
const LONGEST = 100;

async function load(): Promise<(passphrase: string) => Strength> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (passphrase) => zxcvbn.check(passphrase).score;
}
