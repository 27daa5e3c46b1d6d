import * as m from '../../paraglide/messages.js';
import { Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { type Group, listCertifiedGroups } from '../groups/index.ts';
import { CallPage } from './call.page.tsx';
import { hasCalledToday, recordCall } from './call.store.ts';
import { checkCall, listNear } from './call.ts';
import { callGroups } from './commitment.mails.ts';
import { actOf, hrefOf, senderOf } from './commitment.routes.tsx';
import { countMissing } from './commitment.ts';
import { type ActionOfGroup, loadActionOfGroup } from './commitment-load.routes.ts';
import { callRefusals } from './commitment-words.page.tsx';

/** « Écrire aux groupes proches » : once a day for an action (R19). */
export const callRoutes: readonly Route[] = inMovements([
  get(urls.actionCall, 'signed-in', async (visit) => showCall(visit, await loadCaller(visit))),

  post(urls.actionCall, 'signed-in', async (visit) => {
    const at = await loadCaller(visit);
    const words = (await visit.form()).text('mots');
    const wrong = checkCall(words);
    if (wrong) return showCall(visit, at, words, { mots: callRefusals[wrong]() });
    const near = await findNear(visit, at);
    const done = await visit.db.transaction().execute(async (tx) => {
      const called = await recordCall(tx, actOf(visit, at), { words, groups: near.length });
      if (called.ok)
        await callGroups(tx, senderOf(visit), at.fund, called.action, {
          from: at.group,
          near,
          words,
          missing: countMissing(called.action, at.fund.threshold),
        });
      return called;
    });
    if (!done.ok) return showCall(visit, at, words, { form: callRefusals[done.refusal]() });
    return seeOther(visit, hrefOf(at), 'commit-called');
  }),
]);

/** The group that proposes, or one that is committed. */
async function loadCaller(
  visit: SignedInVisit<'fund' | 'action' | 'group'>,
): Promise<ActionOfGroup> {
  const at = await loadActionOfGroup(visit);
  if (!at.commitment && at.action.groupId !== at.group.id) throw new Refused(403, 'role');
  return at;
}

/** Certified groups that are not in it yet: of the département first, then the nearest. */
async function findNear(
  { db, organisation }: Visit,
  { group, action, commitments }: ActionOfGroup,
): Promise<Group[]> {
  const taking = new Set([group.id, action.groupId, ...commitments.map(({ groupId }) => groupId)]);
  const others = (await listCertifiedGroups(db, organisation.id)).filter(
    ({ id }) => !taking.has(id),
  );
  return listNear(group, others);
}

async function showCall(
  visit: SignedInVisit,
  at: ActionOfGroup,
  words: string | null = null,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const { fund, action, group } = at;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.commit_call_title(),
    section: 'funds',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <CallPage
        fund={fund}
        action={action}
        group={group}
        near={await findNear(visit, at)}
        hasCalled={await hasCalledToday(db, organisation.id, action.id, group.id)}
        words={words ?? m.commit_call_usual({ title: action.title })}
        problems={problems}
      />
    ),
  });
}
