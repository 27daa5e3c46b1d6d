import { openStorage } from '../../platform/files/index.ts';
import { importWhole } from '../../rooms/electorate/index.ts';
import { addClass } from '../../rooms/polls/index.ts';
import type { Edition } from '../../rooms/spaces/index.ts';
import { openChance } from '../chance.ts';
import { inParis } from '../edition.ts';
import { surnames, youngFirstNames } from '../names.ts';
import { drawDay } from '../people.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { expectCount, expectOk } from '../story.ts';

/** How many young people the register of the demo holds. */
const ENTRIES = 40;

const HEADINGS = 'Nom de naissance;Prénoms;Date de naissance;Adresse;Code postal;Commune';

const streets = [
  'rue des Tanneries',
  'place du Lavoir',
  'allée des Bouleaux',
  'rue du Vieux-Pont',
  'chemin de la Chênaie',
  'rue de la Croix-Blanche',
];

/** Twins, and two people of one name: what a desk must tell apart. */
const known = [
  ['Hamel', 'Jeanne', '2011-03-02'],
  ['Hamel', 'Jules', '2011-03-02'],
  ['Lebreton', 'Louise Marie', '2010-06-17'],
  ['Lebreton', 'Louise', '2013-11-05'],
  ['Le Goff', 'Yanis', '2012-02-29'],
  ['Haddad-Perrault', 'Maïa', '2009-12-31'],
] as const;

/** The file that the town's schools have sent, invented: forty young people who may vote at a desk. */
export async function importYouth(
  place: Place,
  officer: Member,
  edition: Edition,
  { born, at }: { born: { from: string; to: string }; at: string },
): Promise<void> {
  const chance = openChance(4_040);
  const address = () => `${chance.between(1, 60)} ${chance.pick(streets)}`;
  const rows = known.map((one) => [...one, address()]);
  const names = new Set(known.map(([last, first]) => `${last} ${first}`));
  while (rows.length < ENTRIES) {
    const last = chance.pick(surnames);
    const first = chance.pick(youngFirstNames);
    if (names.has(`${last} ${first}`)) continue;
    names.add(`${last} ${first}`);
    rows.push([last, first, drawDay(chance, born.from, born.to), address()]);
  }
  const lines = rows.map((row) => `${row.join(';')};45400;Fleury-sur-Braye`);
  const bytes = Buffer.from(`${[HEADINGS, ...lines].join('\r\n')}\r\n`);
  place.travel(inParis(at));
  const imported = await importWhole(
    place.db,
    openStorage(place.folders),
    actOf(place, officer),
    edition.id,
    { name: 'jeunes-de-fleury.csv', bytes: inOnePiece(bytes) },
  );
  expectCount('people in the register', expectOk(imported, 'register').run.added, ENTRIES);
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A class that votes on one tablet. Its tutor's link is told by « Faire un nouveau lien » on the page of the classes. */
export async function announceClass(
  place: Place,
  officer: Member,
  edition: Edition,
  at: string,
): Promise<void> {
  place.travel(inParis(at));
  const added = { name: '5e B, collège Louise-Michel', places: 26 };
  expectOk(await addClass(place.db, actOf(place, officer), edition.id, added), added.name);
}
