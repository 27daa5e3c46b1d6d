import { type Answer, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { listNicknames } from '../../identity/index.ts';
import { assessGroup, listCertificationActs } from '../certification.store.ts';
import type { Group } from '../group.ts';
import { listMembers } from '../membership.store.ts';
import { OfficeGroupPage } from './office-group.page.tsx';

/** One group before the office, with what was typed and is wrong. */
export async function showGroup(
  { db, organisation }: SignedInVisit,
  group: Group,
  problems: Problems = {},
  typed: { reason?: string; email?: string } = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const [assessed, acts, members] = await Promise.all([
    assessGroup(db, organisation.id, group.id),
    listCertificationActs(db, organisation.id, group.id),
    listMembers(db, organisation.id, group.id),
  ]);
  const leaders = members.filter(({ role }) => role !== 'member');
  const ids = leaders.map(({ personId }) => personId);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: group.name,
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <OfficeGroupPage
        group={group}
        assessed={assessed}
        acts={acts}
        leaders={leaders}
        nicknames={await listNicknames(db, organisation.id, ids)}
        typedReason={typed.reason ?? ''}
        typedEmail={typed.email ?? ''}
        problems={problems}
      />
    ),
  });
}
