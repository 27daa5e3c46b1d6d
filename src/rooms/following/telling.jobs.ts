import type { Config } from '../../platform/config.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { listSpaceReaders, listTurningComponents } from '../consultations/index.ts';
import { findContacts } from '../identity/index.ts';
import {
  type LetterReader,
  listFollowers,
  listFollowing,
  tellMany,
} from '../notifications/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { noteNews, whereIn } from './hearing.jobs.ts';
import { sayNews, writeNews } from './news.mails.ts';
import { beginTelling, endTelling, listTold } from './news.store.ts';
import {
  groupReaders,
  type NewsKind,
  type Part,
  partsOf,
  type Telling,
  type ToldItem,
} from './news.ts';
import { queueSupportsRounds, type SupportsRound, tellSupports } from './supports.jobs.ts';
import { readTold, type Told } from './told.jobs.ts';

/** Followers told in one transaction, and by one job: between two of them the letters of the first leave. */
const BATCH = 500;
const HOUR = 3_600_000;

/** How far a telling has gone. */
interface Place extends Telling {
  telling: string;
  /** Among the parts, in order. */
  part: number;
  /** The last follower looked at. */
  after: string | null;
}

export function tellingJobs({ db, config }: Tools): Jobs {
  return {
    'tell-news': async ({ organisationId, targetKind, targetId, kind }: Telling) => {
      const about = { organisationId, targetKind, targetId, kind };
      await db.transaction().execute(async (tx) => {
        const telling = await beginTelling(tx, about);
        if (telling) await goOn(tx, { ...about, telling, part: 0, after: null });
      });
    },

    'tell-news-on': (place: Place) => tellSome(db, config, place),

    'tell-supports': (round: SupportsRound) => tellSupports(db, config, round),

    /** Each hour: supports once a day, and what opened or closed by its dates. Two hours are looked at: a round may be late. */
    'tend-following': async () => {
      await queueSupportsRounds(db);
      const turned = await listTurningComponents(db, 2);
      for (const [organisationId, some] of Map.groupBy(turned, (one) => one.organisationId))
        await noteNews(
          db,
          organisationId,
          some.map((one) => ({
            kind: one.opens ? ('opened' as const) : ('closed' as const),
            itemId: one.id,
            actorId: null,
            ...whereIn(one),
          })),
        );
      await queueJob(
        db,
        'tend-following',
        {},
        { key: 'tend-following', runAt: new Date(Date.now() + HOUR) },
      );
    },
  };
}

/** The next batch waits behind the letters of this one: however many follow, few jobs wait. */
const goOn = (tx: Tx, place: Place) =>
  queueJob(
    tx,
    'tell-news-on',
    { ...place },
    { key: `tell-news-on:${place.telling}:${place.part}:${place.after}`, priority: 10 },
  );

/** One batch of one part, with how far it went, in one transaction: killed anywhere, it goes on, and nobody is told twice. */
async function tellSome(db: Database, config: Pick<Config, 'port'>, place: Place): Promise<void> {
  const { organisationId, kind, targetKind, targetId, telling } = place;
  const heard = await listTold(db, place, telling);
  const told = heard.length > 0 ? await readTold(db, place, heard) : null;
  const parts = told ? partsOf({ kind: targetKind, id: targetId }, told.items) : [];
  const part = parts[place.part];
  await db.transaction().execute(async (tx) => {
    if (!told || !part || told.items.length === 0) {
      if (await endTelling(tx, place, telling))
        await queueJob(
          tx,
          'tell-news',
          { organisationId, targetKind, targetId, kind },
          { key: `tell-news:${targetId}:${kind}`, keepsTime: true, priority: 10 },
        );
      return;
    }
    const people = await listFollowers(tx, organisationId, part.target, place.after, BATCH);
    const readers = await keepReaders(tx, organisationId, told, part, people);
    const named = await told.name(part.target);
    if (named) await tellReaders(tx, config, place, part, named, readers);
    await goOn(
      tx,
      people.length === BATCH
        ? { ...place, after: people.at(-1)! }
        : { ...place, part: place.part + 1, after: null },
    );
  });
}

/** Not those who know already, nor those who are told where they follow the whole, nor those who read it no more. */
async function keepReaders(
  tx: Tx,
  organisationId: string,
  { known, spaceId }: Told,
  { within }: Part,
  people: readonly string[],
): Promise<string[]> {
  const out = new Set(known);
  for (const { kind, id } of within)
    for (const personId of await listFollowing(tx, organisationId, kind, [id], people))
      out.add(personId);
  const left = people.filter((id) => !out.has(id));
  return spaceId ? listSpaceReaders(tx, organisationId, spaceId, left) : left;
}

const SIGNS = {
  comment: 'comment',
  idea: 'idea',
  meeting: 'meeting',
  opened: 'step',
  closed: 'step',
  'space-closed': 'step',
  withdrawn: 'idea',
  decided: 'decision',
  linked: 'meeting',
  report: 'meeting',
} as const satisfies Record<NewsKind, string>;

/** What happens once is told once, however late it is heard of again. */
function onceOf(kind: NewsKind, targetId: string, items: readonly ToldItem[]): string | null {
  const once: readonly NewsKind[] = ['linked', 'report', 'withdrawn'];
  return once.includes(kind) && items.length === 1 ? `${kind}:${targetId}:${items[0]!.id}` : null;
}

async function tellReaders(
  tx: Tx,
  config: Pick<Config, 'port'>,
  { organisationId, targetKind, targetId, kind, telling }: Place,
  part: Part,
  named: { title: string; href: string },
  personIds: readonly string[],
): Promise<void> {
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) return;
  const contacts = await findContacts(tx, organisationId, personIds);
  const from = { organisation: organisation.name, origin: originOf(organisation.host, config) };
  for (const { personIds: ids, items } of groupReaders([...contacts.keys()], part.items))
    for (const locale of ['fr', 'en'] as const) {
      const readers = ids.flatMap((personId): LetterReader[] => {
        const { email, locale: own } = contacts.get(personId)!;
        const onceKey = `news:${onceOf(kind, targetId, items) ?? telling}:${personId}`;
        return own === locale ? [{ personId, address: email, topic: 'followed', onceKey }] : [];
      });
      await tellMany(
        tx,
        {
          organisationId,
          locale,
          ...writeNews(kind, named, items, { ...from, locale }),
          target: { kind: targetKind, id: targetId },
          kind: SIGNS[kind],
          href: named.href,
          words: () => sayNews(kind, named.title, items),
        },
        readers,
      );
    }
}
