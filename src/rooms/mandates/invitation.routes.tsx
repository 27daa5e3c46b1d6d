import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';
import { urls } from '../../urls.ts';
import { findSpaceById } from '../consultations/index.ts';
import { InvitationPage, SpentPage } from './invitation.page.tsx';
import { acceptInvitation, findInvitedMandate } from './invitation.store.ts';
import { actOf } from './load.routes.ts';

/** What the link of a mandate's invitation may do, and no other link. */
const INVITATION_LINK = 'mandate-invitation';

export function writeInvitationToken(
  { config, organisation }: Pick<Visit, 'config'> & { organisation: { id: string } },
  mandateId: string,
): string {
  const subject = { organisationId: organisation.id, use: INVITATION_LINK };
  return writeSignedLink(openKeys(config.keysFolder).rollKey(), subject, mandateId);
}

/** A mailed invitation: it shows the mandate that the team brought in, which is whose account accepts it. */
export const invitationRoutes: readonly Route[] = [
  get(urls.mandateInvitation, 'anyone', async (visit) => {
    const invited = await findInvited(visit);
    if (!invited) return spent();
    const { token } = visit.params;
    const here = urls.mandateInvitation({ token });
    return page({
      title: m.mandates_invitation_title({ title: invited.space.title }),
      section: 'participation',
      body: (
        <InvitationPage
          space={invited.space}
          mandate={invited.mandate}
          token={token}
          signInHref={visit.visitor ? null : urls.signIn({ vers: here })}
          signUpHref={urls.signUp({ vers: here })}
        />
      ),
    });
  }),

  post(urls.mandateInvitation, 'signed-in', async (visit) => {
    const invited = await findInvited(visit);
    if (!invited) return spent();
    const { space, mandate } = invited;
    const done = await acceptInvitation(visit.db, actOf(visit), space, mandate.id);
    if (!done) return spent();
    const at = { space: space.slug };
    return done === 'accepted'
      ? seeOther(visit, urls.ownMandates(at), 'mandate-accepted')
      : seeOther(visit, urls.ownMandates(at), 'mandate-twice');
  }),
];

async function findInvited({ db, config, organisation, params }: Visit<'token'>) {
  const key = openKeys(config.keysFolder).rollKey();
  const subject = { organisationId: organisation.id, use: INVITATION_LINK };
  const id = found(readSignedLink(key, subject, params.token), 'token');
  const mandate = await findInvitedMandate(db, organisation.id, id);
  if (!mandate) return null;
  const space = await findSpaceById(db, organisation.id, mandate.spaceId);
  return space?.openedAt && !space.closedAt ? { space, mandate } : null;
}

const spent = (): Answer =>
  page({
    title: m.mandates_spent_title(),
    section: 'participation',
    status: 410,
    body: <SpentPage />,
  });
