// The import table of docs/architecture.md as rules. `npm run check` runs them over src, bin and test.

/**
 * What each folder of src/ may import from the others.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const mayImport = {
  core: [],
  importers: ['core'],
  sim: ['core'],
  sheet: ['core'],
  charts: ['core'],
  exporters: ['core', 'charts'],
  sample: ['core'],
  storage: ['core'],
  workers: ['core', 'importers', 'sim', 'sheet', 'storage', 'charts', 'exporters', 'sample'],
  state: ['core', 'sheet', 'storage', 'workers'],
  ui: ['core'],
  views: ['core', 'sheet', 'state', 'charts', 'ui'],
};

/** The folders that may name the types of the engine's results, and nothing else of the engine. */
const mayNameSimTypes = ['charts', 'exporters', 'state', 'views'];

/**
 * Packages that only some places may import.
 * @type {Readonly<Record<string, string>>}
 */
const packageOwners = {
  '@borgar/fx': '^src/sheet/formula/',
  dexie: '^src/storage/',
  comlink: '^src/workers/',
  papaparse: '^src/importers/',
  hucre: '^src/(importers|exporters)/',
  hyparquet: '^src/importers/',
  'vega(-lite|-interpreter)?': '^src/(ui/chart|workers)/',
};

const folderRules = Object.entries(mayImport).map(([folder, others]) => {
  const simTypes = mayNameSimTypes.includes(folder) ? ['sim/.*types\\.ts$'] : [];
  const allowed = [folder, ...others].map((name) => `${name}/`);
  return {
    name: `${folder}-imports`,
    comment: `src/${folder} may import ${others.join(', ') || 'no other folder'}${simTypes.length > 0 ? ', sim types' : ''}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^(src|bin|test)/', pathNot: `^src/(${[...allowed, ...simTypes].join('|')})` },
  };
});

const packageRules = Object.entries(packageOwners).map(([name, owners]) => ({
  name: `owner-of-${name.replace(/^\W|[^\w/].*/g, '')}`,
  comment: `Only ${owners} knows ${name}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: owners },
  // A type leaves no package in the code.
  to: { path: `^node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that import each other in a ring are one file in disguise.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/client)' },
    },
    {
      name: 'only-declared-packages',
      comment: 'The app imports only what package.json names under "dependencies".',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-code-in-app',
      comment: 'Nothing that ships or runs as a program knows the tests.',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { path: '^test/' },
    },
    ...folderRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/(fixtures|golden)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'types', 'default'],
      extensions: ['.ts', '.svelte', '.mjs', '.js', '.d.ts'],
    },
  },
};
