import { randomUUID } from 'node:crypto';
import { type Database, type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Keys, openKeys } from '../../../platform/keys/keys.ts';
import { VERSION } from '../../../platform/version.ts';
import { listBallotProjects } from '../../projects/index.ts';
import { type Act, type Edition, lockEdition } from '../../spaces/index.ts';
import { hashText, markKey, signText, writeCanonical } from '../box/box.crypto.ts';
import { makePartitions } from '../box/partitions.store.ts';
import { queueRounds } from '../box/rounds.store.ts';
import { insertPoll, type Manifest, recordAct } from '../poll.store.ts';
import type { FrozenPoll, Option } from '../poll.ts';
import { isPublicKey } from '../sealed/sealed.crypto.ts';
import { measureBallots, THRESHOLD } from '../sealed/sealing.ts';
import { chooseEnvelope, type Envelope, type PollSettings, usualSettings } from '../settings.ts';
import { describePoll } from './manifest.ts';
import { holdRegister } from './register-kept.store.ts';
import { type CompleteTerms, checkTerms, type OpeningRefusal, type PollTerms } from './terms.ts';

export type PollOpened = { ok: true; pollId: string } | { ok: false; refusals: OpeningRefusal[] };

/**
 * Opens the poll of an edition over its frozen list, or over the people or questions of its terms:
 * once, whoever asks at the same moment. From here on its terms are a signed manifest and do not
 * change (R52); its dates decide when votes are taken.
 */
export async function openPoll(
  db: Database,
  folders: { keysFolder: string },
  { organisationId, by }: Act,
  edition: Edition,
  asked: PollTerms,
  /** Asked with the edition held; false: what the terms were made of has changed, and nothing is opened. */
  isStillSo: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<PollOpened> {
  const terms = await completeTerms(db, organisationId, edition, asked);
  const refusals = checkTerms(terms, await readNow(db));
  if (refusals.length > 0) return { ok: false, refusals };
  const { settings } = terms;
  const poll: FrozenPoll = {
    ...terms,
    id: randomUUID(),
    editionId: edition.id,
    limits: {},
    fundUnsupported: false,
    envelope: settings.envelopes.reduce((sum, { amount }) => sum + amount, 0),
    minimumAge: edition.minimumAgeVote,
    residenceRequired: edition.residenceRequired,
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
    if (!(await isStillSo(tx))) return false;
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
    await holdRegister(tx, organisationId, poll);
    return true;
  });
  if (opened) return { ok: true, pollId: poll.id };
  keys.destroyLinkKey(poll.id);
  return { ok: false, refusals: ['poll-already-opened'] };
}

/** Every setting in its place, and the options that would be voted on. Nothing is checked yet. */
export async function completeTerms(
  db: Db,
  organisationId: string,
  edition: Edition,
  asked: PollTerms,
): Promise<CompleteTerms> {
  const { labels = [], kind = 'approval', profile = 'P1', sealing, ...terms } = asked;
  const settings: PollSettings = {
    ...usualSettings({
      amount:
        asked.settings?.subject === undefined || asked.settings.subject === 'projects'
          ? edition.envelope
          : 0,
      minimumChoices: asked.minimumChoices,
      maximumChoices: asked.maximumChoices,
    }),
    ...asked.settings,
  };
  const options =
    settings.subject === 'projects'
      ? await listOptions(db, organisationId, edition, settings.envelopes)
      : listLabels(settings.subject, labels);
  // ballots cannot be sealed to a key that is none
  if (profile === 'P2' && sealing && isPublicKey(sealing.publicKey)) {
    const size = measureBallots({ kind, maximumChoices: terms.maximumChoices, options });
    settings.sealing = { ...sealing, threshold: THRESHOLD, size };
  }
  return { ...terms, kind, profile, settings, options, envelope: edition.envelope };
}

/** Keys of one length, so that their order as text is that of the numbers. */
const keyOf = (number: number, highest: number) =>
  String(number).padStart(String(highest).length, '0');

async function listOptions(
  db: Db,
  organisationId: string,
  edition: Edition,
  envelopes: readonly Envelope[],
): Promise<Option[]> {
  const projects = await listBallotProjects(db, organisationId, edition.id);
  const categories = new Map(edition.categories.map(({ id, name }) => [id, name]));
  const names = [...edition.districts, ...categories.values()];
  // the manifest is public for ever: it says which projects have one holder, never who that is
  const holders = [...new Set(projects.flatMap(({ holderId }) => holderId ?? []))];
  return projects.map((project) => {
    const zone = project.district || null;
    const category = categories.get(project.categoryId ?? '') ?? null;
    return {
      key: keyOf(project.number, projects.at(-1)!.number),
      kind: 'project',
      targetId: project.id,
      label: project.title,
      cost: project.cost,
      envelope: chooseEnvelope(envelopes, { zone, category }, names),
      zone,
      category,
      holder: project.holderId && `porteur-${holders.indexOf(project.holderId) + 1}`,
      depositedAt: project.depositedAt,
    };
  });
}

function listLabels(subject: 'people' | 'questions', labels: readonly string[]): Option[] {
  return labels.map((label, at) => ({
    key: keyOf(at + 1, labels.length),
    kind: subject === 'people' ? 'person' : 'question',
    targetId: randomUUID(),
    label,
    cost: 0,
    envelope: 'A',
    zone: null,
    category: null,
    holder: null,
    depositedAt: null,
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
