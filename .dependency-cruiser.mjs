/**
 * Import rules. Imports run only to what stands before; a type import counts as an import. Every comment names the
 * fix, because it is what a failing check prints.
 */
import { builtinModules } from 'node:module';

const chain = ['vocabulary', 'events', 'cases', 'stages', 'variables', 'dilemmas', 'principles', 'advice', 'decisions', 'report'];
const tests = '\\.test\\.tsx?$|(^|/)(testing|e2e)/';
const sourceFolders = '^(statistics|domain|clauses|studies|cases|application|documents|ledger|identity|apps|bench|tools)/';
const pure = '^(statistics|domain|clauses|studies)/';
/** The log and its verification run in the browser too, and on the machine of whoever distrusts the server. */
const pureLedger = '^ledger/(log|verify)/';
const packages = (...names) => `^(${names.join('|')})/`;

/** What each package may import of the others. What is not listed is forbidden. */
const mayImport = {
  statistics: [],
  domain: ['statistics'],
  clauses: ['statistics', 'domain'],
  studies: ['statistics', 'domain'],
  cases: ['statistics', 'domain'],
  application: ['statistics', 'domain', 'clauses', 'studies'],
  documents: ['statistics', 'domain', 'clauses', 'application'],
  ledger: ['statistics', 'domain', 'application'],
  identity: ['statistics', 'domain', 'application', 'ledger'],
};
const allPackages = [...Object.keys(mayImport), 'apps', 'bench', 'tools'];

// The last folder has nothing after it.
const domainChain = chain.slice(0, -1).map((folder, index) => ({
  name: `domain-${folder}`,
  severity: 'error',
  comment:
    `domain/${folder} may import only ${index === 0 ? 'itself' : `itself and ${chain.slice(0, index).join(', ')}`}. ` +
    'Fix: move what is shared down to the earliest folder that both may import, or pass it in as an argument.',
  from: { path: `^domain/${folder}/`, pathNot: tests },
  to: { path: `^domain/(${chain.slice(index + 1).join('|')})/` },
}));

const betweenPackages = Object.entries(mayImport).flatMap(([name, allowed]) => {
  const comment =
    `${name} may import ${allowed.length === 0 ? 'no other package' : `only ${allowed.join(', ')}`}. ` +
    'Fix: declare a port (an interface) in this package and let the app supply it, or move the code to the package that may.';
  const others = allPackages.filter((other) => other !== name && !allowed.includes(other));
  return [
    {
      name: `package-${name}`,
      severity: 'error',
      comment,
      from: { path: packages(name), pathNot: tests },
      to: { path: packages(...others) },
    },
    {
      name: `package-${name}-tests`,
      severity: 'error',
      comment: `${comment} A test may also take the shipped histories (cases) as its example.`,
      from: { path: packages(name).concat(`.*(${tests})`) },
      to: { path: packages(...others.filter((other) => other !== 'cases')) },
    },
  ];
});

export default {
  forbidden: [
    ...domainChain,
    {
      name: 'domain-folder-unknown',
      severity: 'error',
      comment: `A folder of domain that has no place in the chain. Fix: put the file into one of ${chain.join(', ')}, or give the folder a place in .dependency-cruiser.mjs.`,
      from: { path: '^domain/' },
      to: { path: `^domain/(?!(${[...chain, 'testing'].join('|')})/)[^/]+/` },
    },
    {
      name: 'domain-index-is-for-others',
      severity: 'error',
      comment: 'The index of domain gathers what stands behind the chain. Fix: inside domain import the file itself.',
      from: { path: '^domain/', pathNot: `^domain/index\\.ts$|${tests}` },
      to: { path: '^domain/index\\.ts$' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      comment: 'A helper of tests in the product. Fix: move it out of testing/, or import it from a test only.',
      from: { path: sourceFolders, pathNot: `${tests}|^bench/|^tools/foreign/` },
      to: { path: '(^|/)testing/' },
    },
    ...betweenPackages,
    {
      name: 'domain-libraries',
      severity: 'error',
      comment: 'Pure packages use zod and @noble/hashes, nothing else. Fix: write it out, or move what needs the library behind a port.',
      from: { path: pure, pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: '(^|/)node_modules/(zod|@noble/hashes)/' },
    },
    {
      name: 'ledger-log-libraries',
      severity: 'error',
      comment: 'What verifies uses @noble/hashes and @noble/curves, nothing else. Fix: take it as an argument; apps supply it.',
      from: { path: pureLedger, pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: '(^|/)node_modules/@noble/(hashes|curves)/' },
    },
    {
      name: 'ledger-log-stands-alone',
      severity: 'error',
      comment:
        'ledger/log imports itself and canonical JSON, ledger/verify also ledger/log: whoever checks a history must not depend on what wrote it. Fix: take it as an argument.',
      from: { path: '^ledger/(log|verify)/', pathNot: tests },
      to: { path: '^(ledger/(?!(log|verify)/)|(statistics|domain|application)/)', pathNot: '^application/canonical\\.ts$' },
    },
    {
      name: 'ledger-log-before-verify',
      severity: 'error',
      comment: 'ledger/log does not know who verifies it. Fix: move what both need to ledger/log.',
      from: { path: '^ledger/log/', pathNot: tests },
      to: { path: '^ledger/verify/' },
    },
    {
      name: 'pure-no-node',
      severity: 'error',
      comment:
        'Pure packages run in the browser too. Fix: take the data as an argument; reading and writing belong to apps, ledger or a port.',
      from: { path: `${pure}|${pureLedger}|^application/`, pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-no-crypto',
      severity: 'error',
      comment: 'Randomness cannot be replayed. Fix: take ids and salts as arguments; hash with @noble/hashes.',
      from: { path: `${pure}|${pureLedger}|^application/`, pathNot: tests },
      to: { path: '^(node:)?crypto$', dependencyTypes: ['core'] },
    },
    {
      name: 'application-no-database',
      severity: 'error',
      comment: 'application talks to ports. Fix: put the query behind the Store port; ledger/store implements it.',
      from: { path: '^(application|cases)/', pathNot: tests },
      to: { path: '(^|/)node_modules/(pg|kysely|fastify|@fastify|react|commander)(/|$)' },
    },
    {
      name: 'web-is-a-browser',
      severity: 'error',
      comment: 'The page runs in a browser. Fix: ask the server over HTTP, or move what both need to domain or application.',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { path: '^(ledger/(?!(log|verify)/)|bench/|tools/|apps/(server|cli)/)' },
    },
    {
      name: 'web-no-node',
      severity: 'error',
      comment:
        'The page would drag a module of Node into the browser. Fix: split the file so that the part the page needs imports no node:*.',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { reachable: true, path: `^(node:.*|${builtinModules.join('|')})$` },
    },
    {
      name: 'server-not-cli',
      severity: 'error',
      comment: 'The server does not know the command line. Fix: move what both need to application.',
      from: { path: '^apps/server/' },
      to: { path: '^apps/(cli|web)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle, types included. Fix: move what both sides need to a file of its own that imports neither.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that imports nothing and that nothing imports. Fix: use it or delete it.',
      from: {
        orphan: true,
        path: sourceFolders,
        pathNot: ['\\.d\\.ts$', '(^|/)vite\\.config\\.ts$', tests, '\\.(css|json)$', '^apps/cli/gongze\\.mjs$'],
      },
      to: {},
    },
    {
      name: 'not-resolved',
      severity: 'error',
      comment: 'An import that leads nowhere. Fix: correct the path (with .ts), export it from the package, or install the library.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-declared',
      severity: 'error',
      comment:
        'A library that no package.json on the way up declares. Fix: add it with "*" to the workspace and with its version to the root.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-library-in-product',
      severity: 'error',
      comment: 'Product code imports a development library. Fix: move the library to "dependencies", or the code to tools or a test.',
      from: { path: sourceFolders, pathNot: [tests, '^(bench|tools)/', '(^|/)vite\\.config\\.ts$', '(^|/)tools/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
    cache: false,
  },
};
