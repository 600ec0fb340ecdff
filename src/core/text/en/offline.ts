/** Words about working without a network, about updates, and about what can be checked on this page's build. */

export const offlineText = {
  update: {
    ready: 'A new version of Termwise is ready.',
    open: 'Update…',
    title: 'Update to the new version?',
    body: 'All tabs with Termwise in this browser open again with the new version. Your files, scenarios and settings stay. Until you update, this version goes on working.',
    confirm: 'Update',
  },
  panel: {
    title: 'This computer and this build',
    works: 'Works offline',
    status: {
      ready: 'yes; the whole app is stored in this browser',
      starting: 'not yet; the app is being stored',
      unsupported: 'no; browsers store apps only from https addresses and from this computer',
      none: 'no; this host does not offer it, or the browser refuses it',
    },
    newVersion: 'yes; a new version is ready',
    stored: 'Stored here',
    storedText: (used: string, free: string) => `${used}, ${free} free`,
    unknown: 'the browser does not say',
    kept: 'Kept by the browser',
    keptYes: 'until you delete it',
    keptNo: 'best effort; it may be deleted when space runs low',
    backup: 'Last backup',
    own: 'Files loaded from this address',
    build: 'Build',
    unknownBuild: 'a development server; it has no hashes',
    safari:
      'Safari deletes what a page stores after 7 days without a visit, unless Termwise is added to the Dock or the Home Screen. Make backups.',
    try: 'Try to connect',
    refused: 'Refused by the browser, as it should be: this page tried to reach even its own address.',
    reached: 'The page could connect. Close it and tell whoever hosts it.',
  },
  hashes: {
    title: (count: number) => `SHA-256 of ${String(count)} files`,
    how: 'Compare them with the files that the host sends, or with a build of your own: “npm ci” and “npm run build” give the same files. In the folder “dist”:',
    commands: [
      ['Linux', 'sha256sum -c SHA256SUMS'],
      ['macOS', 'shasum -a 256 -c SHA256SUMS'],
      ['Windows (PowerShell)', 'Get-FileHash -Algorithm SHA256 -Path assets\\*, *.html, *.js'],
    ],
  },
} as const;
