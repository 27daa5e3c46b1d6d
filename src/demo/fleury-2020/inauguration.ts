/** The day the tent was inaugurated, and what its holder says of it later (R63, R85). */
import { openStorage } from '../../platform/files/index.ts';
import {
  addInaugurationPhoto,
  chooseInauguration,
  findTestimony,
  settleTestimony,
  writeTestimony,
} from '../../rooms/delivery/index.ts';
import { insertMeeting, publishMeeting } from '../../rooms/meetings/index.ts';
import { inParis } from '../edition.ts';
import { takePicture } from '../pictures/index.ts';
import { actOf, type Place } from '../place.ts';
import { expectOk } from '../story.ts';
import { setFrench } from '../typography.ts';
import { type Followers, findWinner, TENT } from './people.ts';

const PHOTOS = [
  { scene: 'ribbon', alt: 'Trois personnes coupent un ruban rouge devant la tente' },
  { scene: 'crates', alt: 'Trois cageots de légumes : choux, tomates et citrons' },
  { scene: 'tent', alt: 'La tente rouge et blanche, une heure avant l’ouverture' },
] as const;

export async function inaugurateTent(
  place: Place,
  { edition, townHall }: Followers,
): Promise<void> {
  const { db, organisation, folders } = place;
  const storage = openStorage(folders);
  const act = actOf(place, townHall.officer);
  const { named, holders } = await findWinner(place, edition, TENT);
  place.travel(inParis('2022-08-25 10:00'));
  const meeting = await insertMeeting(db, act, {
    editionId: edition.id,
    kind: 'inauguration',
    title: setFrench('La tente fête sa première année'),
    description: setFrench(
      'On coupe le ruban, un an et dix tonnes plus tard, avec les commerçants et les bénévoles. Apportez un cabas.',
    ),
    startsAt: inParis('2022-09-10 12:30'),
    endsAt: inParis('2022-09-10 14:00'),
    place: 'Place de la Halle, côté fontaine',
    access: '',
    point: { latitude: 47.9341, longitude: 1.9202 },
    target: { kind: 'realisation', id: named.realisationId },
    takesRegistrations: false,
    capacity: null,
  });
  await publishMeeting(db, act, meeting.id);
  expectOk(await chooseInauguration(db, act, named, meeting), TENT);
  place.travel(inParis('2022-09-11 18:00'));
  for (const { scene, alt } of PHOTOS) {
    const upload = await takePicture(scene);
    const words = setFrench(alt);
    const id = named.realisationId;
    expectOk(await addInaugurationPhoto(db, storage, act, id, upload, words), scene);
  }

  place.travel(inParis('2023-04-02 20:15'));
  const [holder] = holders;
  if (!holder) throw new Error('Nobody holds the idea of the tent.');
  const upload = await takePicture('crates');
  const told = {
    body: setFrench(
      'J’en avais assez de voir les cageots partir à la benne à 13 heures. J’ai déposé l’idée un soir de novembre, sans y croire.\n\nNous sommes aujourd’hui trente bénévoles. Ce que je préfère : c’est que personne ne demande rien à personne : on prend, on donne, on discute des recettes.',
    ),
    alt: 'Des cageots pleins, un samedi à 13 heures',
  };
  const kept = { storage, upload, dropped: false };
  const written = await writeTestimony(db, organisation.id, named, holder, told, kept, 0);
  if (!written.ok) throw new Error('The testimony is not written.');
  const by = { realisationId: named.realisationId, personId: holder };
  const testimony = await findTestimony(db, organisation.id, by);
  const read = { reason: '', version: testimony!.version };
  await settleTestimony(db, act, named, testimony!.id, read);
}
