import { publishReport, savePopulation, saveReport } from '../../rooms/evaluation/index.ts';
import type { Edition } from '../../rooms/spaces/index.ts';
import { inParis } from '../edition.ts';
import { districts } from '../fleury-districts.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { expectOk } from '../story.ts';
import { setFrench } from '../typography.ts';

/** Who lives in an invented town of 21,000. */
const population = {
  inhabitants: 21_000,
  source: 'Recensement de la population (chiffres de démonstration)',
  year: 2020,
  ages: { '0-17': 4410, '18-25': 2520, '26-39': 3360, '40-59': 5460, '60-74': 3360, '75': 1890 },
  districts: {
    [districts.centre]: 6200,
    [districts.moulin]: 4900,
    [districts.gare]: 5400,
    [districts.chenaie]: 4500,
  },
};

const said = {
  introduction: `600 personnes ont voté, 93 idées ont été déposées, 11 projets ont été retenus. C’était la première fois : nous avons appris en marchant.

## Ce qui a marché

- Les soutiens, dès la première semaine : ils ont fait connaître les idées bien avant le vote.
- Les réponses écrites aux idées non retenues : chacune dit pourquoi.

## Ce qui a manqué

- Du temps pour les services : six semaines d’étude, c’était court.
- Des points de vote dans les quartiers : tout s’est joué en ligne.`,
  inclusion:
    'Les moins de 25 ans manquent : ils sont un tiers de la ville, et presque absents ici. La prochaine édition ira vers eux, avec un budget à eux, des points de vote au lycée et des bulletins sur papier.',
  ecology:
    'Quatre projets lauréats sur onze plantent, réparent ou évitent de jeter. Leur effet sera mesuré deux ans après leur livraison.',
  outlook:
    'L’édition suivante donne une part égale à chaque quartier, et les projets lauréats sont suivis jusqu’à leur inauguration, à la vue de tous.',
};

/** The population is entered once; the first cycle is looked back at, in public. */
export async function tellReport(place: Place, edition: Edition, officer: Member): Promise<void> {
  const { db } = place;
  const act = actOf(place, officer);
  place.travel(inParis('2023-01-16 10:05'));
  expectOk(await savePopulation(db, act, population, 0), 'population');
  const texts = Object.fromEntries(
    Object.entries(said).map(([name, text]) => [name, setFrench(text)]),
  ) as typeof said;
  const report = { ...texts, runningCost: 14_800_00 };
  expectOk(await saveReport(db, act, edition.id, report, 0), 'report');
  await publishReport(db, act, edition, true);
}
