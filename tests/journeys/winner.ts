import { listBallotProjects } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import { makePoll, makeProjects, publish, vote } from '../make/poll.ts';
import type { Journey } from './walk.ts';

/** From an idea to the published result that retains its project, « La mare aux hérissons », 41 days from now. */
export async function carryThrough(
  { site, person }: Journey,
  authorId?: string,
): Promise<{ edition: Edition; number: number }> {
  const act = { organisationId: site.organisationId, by: null };
  const edition = await makeEdition(site, { phase: 'collection' });
  const title = 'Des hérissons près de l’étang';
  const idea = await makeIdea(site, edition, { title, ...(authorId && { authorId }) });
  const titles = ['La mare aux hérissons', 'Un four à pain', 'Une fresque'];
  await makeProjects(site, act, edition, titles, [idea.id]);
  site.travel('30 days');
  const pollId = await makePoll(site, act, edition);
  const listed = await listBallotProjects(site.db, site.organisationId, edition.id);
  const { number } = listed.find((one) => one.title === titles[0])!;
  await vote(site, site.organisationId, edition, (await person()).id, [number]);
  site.travel('41 days');
  await publish(site, act, pollId);
  await site.runJobs();
  return { edition, number };
}
