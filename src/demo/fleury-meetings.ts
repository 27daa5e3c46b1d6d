/** Fleury's agenda: what is to come in its editions, one that is full, one cancelled, and two that were told of. */
import { listAttachableRealisations } from '../rooms/delivery/attachables.routes.ts';
import { readEmail } from '../rooms/identity/mailbox.ts';
import {
  addPresence,
  cancelMeeting,
  insertMeeting,
  type Meeting,
  publishMeeting,
  register,
  saveReport,
  settleMeetings,
  type WrittenMeeting,
} from '../rooms/meetings/index.ts';
import { listVotePoints } from '../rooms/polls/index.ts';
import { dayInParis, findEditionForOffice } from '../rooms/spaces/index.ts';
import { inParis } from './edition.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk } from './story.ts';
import type { TownHall } from './town-hall.ts';
import { setFrench } from './typography.ts';

const DAY = 86_400_000;
const ACCESS = 'Entrée de plain-pied, boucle magnétique, places de stationnement réservées.';

interface Told {
  townHall: TownHall;
  residents: readonly Member[];
  now: Date;
}

export async function liveAgenda(place: Place, { townHall, residents, now }: Told): Promise<void> {
  const { officer, decider, services, ambassador } = townHall;
  const act = actOf(place, officer);
  const agent = services.get('parks')!.referent;
  const edition = async (slug: string) =>
    (await findEditionForOffice(place.db, place.organisation.id, slug))!.id;
  const on = (days: number, from: string, to: string) => {
    const day = dayInParis(new Date(now.getTime() + days * DAY));
    return { startsAt: inParis(`${day} ${from}`), endsAt: inParis(`${day} ${to}`) };
  };
  const announce = async (written: Partial<WrittenMeeting> & Wanted): Promise<Meeting> => {
    const meeting = await insertMeeting(place.db, act, {
      kind: 'public-meeting',
      access: ACCESS,
      target: null,
      takesRegistrations: false,
      capacity: null,
      ...written,
      title: setFrench(written.title),
      description: setFrench(written.description),
    });
    await publishMeeting(place.db, act, meeting.id);
    return meeting;
  };

  place.travel(new Date(now.getTime() - 40 * DAY));
  const current = await edition('2026');
  const youth = await edition('jeunesse-2026');
  const first = await edition('2020');

  const forum = await announce({
    ...on(-21, '18:30', '20:30'),
    editionId: current,
    title: 'Réunion publique de lancement',
    description:
      'Comment déposer une idée, ce que la mairie étudie, ce que le vote décide. Questions libres, garderie sur place.',
    place: 'Salle du Conseil, hôtel de ville, 1 place de la Halle',
    point: { latitude: 47.9341, longitude: 1.9202 },
  });
  const [realisation] = await listAttachableRealisations(place.db, place.organisation.id, first);
  const inauguration = await announce({
    ...on(-12, '11:00', '12:30'),
    kind: 'inauguration',
    editionId: first,
    title: 'On coupe le ruban ensemble',
    description: 'L’équipe qui a porté le projet vous le fait visiter. Verre de l’amitié.',
    place: 'Parc du Moulin',
    point: { latitude: 47.9366, longitude: 1.9069 },
    target: realisation ? { kind: 'realisation', id: realisation.id } : null,
  });
  const workshop = await announce({
    ...on(4, '14:00', '16:30'),
    kind: 'workshop',
    editionId: current,
    title: 'Atelier d’idées aux Bruyères',
    description:
      'Une heure et demie pour passer d’une envie à une idée écrite, en petits groupes, puis un goûter. Venez comme vous êtes : rien à préparer.',
    place: 'Maison de quartier des Bruyères, 8 rue des Genêts',
    point: { latitude: 47.9238, longitude: 1.9297 },
    takesRegistrations: true,
    capacity: 5,
  });
  const [school] = await listVotePoints(place.db, place.organisation.id, youth);
  await announce({
    ...on(6, '12:00', '14:00'),
    kind: 'festival',
    editionId: youth,
    title: 'Festival citoyen de la jeunesse',
    description: 'Musique, débats, et un stand pour voter sur place avec son carnet de liaison.',
    place: school?.address ?? 'Parvis du lycée',
    point: school?.place ?? null,
    target: school ? { kind: 'vote-point', id: school.id } : null,
  });
  const visit = await announce({
    ...on(9, '10:00', '12:00'),
    kind: 'visit',
    editionId: null,
    title: 'Découvrir ce que vos votes ont fait',
    description:
      'À pied, quatre réalisations des éditions passées, avec celles et ceux qui en ont eu l’idée.',
    place: 'Départ devant la médiathèque',
    point: { latitude: 47.9418, longitude: 1.9231 },
    takesRegistrations: true,
    capacity: 25,
  });
  const stand = await announce({
    ...on(11, '09:00', '12:30'),
    kind: 'booth',
    editionId: current,
    title: 'Stand au marché du Moulin',
    description: 'Passez poser une question ou déposer une idée sur papier.',
    place: 'Place du Moulin, côté fontaine',
    point: { latitude: 47.9382, longitude: 1.9052 },
  });
  await insertMeeting(place.db, act, {
    ...on(30, '18:30', '20:00'),
    kind: 'public-meeting',
    editionId: current,
    title: setFrench('Réunion de présentation des projets'),
    description: '',
    place: 'Salle du Conseil',
    access: ACCESS,
    point: null,
    target: null,
    takesRegistrations: false,
    capacity: null,
  });

  for (const [meeting, people] of [
    [forum, [decider, officer]],
    [inauguration, [decider]],
    [workshop, [ambassador, agent]],
    [visit, [decider, agent]],
    [stand, [ambassador]],
  ] as const)
    for (const { id } of people) await addPresence(place.db, act, meeting, id);
  for (const [at, person] of residents.slice(0, 6).entries()) {
    const read = readEmail(person.email);
    if (typeof read === 'string') throw new Error(read);
    const comer = { ...read, personId: person.id, name: person.name, locale: 'fr' } as const;
    const profile = at === 2 ? 'agent' : 'resident';
    expectOk(
      await register(place.db, place.organisation.id, workshop.id, { ...comer, profile }),
      workshop.title,
    );
  }

  place.travel(new Date(now.getTime() - 2 * DAY));
  await saveReport(
    place.db,
    act,
    forum,
    {
      present: { resident: 46, elected: 3, agent: 5, provider: 1 },
      words: setFrench(
        'Vingt questions, surtout sur le calendrier et sur le sort des idées refusées : chacune recevra une réponse motivée.\n\nDeux demandes retenues : un atelier aux Bruyères un samedi, et une fiche de dépôt en gros caractères.',
      ),
    },
    0,
  );
  await saveReport(
    place.db,
    act,
    inauguration,
    {
      present: { resident: 72, elected: 4, agent: 6, provider: 2 },
      words: setFrench(
        'Un soleil d’automne, les discours courts, et la porteuse du projet aux ciseaux.',
      ),
    },
    0,
  );
  await cancelMeeting(
    place.db,
    act,
    stand.id,
    setFrench(
      'Le marché est déplacé ce samedi-là. Retrouvez-nous la semaine suivante, au même endroit.',
    ),
  );
  await settleMeetings(place.db, place.organisation.id);
  place.travel(now);
}

type Wanted = Pick<
  WrittenMeeting,
  'title' | 'description' | 'startsAt' | 'endsAt' | 'place' | 'point' | 'editionId'
>;
