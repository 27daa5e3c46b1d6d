import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Act, Edition } from '../../spaces/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import { commitBallot, makeNonce } from '../box/box.crypto.ts';
import { insertSealedBallots, type SealedBallot } from '../box/box.store.ts';
import { publishHead } from '../box/head.store.ts';
import type { Folders } from '../box/voting.store.ts';
import { countSealed } from '../counting/counting.store.ts';
import { makeManifest } from '../opening/opening.store.ts';
import { findPoll, insertPoll, recordAct } from '../poll.store.ts';
import type { FrozenPoll } from '../poll.ts';
import { insertResult } from '../result/result.store.ts';
import type { PollResult } from '../result/result.ts';

/** A poll that was held elsewhere, as a file tells it. */
export interface ArchivedPoll {
  edition: Edition;
  terms: Omit<FrozenPoll, 'id' | 'editionId' | 'profile' | 'imported'>;
  /** In canonical form, equal ballots together (`listArchivedBallots`). */
  ballots: readonly { choices: Choices; times: number }[];
  /** Of the file: the same one is not imported twice. */
  sha256: string;
}

export type Archived =
  | { ok: true; pollId: string; result: PollResult }
  | { ok: false; refusal: 'imported-before' };

/**
 * Writes a whole archived poll in the caller's transaction: manifest, sealed ballots, acts, head, count
 * and publication, through the same steps as a poll held here. Its ballots are anonymous already; each
 * gets a nonce of its own, so that the box has the same form.
 */
export async function importArchivedPoll(
  tx: Tx,
  folders: Folders,
  { organisationId, by }: Act,
  archived: ArchivedPoll,
): Promise<Archived> {
  const poll: FrozenPoll = {
    ...archived.terms,
    id: randomUUID(),
    editionId: archived.edition.id,
    profile: 'P1',
    imported: true,
  };
  const keys = openKeys(folders.keysFolder);
  const manifest = makeManifest(keys, organisationId, archived.edition.currency, poll);
  const added = { organisationId, poll, manifest, keyMarks: null, importedSha256: archived.sha256 };
  if (!(await insertPoll(tx, added))) return { ok: false, refusal: 'imported-before' };
  const record = (kind: Parameters<typeof recordAct>[3]['kind'], detail = {}) =>
    recordAct(tx, organisationId, poll.id, { kind, by, detail });
  for (const kind of ['opened', 'closed', 'reconciled'] as const) await record(kind);
  const ballots = listBallots(archived.ballots, manifest.hash);
  await insertSealedBallots(tx, organisationId, poll.id, ballots);
  const head = await publishHead(tx, folders, organisationId, poll.id);
  await record('sealed', { ballots: head.ballots, root: head.root });
  const written = (await findPoll(tx, organisationId, poll.id))!;
  const counted = await countSealed(tx, organisationId, written);
  await record('counted', { hash: counted.hash });
  await insertResult(tx, organisationId, poll.id, counted);
  await record('published');
  await recordFact(tx, {
    organisationId,
    kind: 'poll.imported',
    actorId: by,
    subject: { kind: 'poll', id: poll.id },
    detail: { editionId: poll.editionId, ballots: head.ballots },
  });
  return { ok: true, pollId: poll.id, result: counted.result };
}

function listBallots(grouped: ArchivedPoll['ballots'], manifestHash: string): SealedBallot[] {
  return grouped.flatMap(({ choices, times }) =>
    Array.from({ length: times }, () => {
      const nonce = makeNonce();
      return { choices, nonce, commitment: commitBallot(manifestHash, choices, nonce) };
    }),
  );
}
