import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { countHit } from '../../platform/http/limits.ts';
import { badRequest, found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { findByNicknameKeys, listPublicNicknames, nicknameKey } from '../identity/index.ts';
import { tellOfDossier } from './dossier.mails.ts';
import { hrefOf, memberNotices, partsOf } from './dossier-words.page.ts';
import { accept, askToJoin, invite, setLead, takeOut } from './joining.store.ts';
import { actOf, loadDossier, loadOwnDossier, type SeenDossier } from './load.routes.ts';
import { listMembers } from './member.store.ts';
import { type MemberGesture, MembersPage } from './members.page.tsx';

/** Invitations of one account in an hour. */
const INVITATIONS = { hits: 60, seconds: 3600 };

/** Who is in a dossier: they ask, are invited, come in, lead, leave (R148). */
export const memberRoutes: readonly Route[] = [
  post(urls.joinDossier, 'signed-in', async (visit) => {
    const seen = await loadDossier(visit);
    const { db, organisation } = visit;
    const { id } = seen.dossier;
    const done = await db.transaction().execute(async (tx) => {
      const joined = await askToJoin(tx, actOf(visit), id);
      if (joined.ok && joined.became === 'asked' && seen.standing === null) {
        const members = await listMembers(tx, organisation.id, id);
        const leads = members.filter(({ standing }) => standing === 'lead');
        await tellOfDossier(tx, visit, seen, {
          kind: 'asked',
          key: randomUUID(),
          personIds: leads.map(({ personId }) => personId),
        });
      }
      return joined;
    });
    if (!done.ok) return seeOther(visit, hrefOf(seen), memberNotices[done.refusal]);
    return seeOther(
      visit,
      hrefOf(seen),
      done.became === 'asked' ? 'dossier-asked' : 'dossier-joined',
    );
  }),

  post(urls.leaveDossier, 'signed-in', async (visit) => {
    const seen = await loadDossier(visit);
    const { db, visitor } = visit;
    const done = await takeOut(db, actOf(visit), seen.dossier.id, visitor.id);
    if (!done.ok)
      return done.refusal === 'last-lead'
        ? seeOther(visit, urls.dossierMembers(partsOf(seen)), 'dossier-last-lead')
        : seeOther(visit, hrefOf(seen), memberNotices[done.refusal]);
    // one that its members alone see is not there for them any more
    const next =
      seen.dossier.reach === 'space'
        ? hrefOf(seen)
        : urls.dossiers({ space: seen.space.slug, component: seen.component.slug });
    return seeOther(visit, next, 'dossier-left');
  }),

  get(urls.dossierMembers, 'signed-in', async (visit) =>
    showMembers(visit, await loadOwnDossier(visit)),
  ),

  post(urls.inviteToDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const typed = (await visit.form()).text('surnom').replace(/^@/, '');
    const { db, visitor } = visit;
    const refuse = (words: string) => showMembers(visit, seen, typed, { surnom: words });
    if (typed === '') return refuse(m.dossiers_problem_who());
    await countHit(db, { key: `invite-dossier:${visitor.id}`, ...INVITATIONS });
    const personId = await findInvited(visit, seen, typed);
    if (!personId) return refuse(m.dossiers_problem_unknown());
    const done = await db.transaction().execute(async (tx) => {
      const invited = await invite(tx, actOf(visit), seen.dossier.id, personId);
      if (invited.ok)
        await tellOfDossier(tx, visit, seen, {
          kind: invited.became === 'invited' ? 'invited' : 'let-in',
          key: randomUUID(),
          personIds: [personId],
        });
      return invited;
    });
    if (!done.ok && done.refusal === 'in-it-already') return refuse(m.dossiers_problem_in_it());
    return backToMembers(visit, seen, done.ok ? 'dossier-invited' : memberNotices[done.refusal]);
  }),

  post(urls.dossierMember, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    const personId = found(isUuid(visit.params.person) ? visit.params.person : null, 'person');
    const gesture = (await visit.form()).text('geste') as MemberGesture;
    const { db } = visit;
    const act = actOf(visit);
    const { id } = seen.dossier;
    const done = await db.transaction().execute(async (tx) => {
      switch (gesture) {
        case 'accepter': {
          const accepted = await accept(tx, act, id, personId);
          if (accepted.ok)
            await tellOfDossier(tx, visit, seen, {
              kind: 'let-in',
              key: randomUUID(),
              personIds: [personId],
            });
          return accepted;
        }
        case 'retirer':
          return removeOther(tx, visit, seen, personId);
        case 'referent':
          return setLead(tx, act, id, personId, true);
        case 'membre':
          // nobody but a lead themselves ends their lead
          return setLead(tx, act, id, visit.visitor.id, false);
        default:
          throw badRequest('gesture');
      }
    });
    return backToMembers(
      visit,
      seen,
      done.ok ? 'dossier-member-changed' : memberNotices[done.refusal],
    );
  }),
];

type Tx = Parameters<typeof tellOfDossier>[0];

/** A lead is taken out by nobody but themselves. */
async function removeOther(tx: Tx, visit: SignedInVisit, seen: SeenDossier, personId: string) {
  const members = await listMembers(tx, visit.organisation.id, seen.dossier.id);
  const isLead = members.some((one) => one.personId === personId && one.standing === 'lead');
  if (isLead) return { ok: false as const, refusal: 'gone' as const };
  return takeOut(tx, actOf(visit), seen.dossier.id, personId);
}

/** Somebody by the name that everybody sees, who is inside the space; null: there is none. */
async function findInvited(
  visit: SignedInVisit,
  { space }: SeenDossier,
  typed: string,
): Promise<string | null> {
  const { db, organisation } = visit;
  const key = nicknameKey(typed);
  const personId = (await findByNicknameKeys(db, organisation.id, [key])).get(key);
  if (!personId) return null;
  const [reader] = await visit.listSpaceReaders(db, space.id, [personId]);
  return reader ?? null;
}

const backToMembers = (visit: SignedInVisit, seen: SeenDossier, notice: string): Response =>
  seeOther(visit, urls.dossierMembers(partsOf(seen)), notice);

async function showMembers(
  visit: SignedInVisit,
  seen: SeenDossier,
  typed = '',
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const members = await listMembers(db, organisation.id, seen.dossier.id);
  const ids = members.map(({ personId }) => personId);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.dossiers_members_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <MembersPage
        {...seen}
        members={members}
        nicknames={await listPublicNicknames(db, organisation.id, ids)}
        self={visitor.id}
        isClosed={seen.dossier.closedAt !== null}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
