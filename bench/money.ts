import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { openSession } from '../src/rooms/identity/index.ts';
import { auditLedger } from '../src/rooms/ledger/index.ts';
import { quantile, round } from './measure.ts';
import { listMoneyPages } from './money-pages.ts';
import { fillMoney } from './money-town.ts';
import { timePage } from './pages.ts';
import type { Reader } from './readers.ts';
import { startServer } from './scratch.ts';

const ENTRIES = 500_000;
const ASKED = 200;

/**
 * The money of a movement of 3,000 groups after 500,000 entries: pages of the desk, of funds and of groups as whoever
 * keeps the accounts asks them of a running server, files of entries, and the audit of the ledger. `ratio`: a page
 * against that of the settings, which reads next to nothing. Asked: 200 ms at the 95th percentile. `detail`: another
 * number of entries, with as many fewer groups.
 */
export async function benchMoney(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    const begun = performance.now();
    const filled = await fillMoney(db, Number(detail ?? ENTRIES));
    const seconds = round((performance.now() - begun) / 1000, 1);
    const { organisationId } = filled;
    const audit = await measureAudit(db, organisationId);
    const server = await startServer(url);
    try {
      const factor = { factorProven: true };
      const token = await openSession(db, organisationId, filled.desk, 'banc', factor);
      const read = readerOf(server.address, token);
      const pages = await listMoneyPages(db, filled, read);
      const measured = await measureMoneyPages(read, pages);
      const worst = Math.max(...Object.values(measured).map(({ p95 }) => p95));
      return {
        groups: filled.groups.length,
        filledInSeconds: seconds,
        audit,
        pages: measured,
        files: {
          csv: await measureExport(read, server.pid, '/finances/exports/ecritures.csv'),
          fec: await measureExport(read, server.pid, filled.fec),
        },
        worst: { p95: worst, ratioToAsked: round(worst / ASKED, 2) },
        asked: { p95Milliseconds: ASKED },
      };
    } finally {
      await server.stop();
    }
  } finally {
    await db.destroy();
  }
}

async function measureAudit(db: Database, organisationId: string) {
  await sql`vacuum analyze`.execute(db);
  const begun = performance.now();
  const { accounts, entries, total, wrong } = await auditLedger(db, organisationId);
  const seconds = round((performance.now() - begun) / 1000, 2);
  if (total !== 0 || wrong.length > 0) throw new Error('The ledger is not sound.');
  return { accounts, entries, seconds };
}

const readerOf =
  (address: string, token: string): Reader =>
  async (path) => {
    const answer = await fetch(address + path, {
      headers: { host: 'localhost', cookie: `palabre=${token}` },
      redirect: 'manual',
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${path}`);
    return answer;
  };

export interface MeasuredPage {
  /** Milliseconds. */
  p50: number;
  p95: number;
  ratio: number;
}

/** The first of the pages is what the others are compared with. */
export async function measureMoneyPages(
  read: Reader,
  pages: Record<string, string>,
  requests?: number,
): Promise<Record<string, MeasuredPage>> {
  const measured: Record<string, MeasuredPage> = {};
  let least = 0;
  for (const [name, path] of Object.entries(pages)) {
    const times = await timePage(read, path, requests);
    const p50 = quantile(times, 0.5);
    least ||= p50;
    measured[name] = {
      p50: round(p50, 1),
      p95: round(quantile(times, 0.95), 1),
      ratio: round(p50 / least, 2),
    };
  }
  return measured;
}

/** Reads a file as it comes, asking now and then how much memory the server takes. */
async function measureExport(read: Reader, pid: number, path: string): Promise<object> {
  const before = await residentMebibytes(pid);
  let most = before;
  let bytes = 0;
  let pieces = 0;
  const begun = performance.now();
  for await (const piece of (await read(path)).body!) {
    bytes += piece.length;
    pieces += 1;
    if (pieces % 20 === 1) most = Math.max(most, await residentMebibytes(pid));
  }
  return {
    seconds: round((performance.now() - begun) / 1000, 1),
    mebibytes: round(bytes / 2 ** 20, 1),
    serverMebibytesBefore: before,
    serverMebibytesMost: most,
  };
}

async function residentMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024, 0);
}
