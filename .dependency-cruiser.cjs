// The arrows between the rooms (docs/architecture.md): service → core ← renderer, shell → core.
const arrow = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    arrow(
      'core-stays-pure',
      'core runs anywhere: no Electron, no Node, no React, no other room',
      { path: '^core', pathNot: tests },
      { path: ['^(main|renderer|build)/', 'node_modules/(electron|react|better-sqlite3)/'] },
    ),
    arrow(
      'zod-by-core-zod',
      'the content policy of the window forbids what zod does unless it is told first',
      { pathNot: '^core/zod\\.ts$' },
      { path: 'node_modules/zod/' },
    ),
    arrow(
      'core-without-node',
      'core runs in the sandboxed window too',
      { path: '^core', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    arrow(
      'renderer-knows-core-only',
      'the window is untrusted: it speaks over the port',
      { path: '^renderer', pathNot: tests },
      { path: ['^main/', 'node_modules/(electron|better-sqlite3)/'] },
    ),
    arrow(
      'renderer-without-node',
      'the window is sandboxed',
      { path: '^renderer', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    arrow(
      'service-without-electron',
      'the service runs in plain Node too: in tests and in the command line tool',
      { path: '^main/service' },
      { path: ['^main/shell', '^renderer', 'node_modules/electron/'] },
    ),
    arrow(
      'shell-knows-the-messages-only',
      'what shell and service share are the messages and what they name; commands run instead of both',
      { path: '^main/shell', pathNot: tests },
      {
        path: ['^renderer', '^main/service'],
        pathNot: ['^main/service/(messages|library/folders|sync/web\\.|command-line/command-line)'],
      },
    ),
    arrow(
      'sqlite-in-the-store-only',
      'SQL lives in one place',
      { pathNot: ['^main/service/store', tests, '^tests/'] },
      { path: 'node_modules/(@types/)?better-sqlite3/' },
    ),
    arrow(
      'no-circles',
      'a circle has no order to read it in',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    arrow('no-guessing', 'an import that cannot be found', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|courses)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
