import { spawn } from 'node:child_process';
import { openDatabase } from '../src/platform/database/database.ts';
import { enrolPerson, openSession } from '../src/rooms/identity/index.ts';
import { listOrganisations } from '../src/rooms/organisations/index.ts';
import { urls } from '../src/urls.ts';
import { load, median, round } from './measure.ts';
import { startServer, withScratchDatabase } from './scratch.ts';

const PAIRS = 5;

/**
 * A list page of 20 ideas, anonymous and signed in, against a bare node:http server that sends the same
 * bytes, in the same run: requests per second as a share of the bare server's, median of paired runs.
 * Asked: anonymous ≥ 0.5, signed in ≥ 0.12.
 */
export function benchHttp(): Promise<object> {
  return withScratchDatabase(async (url) => {
    const server = await startServer(url);
    const db = openDatabase(url, { size: 2 });
    try {
      const organisation = (await listOrganisations(db))[0]!;
      const reader = await enrolPerson(db, {
        organisationId: organisation.id,
        organisationName: organisation.name,
        name: 'Banc d’essai',
        nickname: 'banc-dessai',
        email: 'banc@exemple.fr',
        locale: 'fr',
      });
      if (!reader.ok) throw new Error('The reader could not be enrolled.');
      const token = await openSession(db, organisation.id, reader.id, 'bench');
      const page = server.address + urls.ideas({ edition: '2026' });
      return {
        anonymous: await compare(page, ''),
        signedIn: await compare(page, `palabre=${token}`),
        asked: { anonymous: 0.5, signedIn: 0.12 },
      };
    } finally {
      await db.destroy();
      await server.stop();
    }
  });
}

async function compare(page: string, cookie: string) {
  const answer = await fetch(page, { headers: { host: 'localhost', ...(cookie && { cookie }) } });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} at ${page}`);
  const bare = await startBare(answer.headers.get('content-type') ?? '', body);
  try {
    await load(page, { cookie, seconds: 1 });
    await load(bare.address, { seconds: 1 });
    const pairs: { ours: number; bare: number; ratio: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const ours = await load(page, { cookie });
      const theirs = await load(bare.address);
      if (ours.failures || theirs.failures) throw new Error('Some answers were not 200.');
      pairs.push({
        ours: ours.perSecond,
        bare: theirs.perSecond,
        ratio: ours.perSecond / theirs.perSecond,
      });
    }
    return {
      bytes: Buffer.byteLength(body),
      perSecond: round(median(pairs.map((pair) => pair.ours)), 0),
      barePerSecond: round(median(pairs.map((pair) => pair.bare)), 0),
      ratio: round(median(pairs.map((pair) => pair.ratio))),
    };
  } finally {
    bare.stop();
  }
}

const BARE = `
import http from 'node:http';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const [type] = process.argv.slice(1);
const body = Buffer.concat(chunks);
http.createServer((_, answer) => answer.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

async function startBare(type: string, body: string): Promise<{ address: string; stop(): void }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE, type], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(body);
  for await (const chunk of child.stdout) {
    child.stdout.resume();
    return {
      address: `http://127.0.0.1:${String(chunk).trim()}/`,
      stop: () => child.kill('SIGTERM'),
    };
  }
  throw new Error('The bare server did not start.');
}
