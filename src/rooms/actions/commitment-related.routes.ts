import * as m from '../../paraglide/messages.js';
import type { Database } from '../../platform/database/database.ts';
import type { RelatedLink, Target } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findGroupById } from '../groups/index.ts';
import { actionSegment } from './action-address.ts';
import { listPublicCommitments } from './commitment-related.store.ts';

/** On the page of a group: what it is committed to, as everybody may know it, and where all of it is (R15). */
export async function relateCommitments(
  db: Database,
  organisationId: string,
  { kind, id }: Target,
): Promise<RelatedLink[]> {
  if (kind !== 'group') return [];
  const group = await findGroupById(db, organisationId, id);
  if (!group) return [];
  const commitments = await listPublicCommitments(db, organisationId, id);
  return [
    ...commitments.map(({ fund, title, number, isDone }) => ({
      label: isDone ? m.commit_related_done() : m.commit_related(),
      title,
      href: urls.fundAction({ fund, action: actionSegment({ number, title }) }),
      isTold: true,
    })),
    {
      label: m.commit_related_proposals(),
      title: m.propose_group_actions(),
      href: urls.groupActions({ group: group.slug }),
    },
    {
      label: m.commit_related_all(),
      title: m.commit_related_all_title(),
      href: urls.groupCommitments({ group: group.slug }),
      isTold: true,
    },
  ];
}
