import { type Database, readNow } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import type { Room, Tools } from '../../platform/room.ts';
import { type Component, findComponentById, listComponents } from '../consultations/index.ts';
import { listIdeasOfMeeting } from '../ideas/index.ts';
import { listFollowedAmong } from '../notifications/index.ts';
import { findDecidedBatch } from '../review/index.ts';
import { insertNews } from './news.store.ts';
import { type HeardNews, isNews, secondsToGather } from './news.ts';

type Hearing = (db: Database, fact: RecordedFact) => Promise<HeardNews[]>;

/** What each fact tells to followers, whoever they are. */
const hearings: Readonly<Record<string, Hearing>> = {
  'idea.submitted': async (db, fact) =>
    inSpace(db, fact, fact.detail.boardId, { kind: 'idea', itemId: fact.subject.id! }),
  'comment.published': async (_, { detail, subject, actorId }) =>
    detail.targetKind === 'idea'
      ? [ofIdea(String(detail.targetId), 'comment', subject.id!, actorId)]
      : [],
  'idea.withdrawn': async (_, { subject, actorId }) => [
    ofIdea(subject.id!, 'withdrawn', subject.id!, actorId),
  ],
  'decision.published': async (db, { organisationId, detail, actorId }) => {
    const batch = await findDecidedBatch(
      db,
      organisationId,
      String(detail.editionId),
      Number(detail.batch),
    );
    return batch ? batch.ideaIds.map((ideaId) => ofIdea(ideaId, 'decided', batch.id, actorId)) : [];
  },
  'meeting.proposed': async (db, fact) =>
    inSpace(db, fact, fact.detail.componentId, { kind: 'meeting', itemId: fact.subject.id! }),
  'meeting.ideas-linked': async (db, { organisationId, subject, actorId }) => {
    const ideas = await listIdeasOfMeeting(db, organisationId, subject.id!);
    return ideas.map(({ id }) => ofIdea(id, 'linked', subject.id!, actorId));
  },
  'meeting.closed': async (_, fact) => reportOf(fact),
  'meeting.reported': async (_, fact) => reportOf(fact),
  'space.closed': async (db, { organisationId, subject, actorId }) => {
    const space = { kind: 'space', id: subject.id! } as const;
    const components = await listComponents(db, organisationId, space.id);
    const around = components.flatMap((component) => whereIn(component).heardBy);
    return [{ ...of(space, 'space-closed', space.id, actorId), heardBy: [space, ...around] }];
  },
};

/** Whoever writes waits for none of it: facts are read once they are committed. */
export const newsReaders: NonNullable<Room['readers']> = Object.fromEntries(
  Object.entries(hearings).map(([kind, hear]) => [
    kind,
    async (fact: RecordedFact, { db }: Tools) => {
      if (isNews(fact.recordedAt, await readNow(db)))
        await noteNews(db, fact.organisationId, await hear(db, fact));
    },
  ]),
);

/** Keeps what somebody follows, and has it told: at once, or with what comes within the hour. */
export async function noteNews(
  db: Database,
  organisationId: string,
  news: readonly HeardNews[],
): Promise<void> {
  const followed = await listFollowedAmong(
    db,
    organisationId,
    news.flatMap(({ heardBy }) => heardBy),
  );
  const kept = news.filter(({ heardBy }) => heardBy.some(({ id }) => followed.has(id)));
  await db.transaction().execute(async (tx) => {
    for (const telling of await insertNews(tx, organisationId, kept)) {
      const { targetId, kind } = telling;
      await queueJob(
        tx,
        'tell-news',
        { ...telling },
        {
          key: `tell-news:${targetId}:${kind}`,
          keepsTime: true,
          // after every code and every letter to one person
          priority: 10,
          runAt: new Date(Date.now() + secondsToGather(kind) * 1000),
        },
      );
    }
  });
}

const of = (
  target: HeardNews['target'],
  kind: HeardNews['kind'],
  itemId: string,
  actorId: string | null,
): HeardNews => ({ target, kind, itemId, actorId, heardBy: [target] });

const ofIdea = (id: string, kind: HeardNews['kind'], itemId: string, actorId: string | null) =>
  of({ kind: 'idea', id }, kind, itemId, actorId);

const reportOf = ({ subject, actorId }: RecordedFact): HeardNews[] => [
  of({ kind: 'meeting', id: subject.id! }, 'report', subject.id!, actorId),
];

/** Of a space, where it stands in a component. */
async function inSpace(
  db: Database,
  { organisationId, actorId }: RecordedFact,
  componentId: unknown,
  news: Pick<HeardNews, 'kind' | 'itemId'>,
): Promise<HeardNews[]> {
  if (typeof componentId !== 'string') return [];
  const component = await findComponentById(db, organisationId, componentId);
  return component ? [{ ...news, actorId, ...whereIn(component) }] : [];
}

/** A component, its theme and its space are followed apart; what happens there is kept once. */
export const whereIn = ({
  id,
  themeId,
  spaceId,
}: Pick<Component, 'id' | 'themeId' | 'spaceId'>): Pick<HeardNews, 'target' | 'heardBy'> => {
  const target = { kind: 'space', id: spaceId } as const;
  const theme = themeId ? [{ kind: 'theme', id: themeId }] : [];
  return { target, heardBy: [target, ...theme, { kind: 'component', id }] };
};
