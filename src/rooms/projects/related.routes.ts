import * as m from '../../paraglide/messages.js';
import { type Database, readNow } from '../../platform/database/database.ts';
import type { FollowedThing, RelatedLink, Target, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findEditionById, hasBegun, numberedSegment } from '../spaces/index.ts';
import { findListFreeze, findProject, findProjectsOfIdeas } from './project.store.ts';
import { isListPublic, type Project } from './project.ts';

/** From an idea to the project that came out of it, once residents may see the list (R188). */
export async function findRelatedProjects(
  db: Database,
  organisationId: string,
  target: Target,
): Promise<RelatedLink[]> {
  if (target.kind !== 'idea') return [];
  const [project] = await findProjectsOfIdeas(db, organisationId, [target.id]);
  const href = project && (await findPublicHref(db, organisationId, project));
  return href ? [{ label: m.projects_of_idea(), title: project.title, href }] : [];
}

/** A project that one may follow: one of a list that residents may see. */
export async function findFollowedProject(
  { db, organisation }: Visit,
  id: string,
): Promise<FollowedThing | null> {
  const project = await findProject(db, organisation.id, id);
  const href = project && (await findPublicHref(db, organisation.id, project));
  return href ? { title: project.title, href } : null;
}

/** Where residents see a project; null: its list is not public. */
async function findPublicHref(
  db: Database,
  organisationId: string,
  { editionId, number, title }: Pick<Project, 'editionId' | 'number' | 'title'>,
): Promise<string | null> {
  if (number === null) return null;
  const [edition, freeze, now] = await Promise.all([
    findEditionById(db, organisationId, editionId),
    findListFreeze(db, organisationId, editionId),
    readNow(db),
  ]);
  if (!edition || !isListPublic(freeze, hasBegun(edition, 'campaign', now))) return null;
  return urls.project({ edition: edition.slug, project: numberedSegment(number, title) });
}
