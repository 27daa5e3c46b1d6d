/** Who followed the anti-waste tent and the garden of the pool: teams, offers of help, committees (R60, R82, R85). */
import {
  answerOffer,
  findOfferOf,
  listRealisations,
  nameTeam,
  offerHelp,
  settleVolunteer,
  volunteer,
} from '../../rooms/delivery/index.ts';
import { listHolders } from '../../rooms/ideas/index.ts';
import { findProject, listBallotProjects } from '../../rooms/projects/index.ts';
import type { Edition } from '../../rooms/spaces/index.ts';
import { inParis } from '../edition.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { expectOk } from '../story.ts';
import type { ServiceKey, TownHall } from '../town-hall.ts';
import { setFrench } from '../typography.ts';

export interface Followers {
  edition: Edition;
  townHall: TownHall;
  resident: Member;
  others: readonly Member[];
}

export const TENT = 'Une tente anti-gaspi sur le marché';
const POOL = 'Aménagement extérieur de la piscine des Jacobins';

interface Offered {
  by: Member;
  helps: ('time' | 'tools' | 'knowledge' | 'other')[];
  body: string;
  /** '': nobody answered yet. */
  answer: string;
}

interface Gathered {
  service: ServiceKey;
  offers: readonly Offered[];
  members: readonly Member[];
  /** Who asked to be of the committee and waits. */
  waiting: readonly Member[];
}

export async function findWinner(place: Place, edition: Edition, title: string) {
  const { db, organisation } = place;
  const projects = await listBallotProjects(db, organisation.id, edition.id);
  const listed = projects.find((one) => one.title === setFrench(title));
  const project = listed ? await findProject(db, organisation.id, listed.id) : null;
  const realisations = await listRealisations(db, organisation.id, edition.id);
  const realisation = realisations.find(({ projectId }) => projectId === project?.id);
  if (!project?.number || !realisation) throw new Error(`« ${title} » is followed by nobody.`);
  const holders = await listHolders(db, organisation.id, project.ideaIds);
  const named = { realisationId: realisation.id, number: project.number, title: project.title };
  return { named, holders: holders.flatMap(({ personId }) => personId ?? []) };
}

/** In the first days, before any step is told: what is delivered takes no more help. */
export async function gatherPeople(place: Place, followers: Followers): Promise<void> {
  const { resident } = followers;
  const [a, b, c, d, e] = followers.others.slice(20) as [Member, Member, Member, Member, Member];
  place.travel(inParis('2021-07-01 09:40'));
  await gather(place, followers, TENT, {
    service: 'roads',
    offers: [
      {
        by: a,
        helps: ['time'],
        body: 'Je suis libre le samedi matin et j’habite à deux rues du marché.',
        answer:
          'Merci ! Rendez-vous samedi 24 juillet à 12 h 30 devant la fontaine : vous serez trois à l’accueil.',
      },
      {
        by: b,
        helps: ['tools', 'knowledge'],
        body: 'Ancien maraîcher, je peux prêter une balance et apprendre le tri aux bénévoles.',
        answer: 'Avec joie : l’association vous appelle pour préparer la formation de fin août.',
      },
    ],
    members: [resident, c, d],
    waiting: [],
  });
  await gather(place, followers, POOL, {
    service: 'sports',
    offers: [
      {
        by: resident,
        helps: ['knowledge'],
        body: 'Paysagiste, je peux relire le plan de plantation : l’ombre manquera à l’ouest.',
        answer: '',
      },
    ],
    members: [a],
    waiting: [e],
  });
}

async function gather(
  place: Place,
  { edition, townHall }: Followers,
  title: string,
  { service, offers, members, waiting }: Gathered,
): Promise<void> {
  const { db, organisation } = place;
  const { named, holders } = await findWinner(place, edition, title);
  const technician = townHall.services.get(service)?.referent;
  if (!technician) throw new Error(`No service ${service}.`);
  const officer = actOf(place, townHall.officer);
  const team = [
    ...holders.map((personId) => ({ part: 'holder' as const, personId })),
    { part: 'officer' as const, personId: townHall.officer.id },
    { part: 'technician' as const, personId: technician.id },
  ];
  expectOk(await nameTeam(db, officer, named, team), title);
  const act = actOf(place, technician);
  for (const { by, helps, body, answer } of offers) {
    const offer = { helps, body: setFrench(body) };
    const kept = await offerHelp(db, organisation.id, named.realisationId, by.id, offer);
    if (kept !== 'kept') throw new Error(`An offer for « ${title} »: ${kept}.`);
    if (answer === '') continue;
    const own = await findOfferOf(db, organisation.id, named.realisationId, by.id);
    const answered = await answerOffer(db, act, named, own!.id, setFrench(answer));
    if (!answered.ok) throw new Error(`An offer for « ${title} » is not answered.`);
  }
  for (const { id } of [...members, ...waiting])
    await volunteer(db, organisation.id, named.realisationId, id);
  for (const { id } of members) await settleVolunteer(db, officer, named, id, 'accept');
}
