import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  castBallot,
  countPoll,
  findPollOf,
  openPoll,
  publishResult,
  sealPoll,
} from '../../src/rooms/polls/index.ts';
import { insertProject } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { freezeDecided } from './decisions.ts';

type Act = { organisationId: string; by: null };

/** Costed projects in an edition; 10 000 € each unless told. Returns their ids. */
export async function makeProjects(
  site: Pick<TestSite, 'db'>,
  act: Act,
  edition: Edition,
  titles: readonly string[],
  ideaIds: readonly string[] = [],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, title] of titles.entries()) {
    const written = await insertProject(site.db, act, edition.id, {
      title,
      summary: `Le projet « ${title} », étudié et chiffré par les services.`,
      categoryId: edition.categories[index % edition.categories.length]!.id,
      cost: 10_000_00,
      place: 'Centre-bourg',
      ideaIds: index === 0 ? ideaIds : [],
    });
    if (!written.ok) throw new Error(`makeProjects: ${written.refusal}`);
    ids.push(written.id);
  }
  return ids;
}

/** Freezes the list of an edition and opens its poll, from a day ago (never before the list) for ten days. */
export async function makePoll(site: TestSite, act: Act, edition: Edition): Promise<string> {
  await freezeDecided(site, act, edition.id);
  const now = (await readNow(site.db)).getTime();
  const opened = await openPoll(site.db, site.config, act, edition, {
    title: `Vote ${edition.title}`,
    minimumChoices: edition.minimumChoices,
    maximumChoices: edition.maximumChoices,
    rule: 'greedy',
    tieBreak: ['earlier-deposit', 'lower-cost', 'smaller-id'],
    opensAt: new Date(now - 86_400_000),
    closesAt: new Date(now + 10 * 86_400_000),
  });
  if (!opened.ok) throw new Error(`makePoll: ${opened.refusals.join(', ')}`);
  return opened.pollId;
}

/** One ballot of somebody, for the projects with these numbers. */
export async function vote(
  site: TestSite,
  organisationId: string,
  edition: Edition,
  personId: string,
  numbers: readonly number[],
) {
  const poll = (await findPollOf(site.db, organisationId, edition.id))!;
  const cast = await castBallot(
    site.db,
    site.config,
    organisationId,
    poll,
    {
      personId,
      choices: numbers.map((number) => poll.options[number - 1]!.key),
      nonce: '',
      idempotencyKey: randomUUID(),
      believedRevision: 0,
    },
    await readNow(site.db),
  );
  if (!cast.ok) throw new Error(`vote: ${cast.refusal}`);
  return cast.receipt;
}

/** After the close: seals, unless that was done, counts and publishes. */
export async function publish(
  site: TestSite,
  act: Act,
  pollId: string,
  done: { sealed?: boolean } = {},
): Promise<void> {
  const sealed = done.sealed || (await sealPoll(site.db, site.config, act, pollId)).ok;
  if (!sealed) throw new Error('publish: not sealed');
  const counted = await countPoll(site.db, act, pollId);
  if (!counted.ok) throw new Error(`publish: ${counted.refusal}`);
  const published = await publishResult(site.db, act, pollId);
  if (!published.ok) throw new Error(`publish: ${published.refusal}`);
}
