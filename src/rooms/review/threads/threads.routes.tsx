import * as m from '../../../paraglide/messages.js';
import { countHit } from '../../../platform/http/limits.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  isOwnAddress,
  page,
  type SignedInVisit,
  seeOther,
} from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { setTeamMember } from './team.store.ts';
import { insertMessage, listMessages } from './thread.store.ts';
import {
  CHANNELS,
  type Channel,
  checkMessage,
  listReadable,
  PARTS,
  type Part,
  writeAs,
} from './thread.ts';
import { type Around, loadAround } from './thread-around.routes.ts';
import { findPeople, listCandidates, tellOthers } from './thread-people.routes.ts';
import { CHANNEL_SEGMENTS, ThreadsPage } from './threads.page.tsx';

/** Messages that one person may write in an hour: a conversation, not a flood. */
const MESSAGES_AN_HOUR = 60;

/**
 * What is written around an idea, on one page for everybody who takes part in it: each sees the threads that are
 * theirs. For anybody else there is no such page.
 */
export const threadsRoutes: readonly Route[] = [
  get(urls.threads, 'signed-in', async (visit) => {
    const around = await loadAround(visit);
    return around instanceof Response ? around : threadsPage(visit, around);
  }),

  post(urls.writeMessage, 'signed-in', async (visit) => {
    const around = await loadAround(visit);
    if (around instanceof Response) return around;
    const { db, visitor, params } = visit;
    const { standing, about } = around;
    const channel = found(
      CHANNELS.find((one) => CHANNEL_SEGMENTS[one] === params.channel),
      'thread',
    );
    const side = found(writeAs(standing, channel), 'thread');
    const form = await visit.form();
    const body = form.text('message').trim();
    const refusal = checkMessage(body);
    if (refusal)
      return threadsPage(visit, around, { channel, body, problem: refusalWords[refusal]() });
    await countHit(db, { key: `thread:${visitor.id}`, hits: MESSAGES_AN_HOUR, seconds: 3600 });
    const candidates = await listCandidates(visit, around);
    const asked = new Set(form.all('mention'));
    // an answer that reached the office another way is written down as the holder's
    const isRelayed = side === 'office' && channel === 'exchange' && form.text('relaye') === 'oui';
    const message = {
      channel,
      side: isRelayed ? ('holder' as const) : side,
      departmentId: side === 'department' ? standing.departmentIds[0]! : null,
      by: visitor.id,
      isRelayed,
      body,
      mentioned:
        channel === 'note' ? candidates.map(({ id }) => id).filter((id) => asked.has(id)) : [],
    };
    await db.transaction().execute(async (tx) => {
      await insertMessage(tx, about, message);
      await tellOthers(tx, visit, around, message);
    });
    const at = { edition: around.edition.slug, idea: params.idea };
    const back = form.text('retour');
    const from = back.length < 500 && isOwnAddress(back) ? back : urls.threads(at);
    return seeOther(visit, `${from}#${CHANNEL_SEGMENTS[channel]}`, 'message-written');
  }),

  post(urls.changeTeam, 'officer', async (visit) => {
    const around = await loadAround(visit);
    if (around instanceof Response) return around;
    if (!around.standing.isOffice) throw notFound('idea');
    const { db, visitor, params } = visit;
    const form = await visit.form();
    const candidates = await listCandidates(visit, around);
    const chosen = PARTS.map((part): [Part, string | null] => {
      const asked = form.text(part);
      const mayHave =
        part === 'holder'
          ? asked === around.idea.authorId
          : candidates.some(({ id, parts }) => id === asked && parts.includes(part));
      return [part, asked !== '' && mayHave ? asked : null];
    });
    await db.transaction().execute(async (tx) => {
      for (const [part, personId] of chosen)
        await setTeamMember(tx, around.about, part, personId, visitor.id);
    });
    const at = { edition: around.edition.slug, idea: params.idea };
    return seeOther(visit, `${urls.threads(at)}#equipe`, 'team-changed');
  }),
];

const refusalWords = {
  'message-missing': m.threads_problem_missing,
  'message-too-long': m.threads_problem_too_long,
};

async function threadsPage(
  visit: SignedInVisit<'edition' | 'idea'>,
  around: Around,
  refused: { channel: Channel; body: string; problem: string } | null = null,
): Promise<Answer> {
  const { db, url, visitor } = visit;
  const channels = listReadable(around.standing);
  const asked = url.searchParams.get('avant') ?? '';
  const of = CHANNELS.find((one) => CHANNEL_SEGMENTS[one] === url.searchParams.get('fil'));
  const threads = await Promise.all(
    channels.map(async (channel) => ({
      channel,
      side: writeAs(around.standing, channel),
      ...(await listMessages(
        db,
        around.about,
        channel,
        channel === of && isUuid(asked) ? asked : null,
      )),
    })),
  );
  const candidates = await listCandidates(visit, around);
  const names = await findPeople(
    visit,
    around,
    threads.flatMap(({ messages }) => messages),
  );
  const problems: Problems = refused ? { message: refused.problem } : {};
  return page({
    title: m.threads_title({ title: around.idea.title }),
    section: 'editions',
    ...(refused && { status: 422, faulty: true }),
    body: (
      <ThreadsPage
        edition={around.edition}
        idea={around.idea}
        standing={around.standing}
        threads={threads}
        names={names}
        team={around.team}
        candidates={candidates}
        ownId={visitor.id}
        refused={refused}
        problems={problems}
      />
    ),
  });
}
