import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import type { RelatedLink, Target } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findGroupById } from '../../groups/index.ts';

/** On the page of a group, for its members: what it plans to spend, and what it asks to be paid. */
export async function relateSpending(
  db: Database,
  organisationId: string,
  { kind, id }: Target,
): Promise<RelatedLink[]> {
  const group = kind === 'group' ? await findGroupById(db, organisationId, id) : null;
  if (!group) return [];
  const at = { group: group.slug };
  return [
    {
      label: m.requests_related_budgets(),
      title: m.budgets_title(),
      href: urls.groupBudgets(at),
    },
    {
      label: m.requests_related_requests(),
      title: m.requests_title(),
      href: urls.groupRequests(at),
    },
  ];
}
