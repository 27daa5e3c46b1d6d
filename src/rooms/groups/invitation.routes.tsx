import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';
import { urls } from '../../urls.ts';
import { findGroupById } from './group.store.ts';
import { acceptGroupInvitation, findGroupInvitation } from './invitation.store.ts';
import { actOf, inMovements } from './load.routes.ts';
import { InvitationPage, SpentPage } from './small-pages.page.tsx';

/** What the link of a group's invitation may do. */
const INVITATION_LINK = 'group-invitation';

export function writeInvitationToken({ config, organisation }: Visit, id: string): string {
  const subject = { organisationId: organisation.id, use: INVITATION_LINK };
  return writeSignedLink(openKeys(config.keysFolder).rollKey(), subject, id);
}

/** A mailed invitation: it shows the group, and lets in whoever signs in. */
export const invitationRoutes: readonly Route[] = inMovements([
  get(urls.groupInvitation, 'anyone', async (visit) => {
    const invited = await findInvited(visit);
    if (!invited) return spent();
    const { token } = visit.params;
    const here = urls.groupInvitation({ token });
    return page({
      title: m.groups_invited_title({ name: invited.group.name }),
      section: 'groups',
      body: (
        <InvitationPage
          group={invited.group}
          leads={invited.leads}
          token={token}
          signInHref={visit.visitor ? null : urls.signIn({ vers: here })}
          signUpHref={urls.signUp({ vers: here })}
        />
      ),
    });
  }),

  post(urls.groupInvitation, 'signed-in', async (visit) => {
    const invited = await findInvited(visit);
    const done = invited && (await acceptGroupInvitation(visit.db, actOf(visit), invited.id));
    if (!invited || !done) return spent();
    return seeOther(visit, urls.group({ group: invited.group.slug }), 'group-joined');
  }),
]);

async function findInvited({ db, config, organisation, params }: Visit<'token'>) {
  const key = openKeys(config.keysFolder).rollKey();
  const subject = { organisationId: organisation.id, use: INVITATION_LINK };
  const id = found(readSignedLink(key, subject, params.token), 'token');
  const invitation = await findGroupInvitation(db, organisation.id, id);
  const group = invitation && (await findGroupById(db, organisation.id, invitation.groupId));
  return group ? { id, group, leads: invitation.role === 'lead' } : null;
}

const spent = (): Answer =>
  page({ title: m.groups_spent_title(), section: 'groups', status: 410, body: <SpentPage /> });
