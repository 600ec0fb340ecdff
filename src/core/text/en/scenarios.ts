/** Words of scenarios as branches: what can be done with them, how they differ, and how they are merged. */

export const scenariosText = {
  frozen: (name: string) =>
    `“${name}” is frozen, so nothing in it was changed. Unfreeze it, or make a branch of it and change that.`,
  branchFrom: 'Branch from it',
  unfreeze: 'Unfreeze',
  /** What a branch is called before somebody names it. */
  copyName: (name: string) => `${name}, changed`,
  steps: {
    add: (name: string) => `New scenario “${name}”`,
    import: (name: string) => `Scenario “${name}” opened`,
    rename: (name: string) => `Rename scenario to “${name}”`,
    note: (name: string) => `Note of scenario “${name}”`,
    move: (name: string) => `Move scenario “${name}”`,
    delete: (name: string) => `Delete scenario “${name}”`,
    switch: (name: string) => `Show scenario “${name}”`,
    merge: (from: string, into: string) => `Merge “${from}” into “${into}”`,
    freeze: (name: string) => `Freeze scenario “${name}”`,
    unfreeze: (name: string) => `Unfreeze scenario “${name}”`,
  },
} as const;
