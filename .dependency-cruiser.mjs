/**
 * The layers of the project as rules: an arrow means "may import". Each rule carries its reason.
 * test/architecture.test.ts holds a violation of every rule against it.
 * The parser is swc, because dependency-cruiser reads TypeScript only with a compiler below version 7; swc sees imports
 * of types too, and they count: knowing a type is knowing its file.
 */

/**
 * A layer of src may import itself and the paths of `may`.
 * @param {string} name
 * @param {string[]} may
 * @param {string} comment
 * @returns {import('dependency-cruiser').IForbiddenRuleType & { comment: string }}
 */
function layer(name, may, comment) {
  return {
    name: `${name}-imports-only-its-layers`,
    severity: 'error',
    comment,
    from: { path: `^src/${name}/` },
    to: { path: '^(src|solver)/', pathNot: [`^src/${name}/`, ...may] },
  };
}

const packageLoaders = '^solver/engines/(simplex|highs/runtime)\\.ts$';
const pureModules = '^(assert|buffer|crypto|events|path|string_decoder|url|util|zlib)(/|$)';

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are one idea cut in the wrong place.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that leads nowhere escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'solver-knows-no-school',
      severity: 'error',
      comment:
        'The solver is one optimisation problem and its certificate; it must be readable, and usable by others, without the domain.',
      from: { path: '^solver/' },
      to: { path: '^src/' },
    },
    {
      name: 'solver-is-pure',
      severity: 'error',
      comment:
        'No I/O, clock or randomness of its own: the same problem, seed and version give the same answer, in a browser too.',
      from: { path: '^solver/', pathNot: packageLoaders },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'solver-loads-packages-only',
      severity: 'error',
      comment: 'Two engines are CommonJS packages: to load them takes node:module, and nothing else.',
      from: { path: packageLoaders },
      to: { dependencyTypes: ['core'], pathNot: '^module$' },
    },
    {
      name: 'solver-packages',
      severity: 'error',
      comment:
        "What decides the answer is this project's own; zod reads the exchange formats, the two engines have rules of their own.",
      from: { path: '^solver/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|highs|javascript-lp-solver)/' },
    },
    {
      name: 'javascript-lp-solver-in-one-file',
      severity: 'error',
      comment:
        'It keeps global state, loads fs and child_process, and can claim an infeasible answer: one file tames it, and the certificate judges it.',
      from: { pathNot: '^solver/engines/simplex\\.ts$' },
      to: { path: 'node_modules/javascript-lp-solver/' },
    },
    {
      name: 'highs-in-its-engine',
      severity: 'error',
      comment:
        'HiGHS is loaded in one place, so that it can be replaced; other engines may know the types of what it answers.',
      from: { path: '^solver/engines/', pathNot: '^solver/engines/highs' },
      to: { path: 'node_modules/highs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'highs-in-engines-only',
      severity: 'error',
      comment: 'An engine is known by its interface only.',
      from: { pathNot: '^solver/engines/' },
      to: { path: 'node_modules/highs/' },
    },
    {
      name: 'certificate-trusts-no-engine',
      severity: 'error',
      comment: 'The checker shares no code with what it checks.',
      from: { path: '^solver/certificate/' },
      to: { path: '^solver/(engines/|solve\\.ts)', reachable: true },
    },
    {
      name: 'engines-do-not-certify',
      severity: 'error',
      comment: 'No engine is judge in its own cause: solve.ts certifies what comes out of each.',
      from: { path: '^solver/engines/' },
      to: { path: '^solver/certificate/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Schemas and pure functions: the domain must be testable and reusable without files, network or clock.',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'matching-does-no-io',
      severity: 'error',
      comment: 'From region and policy to problem, from solution to proposal: pure; who solves is handed in.',
      from: { path: '^src/(matching|scenarios|followup)/' },
      to: { dependencyTypes: ['core'], pathNot: pureModules },
    },
    layer('domain', [], 'The domain is what all others stand on; it stands on nothing.'),
    layer('files', ['^src/domain/'], 'Files become domain values and back; they neither match nor serve.'),
    layer(
      'generate',
      ['^src/domain/'],
      'Made-up regions are domain values; examples and commands write them, and nothing that serves real people knows them.',
    ),
    {
      name: 'only-commands-make-up-regions',
      severity: 'error',
      comment:
        'Invented people must never reach what serves real ones: a command asks for them, and nothing else in src.',
      from: { path: '^src/', pathNot: '^src/(generate|cli/commands)/' },
      to: { path: '^src/generate/' },
    },
    layer('matching', ['^src/domain/', '^solver/'], 'Matching translates between the domain and the solver.'),
    layer('scenarios', ['^src/(domain|matching)/', '^solver/'], 'Scenarios edit a region and match again.'),
    layer(
      'followup',
      ['^src/domain/'],
      'Follow-up counts outcomes; it must not depend on how pairs were found.',
    ),
    layer('store', ['^src/domain/'], 'The store keeps domain values; it decides nothing.'),
    layer(
      'jobs',
      [
        '^src/(domain|files|followup|matching|scenarios|store)/',
        '^src/(errors|input-faults|proposal-failure)\\.ts$',
        '^solver/',
      ],
      'Jobs read, match and answer in threads; they know neither HTTP nor commands.',
    ),
    layer(
      'web',
      [
        '^solver/certificate/',
        '^solver/[^/]+\\.ts$',
        '^src/domain/(language-names|pair-(words|reasons)|text)\\.ts$',
        '^src/scenarios/figures/figure-rows\\.ts$',
        '^src/followup/indicators/counts-words\\.ts$',
      ],
      'The pages speak HTTP only, and recheck proofs themselves; what things are called is the same on both sides.',
    ),
    {
      name: 'nobody-imports-the-doors',
      severity: 'error',
      comment:
        'API, commands and pages translate and call; nothing calls them but the file that starts them.',
      from: { path: '^(src|solver)/', pathNot: '^src/(api|cli|web|start|worker)' },
      to: { path: '^src/(api|cli|web|start|worker)' },
    },
    {
      name: 'api-and-cli-stand-apart',
      severity: 'error',
      comment: 'Two doors to the same house: what both need belongs below them.',
      from: { path: '^src/(api|cli)/' },
      to: { path: '^src/(api|cli|web|start|worker)', pathNot: '^src/$1/' },
    },
    {
      name: 'nothing-heavy-on-the-event-loop',
      severity: 'error',
      comment:
        'To read, match, verify or explain a large region takes seconds: that is for a thread, while the service answers others.',
      from: { path: '^src/(api|start|worker|jobs/queue/)' },
      to: {
        path: '^(solver/(solve|verify|certificate/certify)|src/matching/(match|matching|verify-proposal|explain/explain)|src/files/.*)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-data-bench-or-test',
      severity: 'error',
      comment: 'Examples, measurements and tests look at the product, never the other way round.',
      from: { path: '^(src|solver)/' },
      to: { path: '^(data|bench|test)/' },
    },
    {
      name: 'data-stands-on-src',
      severity: 'error',
      comment: 'The generator of example data must not depend on tests or measurements.',
      from: { path: '^data/' },
      to: { path: '^(bench|test)/' },
    },
    {
      name: 'product-needs-no-dev-package',
      severity: 'error',
      comment: 'What the product needs is installed with it.',
      from: { path: '^(src|solver)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    detectProcessBuiltinModuleCalls: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '^(coverage|\\.data)/' },
  },
};
