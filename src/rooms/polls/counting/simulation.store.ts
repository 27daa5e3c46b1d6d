import type { Db } from '../../../platform/database/database.ts';
import { findPollOf } from '../poll.store.ts';
import { findAct, type Poll } from '../poll.ts';
import { findResult } from '../result/result.store.ts';

/** A poll whose ballots anyone may read, with what was published of it. */
export interface PublishedPoll {
  poll: Poll;
  /** SHA-256 of the published result. */
  hash: string;
  winners: readonly string[];
  /** Blank ones included. */
  ballots: number;
  /** Of these, those that are known by totals only: nobody can look into them. */
  totals: number;
}

/** Null before the publication, whoever asks (V15): until then nothing is counted again, not even for a trial. */
export async function findPublishedPoll(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<PublishedPoll | null> {
  const poll = await findPollOf(db, organisationId, editionId);
  if (!poll || !findAct(poll, 'published')) return null;
  const kept = await findResult(db, organisationId, poll.id);
  if (!kept) return null;
  const { hash, result } = kept;
  const { winners, ballots, totals = 0 } = result;
  return { poll, hash, winners, ballots, totals };
}

export interface ListedPoll {
  id: string;
  editionId: string;
  title: string;
  publishedAt: Date;
}

/** The published polls of an organisation, the latest first. */
export async function listPublishedPolls(db: Db, organisationId: string): Promise<ListedPoll[]> {
  const rows = await db
    .selectFrom('poll as p')
    .innerJoin('poll_act as a', (join) =>
      join.onRef('a.organisation_id', '=', 'p.organisation_id').onRef('a.poll_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.edition_id', 'p.title', 'a.at'])
    .where('p.organisation_id', '=', organisationId)
    .where('a.kind', '=', 'published')
    .orderBy('a.at', 'desc')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    title: row.title,
    publishedAt: row.at,
  }));
}
