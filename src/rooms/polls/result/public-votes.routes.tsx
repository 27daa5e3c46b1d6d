import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { countPublicVotes, listPublicVotes } from '../box/public-ballot.store.ts';
import type { Poll } from '../poll.ts';
import { sayValue } from '../receipt/ballot-in-words.page.tsx';
import { readBallot } from '../receipt/ballot-reading.ts';
import { PublicVotesPage } from './public-votes.page.tsx';
import { type PublicVote, readVotesFilter } from './public-votes.ts';

/** Who voted what, for public votes whose result is published; for any other poll these addresses are not there. */
export const publicVotesRoutes: readonly Route[] = [
  get(
    urls.publicVotes,
    'anyone',
    async (visit) => {
      const { edition, now, poll, ofPoll } = await loadPublicVote(visit);
      const filter = readVotesFilter(visit.url.searchParams);
      const [votes, total] = await Promise.all([
        listPublicVotes(visit.db, ofPoll, filter),
        countPublicVotes(visit.db, ofPoll),
      ]);
      return page({
        title: m.public_votes_title(),
        section: 'editions',
        body: <PublicVotesPage {...{ edition, now, poll, filter, page: votes, total }} />,
      });
    },
    { cached: true },
  ),

  get(urls.publicVotesCsv, 'anyone', async (visit) => {
    const { edition, poll, ofPoll } = await loadPublicVote(visit);
    const body = Readable.toWeb(Readable.from(writeVotes(visit, poll, ofPoll)));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.public_votes_csv_name()}-${edition.slug}.csv"`,
      },
    });
  }),
];

async function loadPublicVote(visit: Visit<'edition'>) {
  const { edition, poll, state, now } = await loadPoll(visit);
  if (poll?.profile !== 'P0' || state !== 'published') throw notFound('public-votes');
  const ofPoll = { organisationId: visit.organisation.id, pollId: poll.id };
  return { edition, now, poll, ofPoll };
}

/** Ballots read at once. */
const BATCH = 1000;

/** A line for each choice, read as the file is sent: of a large poll only a part is ever held. */
async function* writeVotes(
  { db, locale }: Visit,
  poll: Poll,
  ofPoll: { organisationId: string; pollId: string },
): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + withLocale(locale, writeHeads));
  let after: string | null = null;
  do {
    const from = after === null ? null : ({ direction: 'after', commitment: after } as const);
    const { votes, next } = await listPublicVotes(db, ofPoll, { search: '', from }, BATCH);
    const lines = withLocale(locale, () => votes.map((vote) => writeVote(poll, vote)).join(''));
    yield Buffer.from(lines);
    after = next;
  } while (after !== null);
}

const writeHeads = () =>
  writeCsvLine([
    m.public_votes_csv_nickname(),
    m.public_votes_csv_number(),
    m.public_votes_csv_choice(),
    m.public_votes_csv_value(),
    m.public_votes_csv_commitment(),
  ]);

function writeVote(poll: Poll, { nickname, commitment, choices }: PublicVote): string {
  const who = nickname ?? m.public_votes_erased();
  const readings = readBallot(poll, choices);
  if (readings.length === 0)
    return writeCsvLine([who, '', m.receipts_find_blank(), '', commitment]);
  return readings
    .map((reading) =>
      writeCsvLine([
        who,
        reading.number,
        reading.option.label,
        sayValue(poll, reading) ?? '',
        commitment,
      ]),
    )
    .join('');
}
