import * as m from '../../../../paraglide/messages.js';
import { found } from '../../../../platform/http/refused.ts';
import { post, type Route } from '../../../../platform/http/route.ts';
import { seeOther } from '../../../../platform/http/visit.ts';
import { urls } from '../../../../urls.ts';
import { listMeetingsAbout } from '../../../meetings/index.ts';
import { loadDelivery } from '../../office/load-delivery.routes.ts';
import { actOf } from '../../office/office.routes.tsx';
import { REALISATION } from '../../realisation.ts';
import { inviteCommittee, settleVolunteer } from '../committee.store.ts';
import { toldOf } from '../load-people.routes.ts';
import { tellPeople } from '../people.mails.ts';
import { addressOf, placeOf, showPeople } from './show-people.routes.tsx';

/** Who is of the monitoring committee, and to which meetings it is invited (R60). */
export const officeCommitteeRoutes: readonly Route[] = [
  post(urls.adminVolunteer, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { person } = visit.params;
    const typed = (await visit.form()).text('act');
    const how = (['accept', 'decline'] as const).find((one) => one === typed);
    const done =
      how !== undefined &&
      (await settleVolunteer(visit.db, actOf(visit), at.named, person, how, (tx) => {
        const kind = how === 'accept' ? 'accepted' : 'declined';
        const told = toldOf(visit, placeOf(at), how === 'accept' ? 'deliveryTeam' : 'delivery');
        return tellPeople(tx, told, [person], { kind });
      }));
    return seeOther(visit, `${addressOf(at)}#comite`, done ? `volunteer-${how}` : undefined);
  }),

  post(urls.adminInviteCommittee, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { db, organisation, origin } = visit;
    const typed = (await visit.form()).text('meeting');
    const about = await listMeetingsAbout(db, organisation.id, REALISATION, [at.realisation.id]);
    const meeting = found(
      about.find(({ id }) => id === typed),
      'meeting',
    );
    if (meeting.cancelledAt !== null || meeting.startsAt <= at.now)
      return showPeople(visit, at, { problems: { form: m.together_refused_invitation() } });
    const told = {
      ...toldOf(visit, placeOf(at), 'delivery'),
      address: origin + urls.meeting({ meeting: String(meeting.number) }),
    };
    const key = `committee-invitation:${at.realisation.id}:${meeting.id}`;
    const invited = await inviteCommittee(db, actOf(visit), at.named, meeting, (tx, people) =>
      tellPeople(tx, told, people, { kind: 'invitation', meeting }, key),
    );
    return seeOther(
      visit,
      `${addressOf(at)}#comite`,
      invited > 0 ? 'committee-invited' : 'committee-all-invited',
    );
  }),
];
