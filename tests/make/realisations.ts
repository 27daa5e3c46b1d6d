import { beginRealisations, listRealisations } from '../../src/rooms/delivery/index.ts';
import { listBallotProjects } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { freezeDecided } from './decisions.ts';
import { makeEdition } from './editions.ts';
import { makeIdea } from './ideas.ts';
import { makeProjects } from './poll.ts';

export interface MadeRealisation {
  edition: Edition;
  realisationId: string;
  projectId: string;
  /** Its number in the list. */
  project: number;
  title: string;
  ideaId: string;
  ideaNumber: number;
}

/** A winner of 10 000 € whose realisation began on a day, out of an idea, in an edition of its own. */
export async function makeRealisation(
  site: TestSite,
  options: { title?: string; authorId?: string; announcedOn?: string } = {},
): Promise<MadeRealisation> {
  const title = options.title ?? 'Une tente anti-gaspi sur le marché';
  const act = { organisationId: site.organisationId, by: null };
  const edition = await makeEdition(site, { phase: 'collection' });
  const { authorId } = options;
  const idea = await makeIdea(site, edition, { title, ...(authorId && { authorId }) });
  const [projectId] = await makeProjects(site, act, edition, [title, 'Un autre projet'], [idea.id]);
  await freezeDecided(site, act, edition.id);
  await beginRealisations(
    site.db,
    site.organisationId,
    edition.id,
    [{ projectId: projectId!, cost: 10_000_00 }],
    options.announcedOn ?? '2026-01-15',
  );
  const [realisation] = await listRealisations(site.db, site.organisationId, edition.id);
  const projects = await listBallotProjects(site.db, site.organisationId, edition.id);
  return {
    edition,
    realisationId: realisation!.id,
    projectId: projectId!,
    project: projects.find(({ id }) => id === projectId)!.number,
    title,
    ideaId: idea.id,
    ideaNumber: idea.number,
  };
}

/** A day in the three fields of a form. */
export function typedDay(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** The value of a hidden field of the page that a browser is on. */
export function hiddenIn(html: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`No hidden field ${name}.`);
  return found;
}
