import * as m from '../../paraglide/messages.js';
import { type Database, readNow } from '../../platform/database/database.ts';
import type { Attachable } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findEditionById, hasBegun, numberedSegment } from '../spaces/index.ts';
import { findListFreeze, listBallotProjects } from './project.store.ts';
import { isListPublic } from './project.ts';

/** The projects of an edition that a meeting can be about, once residents may see the list. */
export async function listAttachableProjects(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<Attachable[]> {
  const [edition, freeze, now] = await Promise.all([
    findEditionById(db, organisationId, editionId),
    findListFreeze(db, organisationId, editionId),
    readNow(db),
  ]);
  if (!edition || !isListPublic(freeze, hasBegun(edition, 'campaign', now))) return [];
  const projects = await listBallotProjects(db, organisationId, editionId);
  return projects.map(({ id, number, title, point }) => ({
    kind: 'project',
    id,
    label: m.meetings_attach_project(),
    title: `${number}. ${title}`,
    href: urls.project({ edition: edition.slug, project: numberedSegment(number, title) }),
    point,
  }));
}
