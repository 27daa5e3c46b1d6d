import type { Visit } from '../../../platform/http/visit.ts';
import { listMeetingsAbout, type Meeting } from '../../meetings/index.ts';
import type { ShownInauguration } from '../inauguration/inauguration.page.tsx';
import { findInauguration } from '../inauguration/inauguration.store.ts';
import { currentStage, REALISATION, type Realisation } from '../realisation.ts';
import { listVolunteers } from './committee.store.ts';
import { takesHelp, takesVolunteers } from './help.ts';
import { findTeamAtWork, isHolder, isOfOffice, nameTeamInPublic } from './load-people.routes.ts';
import type { ShownPeople } from './public-people.page.tsx';
import { listTestimonies } from './testimony.store.ts';

/** What the public page of a realisation says of its people and its meetings, to this reader. */
export async function readPublicPeople(
  visit: Visit,
  realisation: Realisation,
  ideaIds: readonly string[],
): Promise<{ people: ShownPeople; meetings: Meeting[]; inauguration: ShownInauguration }> {
  const { db, organisation, visitor } = visit;
  const { id } = realisation;
  const [team, committee, testimonies, about, { meetingId, photos }, mayTestify] =
    await Promise.all([
      findTeamAtWork(db, organisation.id, realisation),
      listVolunteers(db, organisation.id, id),
      listTestimonies(db, organisation.id, { realisationId: id }),
      listMeetingsAbout(db, organisation.id, REALISATION, [id]),
      findInauguration(db, organisation.id, id),
      isHolder(visit, { ideaIds }, visitor?.id ?? null),
    ]);
  const standing = { stage: currentStage(realisation), halted: realisation.halt?.kind ?? null };
  const members = committee.filter(({ acceptedAt }) => acceptedAt !== null);
  const isInside =
    visitor !== null &&
    (isOfOffice(visitor, realisation) ||
      [...team, ...members].some(({ personId }) => personId === visitor.id));
  // a cancelled one is told among the meetings, as what it is
  const meeting = about.find((one) => one.id === meetingId && one.cancelledAt === null) ?? null;
  return {
    people: {
      team: await nameTeamInPublic(visit, realisation, team),
      testimonies,
      members: members.length,
      takesHelp: takesHelp(standing),
      takesVolunteers: takesVolunteers(standing),
      mayTestify,
      isInside,
    },
    meetings: about.filter((one) => one !== meeting),
    inauguration: { meeting, photos },
  };
}
