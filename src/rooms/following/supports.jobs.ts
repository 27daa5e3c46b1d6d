import * as m from '../../paraglide/messages.js';
import { toInstant, toLocalTime } from '../../platform/clock/paris.ts';
import type { Config } from '../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { listSpaceReaders } from '../consultations/index.ts';
import { addressesOf } from '../ideas/index.page.ts';
import { findBoard, listNewSupports, type NewSupports } from '../ideas/index.ts';
import { findContacts } from '../identity/index.ts';
import { tellPerson } from '../notifications/index.ts';
import { findOrganisation, listOrganisations } from '../organisations/index.ts';
import { findToldUntil, saveToldUntil } from './supports.store.ts';

/** In Paris, before digests are written: they tell it the same morning. */
const TIME = '06:00';
const BATCH = 200;
const DAY = 24 * 3_600_000;

export interface SupportsRound {
  organisationId: string;
  /** As an instant in ISO 8601. */
  until: string;
}

/** Each organisation whose supports of the last day are not told yet gets a job of its own. */
export async function queueSupportsRounds(db: Database): Promise<void> {
  const now = await readNow(db);
  const until = toInstant({ day: toLocalTime(now).day, time: TIME })!;
  if (now < until) return;
  for (const { id: organisationId } of await listOrganisations(db)) {
    const told = await findToldUntil(db, organisationId);
    if (told === null || told < until)
      await queueJob(
        db,
        'tell-supports',
        { organisationId, until: until.toISOString() },
        { key: `tell-supports:${organisationId}`, priority: 10 },
      );
  }
}

/** Whoever holds an idea is told how many more support it, never who; killed anywhere, nobody is told twice. */
export async function tellSupports(
  db: Database,
  config: Pick<Config, 'port'>,
  { organisationId, until: asked }: SupportsRound,
): Promise<void> {
  const until = new Date(asked);
  const organisation = await findOrganisation(db, organisationId);
  const after = (await findToldUntil(db, organisationId)) ?? new Date(until.getTime() - DAY);
  if (!organisation || after >= until) return;
  const from = { organisation: organisation.name, origin: originOf(organisation.host, config) };
  for (let afterId: string | null = null; ; ) {
    const place = { afterId, limit: BATCH };
    const news = await listNewSupports(db, organisationId, { after, until }, place);
    await db.transaction().execute(async (tx) => {
      for (const one of news) await tellHolder(tx, organisationId, one, asked, from);
    });
    const last = news.at(-1);
    if (!last) break;
    afterId = last.ideaId;
  }
  await saveToldUntil(db, organisationId, until);
}

async function tellHolder(
  tx: Tx,
  organisationId: string,
  { ideaId, boardId, number, title, authorId, supports }: NewSupports,
  until: string,
  from: { organisation: string; origin: string },
): Promise<void> {
  const board = await findBoard(tx, organisationId, boardId);
  const contact = (await findContacts(tx, organisationId, [authorId])).get(authorId);
  if (!board || !contact) return;
  const spaceId = board.kind === 'component' ? board.space.id : null;
  if (spaceId && (await listSpaceReaders(tx, organisationId, spaceId, [authorId])).length === 0)
    return;
  const href = addressesOf(board).idea({ idea: number });
  const said = () => m.following_supports({ count: supports, title: excerptOf(title, 120) });
  await tellPerson(tx, organisationId, {
    personId: authorId,
    topic: 'supports',
    kind: 'support',
    target: { kind: 'idea', id: ideaId },
    href,
    words: said,
    onceKey: `supports:${ideaId}:${until}`,
    letter: withLocale(contact.locale, () => ({
      address: contact.email,
      locale: contact.locale,
      onceKey: `supports:${ideaId}:${until}`,
      subject: said(),
      text: [
        m.following_hello(),
        `${said()}.`,
        `${m.following_see()}\n${from.origin}${href}`,
        from.organisation,
      ].join('\n\n'),
    })),
  });
}
