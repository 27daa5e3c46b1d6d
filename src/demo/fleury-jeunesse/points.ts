import { addShift, addVotePoint, listVotePoints } from '../../rooms/polls/index.ts';
import type { Edition } from '../../rooms/spaces/index.ts';
import { inParis } from '../edition.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { expectOk } from '../story.ts';
import { setFrench } from '../typography.ts';

const LAVOIR = 'Maison des jeunes';

/** Days from today on which the desk can be tried from morning to night, the officer being on shift. */
const LONG_DAYS = [0, 1, 2];
const LONG_HOURS = ['08:00', '22:00'] as const;

/** Where young people find a tablet and somebody to explain; `days` from today on which each is open. */
const points = [
  {
    name: 'Collège Louise-Michel, hall',
    address: '8 rue des Écoles, 45400 Fleury-sur-Braye',
    access: 'Entrée de plain-pied. Tablettes sur place, réservé aux élèves.',
    place: { latitude: 47.934, longitude: 1.921 },
    days: [-4, -2, 1, 5, 8],
    hours: [['12:00', '13:30']],
  },
  {
    name: LAVOIR,
    address: '2 place du Lavoir, 45400 Fleury-sur-Braye',
    access: 'Rampe côté jardin, arrêt de bus « Lavoir ». Anglais et langue des signes le samedi.',
    place: { latitude: 47.9312, longitude: 1.9168 },
    days: [-5, -1, 6, 9, 13],
    hours: [
      ['10:00', '12:00'],
      ['14:00', '18:00'],
    ],
  },
] as const;

export async function openPoints(
  place: Place,
  officer: Member,
  edition: Edition,
  day: (days: number, time: string) => string,
): Promise<void> {
  place.travel(inParis(day(-13, '10:00')));
  for (const { days, hours, ...point } of points) {
    const slot = (days: number, [from, to]: readonly [string, string]) => ({
      id: null,
      opensAt: inParis(day(days, from)),
      closesAt: inParis(day(days, to)),
    });
    const slots = days.flatMap((days) => hours.map((hour) => slot(days, hour)));
    if (point.name === LAVOIR) slots.push(...LONG_DAYS.map((days) => slot(days, LONG_HOURS)));
    const access = setFrench(point.access);
    const written = { ...point, access, slots };
    expectOk(await addVotePoint(place.db, actOf(place, officer), edition.id, written), point.name);
  }
  await standWatch(place, officer, edition, inParis(day(0, '00:00')), inParis(day(3, '00:00')));
}

/** The officer is on shift at the youth club on the long days. */
async function standWatch(place: Place, officer: Member, edition: Edition, from: Date, to: Date) {
  const act = actOf(place, officer);
  const open = await listVotePoints(place.db, place.organisation.id, edition.id);
  const lavoir = open.find(({ name }) => name === LAVOIR)!;
  for (const slot of lavoir.slots)
    if (slot.opensAt >= from && slot.closesAt < to)
      expectOk(await addShift(place.db, act, lavoir, slot, officer.id), LAVOIR);
}
