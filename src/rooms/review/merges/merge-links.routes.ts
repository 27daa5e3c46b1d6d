import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import type { RelatedLink, Target } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listIdeaTitles } from '../../ideas/index.ts';
import { findEditionById, numberedSegment } from '../../spaces/index.ts';
import { findMergesOf } from './merge.store.ts';
import { stateOf } from './merge.ts';

/** On the page of an idea: the others that it was brought together with (R47). */
export async function findMergeLinks(
  db: Database,
  organisationId: string,
  target: Target,
): Promise<RelatedLink[]> {
  if (target.kind !== 'idea') return [];
  const merge = (await findMergesOf(db, organisationId, [target.id])).get(target.id);
  if (!merge || stateOf(merge) !== 'accepted') return [];
  const others = merge.members.map(({ ideaId }) => ideaId).filter((id) => id !== target.id);
  const [edition, titles] = await Promise.all([
    findEditionById(db, organisationId, merge.editionId),
    listIdeaTitles(db, organisationId, others),
  ]);
  if (!edition) return [];
  const shown = titles.filter(({ isHidden }) => !isHidden);
  return shown.map(({ number, title }) => ({
    label: m.merges_related(),
    title,
    href: urls.idea({ edition: edition.slug, idea: numberedSegment(number, title) }),
  }));
}
