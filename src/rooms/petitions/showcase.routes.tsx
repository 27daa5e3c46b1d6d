import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { ShownSpace } from '../../platform/http/space-answers.ts';
import type { ThemePart, Visit } from '../../platform/http/visit.ts';
import { listComponents } from '../consultations/index.ts';
import { listPublicPetitions } from './petition.store.ts';
import { stateOf } from './petition.ts';
import { PetitionList } from './petitions.page.tsx';

/** Of one network on its showcase. */
const MOST_SHOWN = 6;

/** What everybody may read and sign of a network (R156); nothing where there is nothing. */
export async function listShowcaseParts(visit: Visit, space: ShownSpace): Promise<ThemePart[]> {
  const { db, organisation } = visit;
  const components = await listComponents(db, organisation.id, space.id);
  const shown = components.flatMap(({ id, kind, isHidden }) =>
    kind === 'mobilisations' && !isHidden ? id : [],
  );
  const petitions = await listPublicPetitions(db, organisation.id, shown, MOST_SHOWN);
  if (petitions.length === 0) return [];
  const today = dayInParis(await readNow(db));
  return [
    {
      title: m.petitions_list(),
      body: (
        <PetitionList
          petitions={petitions.map((one) => ({ ...one, state: stateOf(one, today) }))}
        />
      ),
    },
  ];
}
