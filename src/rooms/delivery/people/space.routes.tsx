import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { listVolunteers } from './committee.store.ts';
import {
  findPlace,
  findTeamAtWork,
  isOfOffice,
  loadPublic,
  nameTeamInPublic,
} from './load-people.routes.ts';
import { listOffers } from './offer.store.ts';
import { SpacePage } from './space.page.tsx';

/**
 * What the people of a realisation know of each other: its team sees the offers of help, its committee who is of it.
 * To all others it is not there (404).
 */
export const spaceRoutes: readonly Route[] = [
  get(urls.deliveryTeam, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { edition, number, title, realisation } = await loadPublic(visit);
    const { parts, isMember } = await findPlace(visit, realisation, visitor.id);
    const isOffice = isOfOffice(visitor, realisation);
    const isOfTeam = parts.length > 0 || isOffice;
    found(isOfTeam || isMember || null, 'realisation');
    const [team, committee, offers] = await Promise.all([
      nameTeamInPublic(visit, realisation, await findTeamAtWork(db, organisation.id, realisation)),
      listVolunteers(db, organisation.id, realisation.id),
      isOfTeam ? listOffers(db, organisation.id, realisation.id) : [],
    ]);
    const members = committee.filter(({ acceptedAt }) => acceptedAt !== null);
    const names = await listNicknames(db, organisation.id, [
      ...members.map(({ personId }) => personId),
      ...offers.map(({ personId }) => personId),
    ]);
    const at = { edition: edition.slug, project: number };
    return page({
      title: m.together_space_title(),
      section: 'editions',
      body: (
        <SpacePage
          at={at}
          project={title}
          parts={parts}
          team={team}
          members={members.map(({ personId }) => names.get(personId) ?? '')}
          offers={isOfTeam ? offers.map((offer) => nameOffer(offer, names)) : null}
          isOffice={isOffice}
        />
      ),
    });
  }),
];

const nameOffer = <One extends { personId: string }>(
  offer: One,
  names: ReadonlyMap<string, string>,
) => ({ ...offer, name: names.get(offer.personId) ?? '' });
