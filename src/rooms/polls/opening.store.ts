import { randomUUID } from 'node:crypto';
import { type Database, readNow } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Keys, openKeys } from '../../platform/keys/keys.ts';
import { VERSION } from '../../platform/version.ts';
import { listBallotProjects } from '../projects/index.ts';
import { type Act, type Edition, lockEdition } from '../spaces/index.ts';
import { hashText, markKey, signText, writeCanonical } from './box.crypto.ts';
import { describePoll } from './manifest.ts';
import { makePartitions } from './partitions.store.ts';
import { insertPoll, type Manifest, recordAct } from './poll.store.ts';
import {
  checkTerms,
  type FrozenPoll,
  type OpeningRefusal,
  type Option,
  type PollTerms,
} from './poll.ts';
import { queueRounds } from './rounds.store.ts';

export type PollOpened = { ok: true; pollId: string } | { ok: false; refusals: OpeningRefusal[] };

/**
 * Opens the poll of an edition over its frozen list: once, whoever asks at the same moment. From here
 * on its terms are a signed manifest and do not change (R52); its dates decide when votes are taken.
 */
export async function openPoll(
  db: Database,
  folders: { keysFolder: string },
  { organisationId, by }: Act,
  edition: Edition,
  terms: PollTerms,
): Promise<PollOpened> {
  const options = await listOptions(db, organisationId, edition.id);
  if (options.length === 0) return { ok: false, refusals: ['list-not-frozen'] };
  const refusals = checkTerms(terms, options.length, await readNow(db));
  if (refusals.length > 0) return { ok: false, refusals };
  const poll: FrozenPoll = {
    ...terms,
    id: randomUUID(),
    editionId: edition.id,
    profile: 'P1',
    kind: 'approval',
    limits: {},
    fundUnsupported: false,
    envelope: edition.envelope,
    minimumAge: edition.minimumAgeVote,
    residenceRequired: edition.residenceRequired,
    options,
    imported: false,
  };
  const keys = openKeys(folders.keysFolder);
  const keyMarks = {
    roll: markKey(keys.rollKey(), poll.id),
    link: markKey(keys.makeLinkKey(poll.id), poll.id),
  };
  const manifest = makeManifest(keys, organisationId, edition.currency, poll);
  const opened = await db.transaction().execute(async (tx) => {
    await lockEdition(tx, organisationId, edition.id);
    const added = { organisationId, poll, manifest, keyMarks, importedSha256: null };
    if (!(await insertPoll(tx, added))) return false;
    await makePartitions(tx, poll.id);
    await recordAct(tx, organisationId, poll.id, { kind: 'opened', by });
    await recordFact(tx, {
      organisationId,
      kind: 'poll.opened',
      actorId: by,
      subject: { kind: 'poll', id: poll.id },
      detail: { editionId: edition.id, manifest: manifest.hash },
    });
    await queueRounds(tx, organisationId, poll.id);
    return true;
  });
  if (opened) return { ok: true, pollId: poll.id };
  keys.destroyLinkKey(poll.id);
  return { ok: false, refusals: ['poll-already-opened'] };
}

/** Keys of one length, so that their order as text is that of the numbers. */
async function listOptions(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<Option[]> {
  const projects = await listBallotProjects(db, organisationId, editionId);
  const width = String(projects.at(-1)?.number ?? 0).length;
  return projects.map((project) => ({
    key: String(project.number).padStart(width, '0'),
    kind: 'project',
    targetId: project.id,
    label: project.title,
    cost: project.cost,
    zone: null,
    depositedAt: project.depositedAt,
  }));
}

export function makeManifest(
  keys: Keys,
  organisationId: string,
  currency: string,
  poll: FrozenPoll,
): Manifest {
  const body = writeCanonical(
    describePoll({
      poll,
      organisation: organisationId,
      currency,
      hashLabel: hashText,
      softwareVersion: VERSION,
      verifyKey: keys.verifyKey(),
    }),
  );
  return {
    body,
    hash: hashText(body),
    signature: signText(keys.signingKey(), 'pb-manifest-v1', body),
  };
}
