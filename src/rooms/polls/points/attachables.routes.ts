import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import type { Attachable } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findEditionById } from '../../spaces/index.ts';
import { listVotePoints } from './point.store.ts';

/** The points of vote of an edition that a meeting can be about: a festival where one votes (R56). */
export async function listAttachablePoints(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<Attachable[]> {
  const points = await listVotePoints(db, organisationId, editionId);
  const edition = points.length === 0 ? null : await findEditionById(db, organisationId, editionId);
  if (!edition) return [];
  const href = urls.votePoints({ edition: edition.slug });
  return points.map(({ id, name, place }) => ({
    kind: 'vote-point',
    id,
    label: m.meetings_attach_vote_point(),
    title: name,
    href,
    point: place,
  }));
}
