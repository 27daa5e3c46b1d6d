import { openKeys } from '../../src/platform/keys/keys.ts';
import { findBatch, insertBatch } from '../../src/rooms/electorate/codes/batch.store.ts';
import type { CodeBatch } from '../../src/rooms/electorate/codes/batch.ts';
import { formatCode } from '../../src/rooms/electorate/codes/code.ts';
import { listCodes, makeCodes } from '../../src/rooms/electorate/codes/codes.store.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

type Site = Pick<TestSite, 'db' | 'config' | 'organisationId'>;

interface AskedCodes {
  /** Left out: one per person of the register. */
  anonymous?: number;
  by?: string | null;
  inPerson?: string;
  organisationId?: string;
}

export const keysOf = (site: Pick<TestSite, 'config'>) => openKeys(site.config.keysFolder);

/** A batch whose codes are made. */
export async function makeBatch(
  site: Site,
  edition: Edition,
  { anonymous, by = null, inPerson = '', organisationId = site.organisationId }: AskedCodes = {},
): Promise<CodeBatch> {
  const kind = anonymous === undefined ? 'named' : 'anonymous';
  const asked = { kind, asked: anonymous ?? null, inPerson } as const;
  const id = await insertBatch(site.db, { organisationId, by }, edition.id, asked);
  await makeCodes(site.db, keysOf(site), { organisationId, id });
  return (await findBatch(site.db, { organisationId, editionId: edition.id }, id))!;
}

/** Its codes as they are printed, in order. */
export async function printedCodes(site: Site, batch: CodeBatch): Promise<string[]> {
  const codes = await listCodes(site.db, keysOf(site), batch, { from: 1, most: 100_000 });
  if (!codes) throw new Error('The key of this batch is gone.');
  return codes.map(({ code }) => formatCode(code));
}
