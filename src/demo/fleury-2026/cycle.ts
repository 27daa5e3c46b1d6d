import { addDays, type EditionSettings } from '../../rooms/spaces/index.ts';
import { openChance } from '../chance.ts';
import { writeCollection } from '../collection.ts';
import type { IdeaShelf } from '../content.ts';
import { inParis, makeEdition } from '../edition.ts';
import { districts } from '../fleury-districts.ts';
import { keepFleuryOutlines } from '../fleury-outline.ts';
import { expectNewcomer, type Newcomer, writeArrivals } from '../newcomer.ts';
import type { Town } from '../people.ts';
import type { Place } from '../place.ts';
import { declareServices } from '../routing.ts';
import { tellStory } from '../story.ts';
import type { ServiceKey, TownHall } from '../town-hall.ts';
import { ecologie, securite, solidarite } from './ideas-life.ts';
import { culture, loisirs, sport } from './ideas-places.ts';
import { places } from './places.ts';

const shelf: IdeaShelf = {
  Sport: sport,
  Culture: culture,
  Loisirs: loisirs,
  Écologie: ecologie,
  'Stationnement et sécurité': securite,
  Solidarité: solidarite,
};

const routing: Readonly<Record<string, ServiceKey>> = {
  Sport: 'sports',
  Culture: 'culture',
  Loisirs: 'parks',
  Écologie: 'parks',
  'Stationnement et sécurité': 'roads',
  Solidarité: 'buildings',
};

const settings: Partial<EditionSettings> = {
  slug: '2026',
  title: 'Budget participatif 2026-2027',
  summary:
    '120 000 € pour améliorer la vie à Fleury-sur-Braye. Déposez vos idées, soutenez celles de vos voisines et voisins : elles seront étudiées cet hiver et mises au vote.',
  envelope: 120_000_00,
  envelopes: [
    {
      id: null,
      name: '',
      kind: 'town',
      target: '',
      amount: 120_000_00,
      projectCap: 40_000_00,
      projectFloor: null,
    },
  ],
  categories: Object.keys(shelf),
  districts: Object.values(districts),
  maximumIdeas: 5,
  maximumChoices: 3,
  rulesText:
    'Les projets sont nouveaux, d’intérêt collectif, situés dans les espaces publics ou accessibles au public de la commune, et relèvent de la compétence de la ville.',
  councilDecision: 'Délibération n° 54 du conseil municipal',
  responsibleOfficial: 'Hélène Morvan, adjointe à la démocratie locale',
  ideaHelp: {
    title: 'En une phrase, comme vous la diriez à votre voisine.',
    body: 'À qui cela servira, où, et ce qui manque aujourd’hui. Inutile de chiffrer : les services le feront.',
    category: '',
    files: 'Une photo du lieu aide beaucoup.',
  },
};

/** An edition whose ideas are being collected now: begun three weeks before `today`, five weeks left. */
export async function liveCurrentCollection(
  place: Place,
  town: Town,
  { townHall, residents }: { townHall: TownHall; residents: readonly Newcomer[] },
  { today, now }: { today: string; now: Date },
): Promise<void> {
  const { officer } = townHall;
  const chance = openChance(2026);
  const day = (days: number, time: string) => `${addDays(today, days)} ${time}`;
  const begins = inParis(day(-21, '09:00'));
  await keepFleuryOutlines(place, officer, inParis(day(-41, '15:00')));
  const edition = await makeEdition(place, officer, {
    settings: { ...settings, councilDecisionOn: addDays(today, -60) },
    calendar: {
      collection: [day(-21, '09:00'), day(35, '18:00')],
      study: [day(35, '18:00'), day(105, '18:00')],
      campaign: [day(105, '18:00'), day(119, '09:00')],
      vote: [day(119, '09:00'), day(149, '18:00')],
      delivery: [day(151, '09:00'), null],
    },
    madeAt: inParis(day(-40, '10:30')),
    openedAt: inParis(day(-28, '17:00')),
  });
  place.travel(inParis(day(-26, '09:30')));
  await declareServices({ place, edition, townHall }, routing, { automatic: false });
  const newcomers = [
    { name: 'Milan Petrovec', nickname: 'Milan', birthDate: addDays(today, -6_300) },
    { name: 'Jade Oliveiro', nickname: 'Jade', birthDate: addDays(today, -6_900) },
  ].map((known) => expectNewcomer(town.introduce(known), begins));
  const people = [...residents, ...newcomers];
  await tellStory(place, (story) => {
    writeArrivals(story, place, newcomers);
    writeCollection(story, place, chance, {
      edition,
      shelf,
      from: begins,
      to: now,
      people,
      mostSupports: 28,
      places,
    });
  });
}
