import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { listVotePoints } from '../points/point.store.ts';
import { findResult } from '../result/result.store.ts';
import { openReading } from '../result/result-reading.page.ts';
import { listConfirmed } from '../watch/invalidation-lists.store.ts';
import { listBureau } from './bureau.store.ts';
import { writeMinutes } from './minutes.pdf.ts';
import type { Minutes } from './minutes.ts';
import { writeMinutesCsv } from './minutes-csv.page.ts';
import { listTurnout } from './minutes-turnout.ts';
import { listPointCounts } from './point-counts.store.ts';

/**
 * The minutes of a counted poll: for officers from the count on, complete; for everyone from the
 * publication on. Before, and for any other poll, these addresses are not there (R57, V15).
 */
export const minutesRoutes: readonly Route[] = [
  get(urls.adminPollMinutes, 'officer', (visit) => answerPdf(visit, 'office')),
  get(urls.adminPollMinutesCsv, 'officer', (visit) => answerCsv(visit, 'office')),
  get(urls.resultMinutes, 'anyone', (visit) => answerPdf(visit, 'public')),
  get(urls.resultMinutesCsv, 'anyone', (visit) => answerCsv(visit, 'public')),
];

type Audience = Minutes['audience'];

async function loadMinutes(visit: Visit<'edition'>, audience: Audience) {
  const { db, organisation } = visit;
  const { edition, poll, state } = await loadPoll(visit);
  const shown = state === 'published' || (audience === 'office' && state === 'counted');
  // an archived poll was minuted where it was held
  if (!poll || !shown || poll.imported) throw notFound('minutes');
  const kept = await findResult(db, organisation.id, poll.id);
  if (!kept) throw notFound('minutes');
  const people = [...poll.acts, ...poll.extensions].flatMap(({ by }) => by ?? []);
  const [counts, points, invalidations, bureau, nicknames] = await Promise.all([
    listPointCounts(db, organisation.id, poll),
    listVotePoints(db, organisation.id, edition.id),
    listConfirmed(db, { organisationId: organisation.id, pollId: poll.id }),
    listBureau(db, organisation.id, poll.id),
    listNicknames(db, organisation.id, [...new Set(people)]),
  ]);
  const minutes: Minutes = {
    audience,
    poll,
    result: kept.result,
    resultHash: kept.hash,
    turnout: listTurnout(counts, points, audience),
    invalidations,
    bureau,
    nicknames,
  };
  return { edition, minutes, reading: openReading(edition, poll) };
}

async function answerPdf(visit: Visit<'edition'>, audience: Audience): Promise<Response> {
  const { config, organisation } = visit;
  const { edition, minutes, reading } = await loadMinutes(visit, audience);
  const file = await writeMinutes({
    root: config.root,
    organisation,
    edition: edition.title,
    minutes,
    reading,
  });
  return answerFile(new Uint8Array(file), audience, 'application/pdf', `${edition.slug}.pdf`);
}

async function answerCsv(visit: Visit<'edition'>, audience: Audience): Promise<Response> {
  const { edition, minutes, reading } = await loadMinutes(visit, audience);
  const file = writeMinutesCsv(minutes, reading);
  return answerFile(file, audience, 'text/csv; charset=utf-8', `${edition.slug}.csv`);
}

function answerFile(body: BodyInit, audience: Audience, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${m.proclamation_file_name()}-${name}"`,
      ...(audience === 'office' && { 'cache-control': 'no-store' }),
    },
  });
}
