import { createHash } from 'node:crypto';
import type { Database } from '../src/platform/database/database.ts';
import { giveSolidarity, importDonations } from '../src/rooms/ledger/index.ts';
import type { ManyGroup, Movement } from './many-groups.ts';

/** Lines of one file. */
const LINES = 10_000;
/** Gifts are of the last fifteen months. */
const DAYS = 450;

/**
 * So many donations, imported in files as a treasury does, the oldest first: a few groups receive much, most receive
 * some, one gift in thirty is for the solidarity fund.
 */
export async function fillDonations(
  db: Database,
  { organisationId, desk }: Movement,
  groups: readonly ManyGroup[],
  count: number,
  series = 'D',
): Promise<void> {
  const holders = groups.map(({ id, slug, name }) => ({
    kind: 'group' as const,
    id,
    slug,
    name,
    address: `/groupes/${slug}`,
  }));
  for (let from = 0; from < count; from += LINES) {
    const rows = Array.from({ length: Math.min(LINES, count - from) }, (_, at) => ({
      row: at + 2,
      cells: writeLine(from + at, count, groups, series),
    }));
    const done = await importDonations(db, { organisationId, by: desk }, async () => holders, {
      fileName: `dons-${series}-${from}.csv`,
      sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      table: { columns: ['reference', 'date', 'montant', 'destination'], rows },
    });
    if (!done.ok) throw new Error(done.refusal);
  }
}

/** A number from 0 to 1 that looks like chance and is the same each time. */
const drawn = (at: number): number =>
  (Math.imul((at ^ (at >>> 15)) + 7, 0x2c1b3c6d) >>> 0) / 2 ** 32;

function writeLine(
  at: number,
  count: number,
  groups: readonly ManyGroup[],
  series: string,
): string[] {
  const daysAgo = Math.min(DAYS, Math.floor((1 - at / count) * DAYS) + (at % 9));
  const givenOn = new Date(Date.now() - (daysAgo + 1) * 86_400_000).toISOString().slice(0, 10);
  const euros = 5 + Math.floor(drawn(at * 3 + 1) ** 3 * 295);
  const group = groups[Math.floor(drawn(at) ** 2 * groups.length)]!;
  return [`${series}-${at}`, givenOn, String(euros), at % 30 === 29 ? 'solidarité' : group.slug];
}

/** So many gifts out of the solidarity fund, each to another group. */
export async function fillSolidarity(
  db: Database,
  { organisationId, desk }: Movement,
  groups: readonly ManyGroup[],
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const { id, slug, name } = groups[(at * 7) % groups.length]!;
    const to = { kind: 'group' as const, id, slug, name, address: `/groupes/${slug}` };
    const given = await giveSolidarity(
      db,
      { organisationId, by: desk },
      { to, amount: 50_00, reason: 'Un groupe qui se lance' },
    );
    if (!given.ok) throw new Error(given.refusal);
  }
}
