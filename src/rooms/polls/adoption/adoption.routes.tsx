import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { showBeside } from '../../consultations/index.routes.ts';
import { findEditionById } from '../../spaces/index.ts';
import { findTurnout } from '../box/turnout.store.ts';
import { findPollNow } from '../poll.store.ts';
import { pollState } from '../poll.ts';
import { findResult } from '../result/result.store.ts';
import { AdoptionPage, type ShownAdoption } from './adoption.page.tsx';
import type { Adoption } from './adoption.ts';
import { loadAdoption } from './adoption-load.routes.ts';

/** Where the component of a space leads: to the vote, then to what it said. */
export const adoptionRoutes: readonly Route[] = [
  get(urls.spaceVote, 'anyone', async (visit) => {
    const { space, component, adoption } = await loadAdoption(visit);
    const beside = await showBeside(visit, space, component);
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <AdoptionPage
          frame={{ space, ...beside }}
          component={component}
          shown={adoption && (await showAdoption(visit, adoption))}
          contact={visit.organisation.contactEmail}
        />
      ),
    });
  }),
];

/** How it stands now; its result only once it is published, whoever asks (R57). */
export async function showAdoption(
  { db, organisation }: Pick<Visit, 'db' | 'organisation'>,
  adoption: Adoption,
): Promise<ShownAdoption> {
  const edition = (await findEditionById(db, organisation.id, adoption.editionId))!;
  const { poll, now } = await findPollNow(db, organisation.id, edition.id);
  const state = poll ? pollState(poll, now) : 'waiting';
  const [voters, kept] = await Promise.all([
    poll ? findTurnout(db, poll.id) : 0,
    poll && state === 'published' ? findResult(db, organisation.id, poll.id) : null,
  ]);
  return { adoption, edition, poll, state, voters, kept };
}
