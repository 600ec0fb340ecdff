/** Words of the rules that users add as data. */

export const obligationPacksText = {
  /** What the rules are called that are written on screen. */
  ownName: 'Own rules',
  taken: (name: string) => `Rules “${name}” added`,
  removed: (name: string) => `Rules “${name}” removed`,
  ruleSet: (id: string) => `Rule ${id} changed`,
  ruleRemoved: (id: string) => `Own rule ${id} removed`,
};
