import * as m from '../../../../paraglide/messages.js';
import { type Page, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Problems } from '../../../../ui/form.tsx';
import { urls } from '../../../../urls.ts';
import { findContacts, listNicknames } from '../../../identity/index.ts';
import { listMeetingsAbout } from '../../../meetings/index.ts';
import { deliveryCrumbs } from '../../office/crumbs.page.ts';
import type { DeliveryAt } from '../../office/load-delivery.routes.ts';
import { REALISATION } from '../../realisation.ts';
import { countInvited, listVolunteers } from '../committee.store.ts';
import { listOffers } from '../offer.store.ts';
import { markTeam } from '../team.store.ts';
import type { Member } from '../team.ts';
import { listTestimoniesOf } from '../testimony.store.ts';
import { listCandidates } from './candidates.routes.ts';
import { PeoplePage } from './people.page.tsx';

export interface ShownPeople {
  /** As it was chosen; what is kept otherwise. */
  team?: readonly Member[];
  mark?: string;
  /** Words typed about one testimony or one offer. */
  typed?: { id: string; words: string };
  problems?: Problems;
  conflict?: boolean;
}

/** The page of the people of a realisation, with what was typed and refused. */
export async function showPeople(
  visit: SignedInVisit<'edition' | 'project'>,
  at: DeliveryAt,
  shown: ShownPeople = {},
): Promise<Page> {
  const { db, organisation } = visit;
  const { edition, number, project, realisation, isOfficer, now } = at;
  const { problems = {}, conflict = false } = shown;
  const [{ candidates, team, proposed }, testimonies, offers, committee, meetings, invited] =
    await Promise.all([
      listCandidates(visit, at),
      listTestimoniesOf(db, organisation.id, realisation.id),
      listOffers(db, organisation.id, realisation.id),
      listVolunteers(db, organisation.id, realisation.id),
      listMeetingsAbout(db, organisation.id, REALISATION, [realisation.id]),
      countInvited(db, organisation.id, realisation.id),
    ]);
  const residents = [...testimonies, ...offers, ...committee].map(({ personId }) => personId);
  const [nicknames, contacts] = await Promise.all([
    listNicknames(db, organisation.id, [...new Set(residents)]),
    findContacts(
      db,
      organisation.id,
      team.map(({ personId }) => personId),
    ),
  ]);
  const faulty = conflict || Object.keys(problems).length > 0;
  const isProposed = team.length === 0 && proposed.length > 0;
  return page({
    title: m.together_office_title(),
    section: isOfficer ? 'admin' : 'tasks',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <PeoplePage
        at={{ edition: edition.slug, project: number }}
        project={project.title}
        realisation={realisation}
        isOfficer={isOfficer}
        candidates={candidates}
        team={team}
        chosen={shown.team ?? (isProposed ? proposed : team)}
        isProposed={isProposed && shown.team === undefined}
        mark={shown.mark ?? markTeam(team)}
        memberNames={
          new Map(
            team.map(({ part, personId }) => {
              const contact = contacts.get(personId);
              return [personId, (part === 'holder' ? contact?.nickname : contact?.name) ?? ''];
            }),
          )
        }
        testimonies={testimonies}
        offers={offers}
        committee={committee}
        names={nicknames}
        meetings={meetings.filter(
          ({ startsAt, cancelledAt }) => cancelledAt === null && startsAt > now,
        )}
        invited={invited}
        typed={shown.typed ?? { id: '', words: '' }}
        problems={problems}
        conflict={conflict}
        breadcrumb={deliveryCrumbs(edition, isOfficer, { number, title: project.title })}
      />
    ),
  });
}

/** As letters name it. */
export const placeOf = ({ edition, number, project, realisation }: DeliveryAt) => ({
  edition,
  number,
  title: project.title,
  realisation,
});

export const addressOf = ({ edition, number }: DeliveryAt): string =>
  urls.adminDeliveryPeople({ edition: edition.slug, project: number });
