import type { VNode } from 'preact';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { type ProjectTeam, ProjectTeams } from './project-team.page.tsx';
import { listMessages } from './thread.store.ts';
import { listReadable, writeAs } from './thread.ts';
import { readAround } from './thread-around.routes.ts';
import { findPeople } from './thread-people.routes.ts';

/**
 * The teams that studied the ideas of a project, and what they say to each other, for whoever takes part in one or
 * works on the edition (R48); null for anybody else. They go on after the list is frozen.
 */
export async function showProjectTeams(
  visit: Visit,
  edition: Edition,
  ideas: readonly Idea[],
  back: string,
): Promise<VNode | null> {
  const { visitor } = visit;
  if (!visitor) return null;
  const signedIn = visit as SignedInVisit;
  const found = await Promise.all(ideas.map((idea) => findTeamOf(signedIn, edition, idea)));
  const teams = found.filter((team) => team !== null);
  if (teams.length === 0) return null;
  return <ProjectTeams edition={edition} teams={teams} ownId={visitor.id} back={back} />;
}

async function findTeamOf(
  visit: SignedInVisit,
  edition: Edition,
  idea: Idea,
): Promise<ProjectTeam | null> {
  const around = await readAround(visit, edition, idea);
  if (!listReadable(around.standing).includes('team')) return null;
  const { messages } = await listMessages(visit.db, around.about, 'team');
  return {
    idea,
    team: around.team,
    names: await findPeople(visit, around, messages),
    messages,
    side: writeAs(around.standing, 'team'),
  };
}
