// The layers: kernel ← solver, calibration ← domain ← application ← infra, api ← pages ← app.

/** Files that nothing imports: entries of processes, threads, builds, and browser modules. */
const ENTRY =
  '^src/(main|worker|cli|assets/build-assets|programs/build-programs|solver/validators/build-validators)\\.ts$|-(thread|child)\\.ts$|^src/browser/';
const MODULE = '^src/modules/([^/]+)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-knows-no-other-folder',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'solver-is-pure',
      severity: 'error',
      from: { path: '^src/solver/' },
      to: { path: '^src/', pathNot: '^src/(kernel|solver)/' },
    },
    {
      name: 'calibration-is-pure',
      severity: 'error',
      from: { path: '^src/calibration/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(kernel|calibration)/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(kernel|config|platform)/' },
    },
    {
      name: 'config-knows-kernel-only',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: '^src/(kernel|config)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/' },
      to: {
        path: '^src/(platform|config)/|^src/modules/[^/]+/(application|infra|api)/|node_modules/(typeorm|@nestjs|pg|express)/',
      },
    },
    {
      name: 'application-knows-no-adapter',
      comment:
        'Tables have one implementation and are tested on the real database: a use case may import the repositories and ' +
        'read models of its own module. What is slow or swapped (mails, documents, workbooks, the engine) stays a port.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/application/' },
      to: {
        path: '^src/platform/|^src/modules/[^/]+/(infra|api)/|node_modules/(typeorm|pg|express)/',
        pathNot: '^src/modules/$1/infra/(repositories/[^/]+|[^/]+-read-model)\\.ts$',
      },
    },
    {
      name: 'infra-knows-no-api',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/infra/' },
      to: { path: '^src/modules/[^/]+/api/' },
    },
    {
      // index.ts: what others use of a module; wiring.ts: what composes the application.
      name: 'modules-meet-at-index',
      severity: 'error',
      from: { path: MODULE },
      to: { path: '^src/modules/([^/]+)/(?!(index|wiring)\\.ts$)', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'pages-meet-modules-at-index',
      severity: 'error',
      from: { path: '^src/(pages|app|cli|demo)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/modules/([^/]+)/(?!(index|wiring)\\.ts$)' },
    },
    {
      name: 'wiring-is-for-composition',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|cli|demo)/|\\.module\\.ts$|\\.spec\\.ts$' },
      to: { path: '^src/modules/[^/]+/wiring\\.ts$' },
    },
    {
      // Only use cases and read models open transactions.
      name: 'web-opens-no-transaction',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/api/|^src/pages/.*controller\\.ts$' },
      to: { path: '^src/(kernel/unit-of-work|platform/database/postgres-unit-of-work)\\.ts$' },
    },
    {
      name: 'nobody-imports-pages',
      comment: 'Browser modules may name types of their views; browser-loads-only-what-is-pure sees to that.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(pages|app|browser)/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'only-the-top-composes',
      severity: 'error',
      from: { path: '^src/(kernel|config|solver|calibration|platform|modules)/' },
      to: { path: '^src/(app|cli|demo)/|^src/[^/]+\\.ts$' },
    },
    {
      name: 'browser-loads-only-what-is-pure',
      comment: 'src/assets says which files and packages are served; types of the pages may be named.',
      severity: 'error',
      from: { path: '^src/browser/' },
      to: {
        pathNot:
          '^src/(browser|kernel)/|^src/modules/[^/]+/domain/|^node_modules/(@preact/)?(preact|signals)/|^node_modules/(idb|workbox-\\w+)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-browser',
      severity: 'error',
      from: { pathNot: '^src/browser/' },
      to: { path: '^src/browser/' },
    },
    {
      name: 'assets-are-made-before',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/assets/' },
      to: { path: '^src/assets/' },
    },
    {
      name: 'production-knows-no-test',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'all-of-it-is-reached',
      comment: 'What only tests use stands in test/. The yearly rating is built ahead; its file says for what.',
      severity: 'error',
      from: { path: ENTRY },
      to: {
        path: '^src/',
        pathNot: `\\.spec\\.ts$|\\.d\\.ts$|${ENTRY}|^src/modules/evaluations/domain/yearly-rating\\.ts$`,
        reachable: false,
      },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      // src/assets, src/browser and src/programs are read when the service is built, never by the service, and the API is described for
      // the tests alone.
      name: 'no-dev-dependency',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '\\.spec\\.ts$|^src/(assets/|browser/|programs/|platform/http/api-description\\.ts$)',
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
