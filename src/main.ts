import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { prepareFirstRun, writeWelcome } from './first-run.ts';
import { readConfig } from './platform/config.ts';
import { openDatabase, openPool } from './platform/database/database.ts';
import { migrateDatabase } from './platform/database/migrate.ts';
import { createApp } from './platform/http/app.ts';
import { openAssets } from './platform/http/assets.ts';
import { listenForChanges } from './platform/http/changes.ts';
import { Memory } from './platform/http/memory.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { openPostman } from './platform/mail/mail.ts';
import { startPostgres } from './platform/postgres/index.ts';
import { holdServerLock } from './platform/postgres/lock.ts';
import { writeReadings } from './rooms/campaign/index.ts';
import { queueDonationRuns } from './rooms/ledger/index.ts';
import { startListListener } from './rooms/lists/index.ts';
import { checkHeads, queuePublications, writeCounts } from './rooms/polls/index.ts';
import { openJobs, openSite, queueHouseRound } from './site.tsx';

/** Configuration → database → web and worker. */
const { values: options } = parseArgs({
  options: { port: { type: 'string' }, empty: { type: 'boolean', default: false } },
});
const config = readConfig({ ...process.env, ...(options.port && { PORT: options.port }) });
const say = (words: string) => console.log(words);

const postgres = config.databaseUrl
  ? null
  : await startPostgres({ root: config.root, varFolder: config.varFolder, onProgress: say });
const url = config.databaseUrl ?? postgres!.url;
const lock = postgres
  ? await holdServerLock(url, () => {
      console.error('La base de données est passée à un autre serveur : arrêt.');
      process.exit(1);
    })
  : null;
if (lock && !lock.held) {
  console.error('Un autre serveur Palabre utilise déjà ces données. Arrêtez-le d’abord.');
  process.exit(1);
}

const migrated = await migrateDatabase(url);
if (migrated.length > 0) say(`Base de données à jour (${migrated.length} étapes).`);

const db = openDatabase(url, { size: 10 });
const welcome = await prepareFirstRun({ url, db, config, empty: options.empty, say });
for (const poll of await checkHeads(db, config))
  console.error(
    `Scrutin arrêté : son urne a perdu des bulletins (${poll}). Voir l’administration.`,
  );
const memory = new Memory();
const assets = openAssets(`${config.root}/dist/assets`);
const postman = openPostman(config);
const site = openSite({ db, config, assets });
const changes = await listenForChanges(
  url,
  (organisationId) => {
    site.forget(organisationId);
    memory.forget(organisationId);
  },
  () => {
    site.forgetAll();
    memory.forgetAll();
  },
);
const workerPool = openPool(url, 6);
const worker = await startWorker(workerPool, openJobs({ db, config, postman }));
await queueHouseRound(db);
await queuePublications(db);
await queueDonationRuns(db);
const lists = await startListListener({ db, config });
const app = createApp({ site, config, db, assets, memory });
const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) =>
  say(writeWelcome(welcome, address.port, config)),
);
server.on('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    taken ? `Le port ${config.port} est déjà pris : bin/start --port ${config.port + 1}` : error,
  );
  void stop(1);
});

let stopping = false;
async function stop(code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  await new Promise((resolve) => {
    server.close(resolve);
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
  await lists?.stop();
  await worker.stop();
  await writeCounts(db, { all: true }).catch(console.error);
  await writeReadings(db).catch(console.error);
  await changes.stop();
  await workerPool.end();
  await db.destroy();
  if (lock?.held) await lock.release();
  await postgres?.stop();
  process.exit(code);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
