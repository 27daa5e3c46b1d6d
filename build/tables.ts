/** Writes src/platform/database/tables.ts from a migrated database: `node build/tables.ts URL`; `--verify`: only compares. */
import { execFileSync } from 'node:child_process';

const root = new URL('..', import.meta.url).pathname;
const url = process.argv[2] ?? process.env.DATABASE_URL;
if (!url) throw new Error('Which database? node build/tables.ts URL');

/** Columns of views that always hold something, which a database cannot tell of a view. */
const filled: Record<string, Record<string, string>> = {
  counted_ballot: {
    choices: 'Json',
    commitment: 'string',
    nonce: 'string',
    organisation_id: 'string',
    poll_id: 'string',
  },
  idea_decision: {
    category_id: 'string',
    deposited_at: 'Timestamp',
    edition_id: 'string',
    idea_id: 'string',
    lang: 'string',
    number: 'number',
    organisation_id: 'string',
    state: 'string',
    title: 'string',
    words: 'string',
  },
  public_news: {
    body: 'string',
    correction: 'string',
    id: 'string',
    number: 'number',
    organisation_id: 'string',
    shows_at: 'Timestamp',
    summary: 'string',
    title: 'string',
  },
  studied_idea: {
    category_id: 'string',
    edition_id: 'string',
    id: 'string',
    lang: 'string',
    number: 'number',
    organisation_id: 'string',
    title: 'string',
    words: 'string',
  },
};
const columns = Object.fromEntries(
  Object.entries(filled).flatMap(([view, types]) =>
    Object.entries(types).map(([column, type]) => [`${view}.${column}`, type]),
  ),
);

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
    '--overrides',
    JSON.stringify({ columns }),
    ...(process.argv.includes('--verify') ? ['--verify'] : []),
  ],
  { stdio: 'inherit' },
);
