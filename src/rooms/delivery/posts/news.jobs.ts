import { getLocale } from '../../../paraglide/runtime.js';
import { readNow, type Tx } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Room, Tools } from '../../../platform/room.ts';
import { urls } from '../../../urls.ts';
import { listHolders } from '../../ideas/index.ts';
import { findContacts } from '../../identity/index.ts';
import {
  type LetterReader,
  listFollowers,
  queueLetter,
  tellMany,
} from '../../notifications/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findProject } from '../../projects/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { findTeam } from '../people/team.store.ts';
import { type Member, partsOf } from '../people/team.ts';
import { findRealisationById } from '../realisation.store.ts';
import { REALISATION, STAGES } from '../realisation.ts';
import { type News, type ToldRealisation, writeNews } from './news.mails.ts';
import { findPost } from './post.store.ts';
import { stateOf } from './post.ts';

/** Followers written to in one transaction. */
const BATCH = 500;

/** Days after which something is no news any more: a past that is told afterwards writes to nobody. */
const NEWS_DAYS = 30;

/**
 * What is told of a realisation reaches those who follow it, the holders of its ideas and its team, once (R60, R62, R82);
 * a plan or a budget that changes, its team alone.
 */
export const newsReaders: NonNullable<Room['readers']> = {
  'realisation-post.published': tellNews,
  'realisation.advanced': tellNews,
  'realisation.suspended': tellNews,
  'realisation.abandoned': tellNews,
  'realisation.resumed': tellNews,
  // what only those who make it need to know
  'realisation.step-told': tellNews,
  'realisation.changed': tellNews,
};

async function tellNews(fact: RecordedFact, { db, config }: Tools): Promise<void> {
  const now = await readNow(db);
  if (now.getTime() - fact.recordedAt.getTime() > NEWS_DAYS * 24 * 3_600_000) return;
  const { organisationId } = fact;
  const realisation = await findRealisationById(db, organisationId, fact.subject.id ?? '');
  const organisation = await findOrganisation(db, organisationId);
  if (!realisation || !organisation) return;
  const told = await findNews({ db }, fact, realisation.id);
  const project = await findProject(db, organisationId, realisation.projectId);
  const edition = await findEditionById(db, organisationId, realisation.editionId);
  if (!told || !project?.number || !edition) return;
  const page = urls.delivery({ edition: edition.slug, project: project.number });
  const about: ToldRealisation = {
    organisation: organisation.name,
    project: project.title,
    address: originOf(organisation.host, config) + page,
  };
  const team =
    realisation.mode === 'team' ? await findTeam(db, organisationId, realisation.id) : [];
  // whoever did it knows
  const members = team.filter(({ personId }) => personId !== fact.actorId);
  const holders = told.forTeam ? [] : await listHolders(db, organisationId, project.ideaIds);
  const target = { kind: REALISATION, id: realisation.id };
  await db.transaction().execute(async (tx) => {
    for (const { email, personId, locale } of holders)
      if (email !== null)
        await queueLetter(tx, {
          organisationId,
          topic: 'my-ideas',
          personId,
          address: email,
          locale,
          ...writeNews(told.news, about, locale),
          target,
          onceKey: `${told.key}:${personId ?? email}`,
        });
    await tellMembers(tx, organisationId, members, told, about, target);
  });
  if (told.forTeam) return;
  const known = new Set([...holders, ...members].flatMap(({ personId }) => personId ?? []));
  for (let after: string | null = null; ; ) {
    const people = await listFollowers(db, organisationId, target, after, BATCH);
    const readers = people.filter((id) => !known.has(id));
    await db
      .transaction()
      .execute((tx) => writeTo(tx, organisationId, readers, told, about, target));
    if (people.length < BATCH) return;
    after = people.at(-1) ?? null;
  }
}

interface Told {
  news: News;
  /** The same for everybody who is told: a second letter under it is not written. */
  key: string;
  /** Nobody else is told. */
  forTeam?: boolean;
}

/** What a fact tells; null: nothing any more, it was taken back meanwhile. */
async function findNews(
  { db }: Pick<Tools, 'db'>,
  { organisationId, kind, detail, id }: RecordedFact,
  realisationId: string,
): Promise<Told | null> {
  if (kind === 'realisation-post.published') {
    const post = await findPost(db, organisationId, String(detail.postId));
    if (!post || stateOf(post) !== 'published') return null;
    return {
      news: { kind: 'post', title: post.title, body: post.body },
      key: `realisation-post:${post.id}`,
    };
  }
  if (kind === 'realisation.advanced') {
    const stage = STAGES.find((one) => one === detail.stage);
    const realisation = await findRealisationById(db, organisationId, realisationId);
    const step = realisation?.steps.find((one) => one.stage === stage);
    if (!stage || !step || step.doneOn === null) return null;
    const { title, description } = step;
    return {
      news: { kind: 'stage', stage, title, description },
      key: `realisation-stage:${realisationId}:${stage}`,
    };
  }
  if (kind === 'realisation.changed')
    return { news: { kind: 'frame' }, key: `realisation-frame:${id}`, forTeam: true };
  if (kind === 'realisation.step-told') {
    const realisation = await findRealisationById(db, organisationId, realisationId);
    const step = realisation?.steps.find((one) => one.stage === detail.stage);
    return step
      ? { news: { kind: 'plan', step }, key: `realisation-plan:${id}`, forTeam: true }
      : null;
  }
  const key = `realisation-halt:${id}`;
  if (kind === 'realisation.resumed') return { news: { kind: 'resumed' }, key };
  const halt = kind === 'realisation.abandoned' ? 'abandoned' : 'suspended';
  return { news: { kind: 'halt', halt, reason: String(detail.reason ?? '') }, key };
}

/** A holder hears of their idea, the others of their work. */
async function tellMembers(
  tx: Tx,
  organisationId: string,
  members: readonly Member[],
  { news, key }: Told,
  about: ToldRealisation,
  target: { kind: string; id: string },
): Promise<void> {
  const ids = members.map(({ personId }) => personId);
  for (const [personId, { email, locale }] of await findContacts(tx, organisationId, ids)) {
    const isHolder = partsOf(members, personId).includes('holder');
    await queueLetter(tx, {
      organisationId,
      topic: isHolder ? 'my-ideas' : 'tasks',
      personId,
      address: email,
      locale,
      ...writeNews(news, about, locale),
      target,
      onceKey: `${key}:${personId}`,
    });
  }
}

async function writeTo(
  tx: Tx,
  organisationId: string,
  people: readonly string[],
  { news, key }: Told,
  about: ToldRealisation,
  target: { kind: string; id: string },
): Promise<void> {
  const contacts = await findContacts(tx, organisationId, people);
  for (const locale of ['fr', 'en'] as const) {
    const readers = [...contacts].flatMap(([personId, contact]): LetterReader[] =>
      contact.locale === locale
        ? [{ personId, address: contact.email, topic: 'followed', onceKey: `${key}:${personId}` }]
        : [],
    );
    const words = writeNews(news, about, locale);
    const shared = { organisationId, locale, ...words, target };
    const said = { kind: 'news', href: new URL(about.address).pathname } as const;
    const inBoth = () => writeNews(news, about, getLocale()).subject;
    await tellMany(tx, { ...shared, ...said, words: inBoth }, readers);
  }
}
