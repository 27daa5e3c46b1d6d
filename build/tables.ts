/** Writes src/platform/database/tables.ts from a migrated database: `node build/tables.ts URL`. */
import { execFileSync } from 'node:child_process';

const root = new URL('..', import.meta.url).pathname;
const url = process.argv[2] ?? process.env.DATABASE_URL;
if (!url) throw new Error('Which database? node build/tables.ts URL');
execFileSync(
  `${root}node_modules/.bin/kysely-codegen`,
  [
    '--url',
    url,
    '--dialect',
    'postgres',
    '--out-file',
    `${root}src/platform/database/tables.ts`,
    '--type-mapping',
    '{"int8":"number","date":"string"}',
    '--exclude-pattern',
    '(graphile_worker.*|migration)',
    '--singularize',
    'false',
  ],
  { stdio: 'inherit' },
);
