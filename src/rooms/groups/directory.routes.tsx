import * as m from '../../paraglide/messages.js';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { listCertificationActs } from './certification.store.ts';
import { DirectoryPage } from './directory.page.tsx';
import { readFilter } from './directory.ts';
import { changeGroup, foundGroup } from './founding.store.ts';
import { GroupPage } from './group.page.tsx';
import { countGroups, listGroupSpots, listGroups } from './group.store.ts';
import type { Group } from './group.ts';
import { formTitle, GroupFormPage, type TypedGroup } from './group-form.page.tsx';
import { EMPTY, readGroup, readTyped, typeGroup } from './group-form.routes.ts';
import { actOf, inMovements, loadGroup, loadOwnGroup } from './load.routes.ts';
import { findMembership, hasAskedToJoin, listMembers } from './membership.store.ts';
import { groupRightOf } from './membership.ts';
import { listPublicActions } from './public-action.store.ts';

/** Groups as everybody meets them, and how one founds or describes one. */
export const directoryRoutes: readonly Route[] = inMovements([
  get(
    urls.groups,
    'anyone',
    async (visit) => {
      const { db, organisation, url } = visit;
      const filter = readFilter((name) => url.searchParams.get(name));
      // who asks or is warned is the office's to filter by
      const { certified } = filter;
      const shown = {
        ...filter,
        certified: certified === 'yes' || certified === 'no' ? certified : null,
      };
      const [{ groups, next }, counts] = await Promise.all([
        listGroups(db, organisation.id, shown),
        visit.share('group counts', () => countGroups(db, organisation.id)),
      ]);
      // more than a page of them, over the country
      const isMany = (next !== null || shown.after !== null) && shown.county === null;
      const spots = isMany ? await listGroupSpots(db, organisation.id, shown) : null;
      return page({
        title: m.groups_title(),
        section: 'groups',
        description: m.groups_lead({ count: counts.all, certified: counts.certified }),
        scripts: spots || groups.some(({ point }) => point) ? [MAP_SCRIPT] : [],
        body: (
          <DirectoryPage
            filter={shown}
            groups={groups}
            next={next}
            counts={counts}
            spots={spots}
            ground={drawnGround(await shareGround(visit))}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.newGroup, 'signed-in', (visit) => formPage(visit, null, EMPTY)),

  post(urls.newGroup, 'signed-in', async (visit) => {
    const typed = readTyped(await visit.form());
    const read = readGroup(typed);
    if (!read.ok) return formPage(visit, null, typed, read.problems);
    const group = await foundGroup(visit.db, actOf(visit), read.written);
    return seeOther(visit, urls.group({ group: group.slug }), 'group-founded');
  }),

  get(urls.groupChange, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'leads');
    return formPage(visit, group, typeGroup(group));
  }),

  post(urls.groupChange, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'leads');
    const form = await visit.form();
    const typed = readTyped(form);
    const read = readGroup(typed);
    if (!read.ok) return formPage(visit, group, typed, read.problems);
    const version = Number(form.text('version'));
    const done = await changeGroup(visit.db, actOf(visit), { id: group.id, version }, read.written);
    if (done.ok) return seeOther(visit, urls.group({ group: group.slug }), 'group-changed');
    // sent once more, it is what was typed here that counts
    return formPage(visit, group, typed, { form: m.groups_problem_meanwhile() }, 409);
  }),

  get(urls.group, 'anyone', async (visit) => {
    const group = await loadGroup(visit);
    const { db, organisation, visitor } = visit;
    const [members, actions, acts, own, hasAsked, related] = await Promise.all([
      listMembers(db, organisation.id, group.id),
      listPublicActions(db, organisation.id, group.id),
      visitor ? listCertificationActs(db, organisation.id, group.id) : null,
      visitor ? findMembership(db, organisation.id, group.id, visitor.id) : null,
      visitor ? hasAskedToJoin(db, organisation.id, group.id, visitor.id) : false,
      visit.findRelated({ kind: 'group', id: group.id }),
    ]);
    const leads = members.filter(({ role }) => role === 'lead').map(({ personId }) => personId);
    const nicknames = await listPublicNicknames(db, organisation.id, leads);
    const here = urls.group({ group: group.slug });
    return page({
      title: group.name,
      section: 'groups',
      description: excerptOf(group.presentation),
      body: (
        <GroupPage
          group={group}
          leads={leads.flatMap((id) => nicknames.get(id) ?? [])}
          actions={actions}
          acts={acts}
          own={own}
          right={groupRightOf(own)}
          hasAsked={hasAsked}
          related={related}
          treasurers={members.filter(({ isTreasurer }) => isTreasurer).length}
          signInHref={visitor ? null : urls.signIn({ vers: here })}
        />
      ),
    });
  }),
]);

async function formPage(
  visit: Visit,
  group: Group | null,
  typed: TypedGroup,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: formTitle(group),
    section: 'groups',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status, faulty }),
    body: (
      <GroupFormPage
        group={group}
        typed={typed}
        problems={problems}
        ground={drawnGround(await shareGround(visit))}
      />
    ),
  });
}
