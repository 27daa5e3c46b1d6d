import * as m from '../../../paraglide/messages.js';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import type { Room } from '../../../platform/room.ts';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { findGroup, findGroupById, findMembership, groupRightOf } from '../../groups/index.ts';
import { readGroupMoney } from '../balance.store.ts';
import { nameAccountHolders } from '../load.routes.ts';
import { listAccountLines } from './account-lines.store.ts';
import { GroupMoneyPage } from './group-money.page.tsx';
import { readAfter } from './solidarity.ts';

/** What a group has, for those who are in it and whoever keeps the accounts (R25). */
export const groupMoneyRoutes: readonly Route[] = inMovements([
  get(urls.groupMoney, 'signed-in', async (visit) => {
    const { db, organisation, visitor, params, url } = visit;
    const group = found(await findGroup(db, organisation.id, params.group), 'group');
    const own = await findMembership(db, organisation.id, group.id, visitor.id);
    if (!groupRightOf(own).isMember && !holdsRight('finance', visitor))
      throw new Refused(403, 'role');
    const after = readAfter(url.searchParams.get('apres'));
    const [money, { lines, next }] = await Promise.all([
      readGroupMoney(db, organisation.id, [group.id]),
      listAccountLines(
        db,
        organisation.id,
        { kinds: ['group', 'group-payable'], holderId: group.id },
        after,
      ),
    ]);
    return page({
      title: m.donations_group_money_title({ name: group.name }),
      section: 'groups',
      body: (
        <GroupMoneyPage
          group={group}
          money={money.get(group.id)!}
          lines={lines}
          next={next}
          names={
            await nameAccountHolders(
              visit,
              lines.map(({ other }) => other),
            )
          }
        />
      ),
    });
  }),
]);

/** A link to it from the page of the group, for its members. */
export const findGroupMoneyLink: NonNullable<Room['findRelated']> = async (
  db,
  organisationId,
  { kind, id },
) => {
  const group = kind === 'group' ? await findGroupById(db, organisationId, id) : null;
  return group
    ? [
        {
          label: m.donations_group_money(),
          title: m.donations_group_money(),
          href: urls.groupMoney({ group: group.slug }),
        },
      ]
    : [];
};
