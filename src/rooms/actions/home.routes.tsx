import * as m from '../../paraglide/messages.js';
import type { HomePart, Visit } from '../../platform/http/visit.ts';
import { List } from '../../ui/list.tsx';
import { urls } from '../../urls.ts';
import { findActionReader, listOpenFunds, seesActions } from '../funds/index.ts';
import { listGroupsById } from '../groups/index.ts';
import { ActionCard } from './catalogue.page.tsx';
import { listCatalogue } from './catalogue.store.ts';
import { NO_FILTER } from './catalogue.ts';
import { readCardPictures } from './catalogue-picture.routes.ts';

/** Actions of a fund on the home page: its catalogue has them all. */
const SHOWN = 3;

/** What the home page of a movement says of its actions: the newest that look for groups, to whoever may see them (R13, R16). */
export async function listActionParts(visit: Visit): Promise<HomePart[]> {
  const { db, organisation, visitor } = visit;
  if (organisation.kind !== 'movement') return [];
  const open = await listOpenFunds(db, organisation.id);
  if (open.length === 0) return [];
  const reader = await findActionReader(db, organisation.id, visitor);
  const parts = open
    .filter((fund) => seesActions(fund, reader))
    .map(async (fund): Promise<HomePart[]> => {
      const asked = { ...NO_FILTER, state: 'seeking' as const };
      const { actions } = await listCatalogue(db, organisation.id, fund.id, asked, {
        groupIds: null,
        limit: SHOWN,
      });
      if (actions.length === 0) return [];
      const groupIds = actions.map(({ groupId }) => groupId);
      const [groups, pictures] = await Promise.all([
        listGroupsById(db, organisation.id, groupIds),
        readCardPictures(visit, fund, actions),
      ]);
      const title = m.commit_home_title();
      return [
        {
          title,
          lead: m.commit_home_lead({ count: fund.threshold }),
          action: { label: m.commit_home_all(), href: urls.fundActions({ fund: fund.slug }) },
          body: (
            <List look="cards" label={title}>
              {actions.map((action) => (
                <ActionCard
                  key={action.id}
                  fund={fund}
                  action={action}
                  groups={groups}
                  pictures={pictures}
                  level={3}
                />
              ))}
            </List>
          ),
        },
      ];
    });
  // the title says nothing of the fund: one block is enough
  return (await Promise.all(parts)).flat().slice(0, 1);
}
