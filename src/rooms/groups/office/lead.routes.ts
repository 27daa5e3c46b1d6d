import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import { countHit } from '../../../platform/http/limits.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import { urls } from '../../../urls.ts';
import { sayIdentityRefusal } from '../../identity/index.page.ts';
import { readUsableEmail } from '../../identity/index.ts';
import { tellLeadsInvited } from '../group.mails.ts';
import { writeInvitationToken } from '../invitation.routes.tsx';
import { inviteToGroup } from '../invitation.store.ts';
import { actOf, inMovements, loadGroup, senderOf } from '../load.routes.ts';
import { listMembers } from '../membership.store.ts';
import { showGroup } from './show-group.routes.tsx';

/** The office invites somebody to lead a group that has no lead; one that has finds its leads by itself. */
export const leadRoutes: readonly Route[] = inMovements([
  post(urls.adminGroupInviteLead, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const group = await loadGroup(visit);
    const members = await listMembers(db, organisation.id, group.id);
    if (members.some(({ role }) => role === 'lead')) return showGroup(visit, group, {}, {}, 409);
    const typed = (await visit.form()).text('courriel');
    const address = readUsableEmail(typed, isDisposableEmailDomain);
    if (typeof address === 'string')
      return showGroup(visit, group, { courriel: sayIdentityRefusal(address) }, { email: typed });
    // nobody fills somebody else's mailbox (W10)
    const key = `group-to:${hashSecret(organisation.id, address.mailbox)}`;
    await countHit(db, { key, hits: 5, seconds: 86_400 });
    await db.transaction().execute(async (tx) => {
      const id = await inviteToGroup(tx, actOf(visit), group, { ...address, role: 'lead' });
      const { email } = address;
      const token = writeInvitationToken(visit, id);
      const invited = [{ group: group.name, email, token }];
      await tellLeadsInvited(tx, senderOf(visit), organisation.defaultLocale, invited);
    });
    return seeOther(visit, urls.adminGroup({ group: group.slug }), 'group-lead-invited');
  }),
]);
