import * as m from '../../paraglide/messages.js';
import type { Database } from '../../platform/database/database.ts';
import type { Attachable } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listBallotProjects } from '../projects/index.ts';
import { findEditionById } from '../spaces/index.ts';
import { listRealisations } from './realisation.store.ts';

/** The realisations of an edition that a meeting can be about: an inauguration (R63). */
export async function listAttachableRealisations(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<Attachable[]> {
  const realisations = await listRealisations(db, organisationId, editionId);
  if (realisations.length === 0) return [];
  const [edition, projects] = await Promise.all([
    findEditionById(db, organisationId, editionId),
    listBallotProjects(db, organisationId, editionId),
  ]);
  const byProject = new Map(realisations.map(({ id, projectId }) => [projectId, id]));
  return projects.flatMap(({ id: projectId, number, title, point }): Attachable[] => {
    const id = byProject.get(projectId);
    const href = edition && urls.delivery({ edition: edition.slug, project: number });
    return id && href
      ? [{ kind: 'realisation', id, label: m.meetings_attach_realisation(), title, href, point }]
      : [];
  });
}
