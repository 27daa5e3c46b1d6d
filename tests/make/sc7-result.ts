/** SC7 from the close to the publication at a minute that was chosen, and what the public reads of it. */
import { toLocalTime } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import { countPoll, findPollOf, type Poll } from '../../src/rooms/polls/index.ts';
import type { PaperRule } from '../../src/rooms/polls/settings.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import type { MadePerson } from './people.ts';
import type { Channels } from './sc7-count.ts';
import { type Counting, countPaper, seal } from './sc7-paper.ts';
import { holdTownVote, type TownVote } from './sc7-vote.ts';

type Counted = Extract<Awaited<ReturnType<typeof countPoll>>, { ok: true }>['result'];

export interface HeldTown {
  vote: TownVote;
  counting: Counting;
  /** Channel and number of ballots, as the roll has it the moment before it is sealed. */
  roll: Record<string, number>;
  withdrawn: readonly string[];
  channels: Channels;
  sealed: string;
  result: Counted;
  /** Status of each public address an hour before the minute, and after it. */
  before: readonly number[];
  after: readonly number[];
  /** As published, with its acts. */
  poll: Poll;
}

const publicAddresses = (at: { edition: string }) => [
  urls.results(at),
  urls.resultBundle(at),
  urls.resultMinutes(at),
  urls.resultMinutesCsv(at),
];

/** The whole of SC7 under one rule; the site's clock stands after the publication. */
export async function holdTown(
  site: TestSite,
  rule: PaperRule,
  keyers: readonly [MadePerson, MadePerson],
): Promise<HeldTown> {
  site.travel(null);
  const vote = await holdTownVote(site, rule);
  const ofPoll = [vote.poll.id];
  const at = { edition: vote.edition.slug };
  site.travel('6 days');
  const counting = await countPaper(site, vote, keyers);
  const { rows } = await site.pool.query(
    `select channel_state as channel, count(*)::int as voters from elector
    where poll_id = $1 group by 1`,
    ofPoll,
  );
  const withdrawn = await site.pool.query(
    'select commitment from withdrawn_ballot where poll_id = $1',
    ofPoll,
  );
  const sealed = await seal(site, vote);
  const by = { organisationId: site.organisationId, by: keyers[0].id };
  const counted = await countPoll(site.db, by, vote.poll.id);
  if (!counted.ok) throw new Error(counted.refusal);
  const [mayor] = keyers;
  await mayor.client.post(urls.adminPollBureau(at), {
    'name-0': 'Jeanne Łukasik',
    'function-0': 'Maire, présidente du bureau',
  });
  const { client } = mayor;
  await client.post(urls.adminPollPublish(at), await typeInTwoHours(site));
  const askAll = () =>
    Promise.all(
      publicAddresses(at).map(async (address) => (await site.visitor().send(address)).status),
    );
  site.travel('6 days 1 hour');
  await wake(site, vote);
  const before = await askAll();
  site.travel('6 days 3 hours');
  await wake(site, vote);
  const after = await askAll();
  const poll = (await findPollOf(site.db, site.organisationId, vote.edition.id))!;
  return {
    ...{ vote, counting, sealed, result: counted.result, before, after, poll },
    roll: Object.fromEntries(rows.map(({ channel, voters }) => [channel, voters])),
    withdrawn: withdrawn.rows.map(({ commitment }) => commitment),
    channels: listChannels(vote, counting),
  };
}

/** The minute as the mayor types it. */
async function typeInTwoHours(site: TestSite): Promise<Record<string, string>> {
  const later = new Date((await readNow(site.db)).getTime() + 2 * 3_600_000);
  const { day, time } = toLocalTime(later);
  const [year, month, date] = day.split('-');
  const minute = { 'minute-year': year!, 'minute-month': month!, 'minute-day': date! };
  return { quand: 'plus-tard', ...minute, 'minute-time': time };
}

/** The queue goes by real time, which no test waits for: its job is woken, and the database's clock decides. */
async function wake(site: TestSite, { poll }: TownVote): Promise<void> {
  await site.pool.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    from graphile_worker.jobs where key = $1`,
    [`publish-result:${poll.id}`],
  );
  await site.runJobs();
}

/** Where paper wins, the six have left the box; everybody else's ballot is in it. */
function listChannels(vote: TownVote, { opened }: Counting): Channels {
  const gone = vote.rule === 'paper-wins' ? new Set(vote.twice) : new Set();
  const last = vote.points.length - 1;
  const keyed = (isOurs: (point: number) => boolean) =>
    opened.flatMap(({ point, says }) => (isOurs(point) && typeof says !== 'string' ? [says] : []));
  return {
    online: vote.online.flatMap(({ voter }) => (gone.has(voter) ? [] : [voter.judged])),
    paper: keyed((point) => point !== last),
    totals: keyed((point) => point === last),
  };
}

/** The rows of the first table in a piece of a page, cell by cell, numbers as the page writes them. */
export function readTable(html: string): string[][] {
  const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/[\s\u202f\u00a0]+/g, ' ')
        .trim(),
    ),
  );
}
