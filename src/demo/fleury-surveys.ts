/** Two questionnaires of Fleury: the one of 2020, answered and published; the one of the districts, open as one looks. */
import { randomUUID } from 'node:crypto';
import { dayInParis, findEditionForOffice } from '../rooms/spaces/index.ts';
import {
  forgetWhoAnswered,
  type Given,
  insertSurvey,
  publishSurvey,
  recordAnswers,
  type Survey,
  saveDates,
} from '../rooms/surveys/index.ts';
import { type Chance, openChance } from './chance.ts';
import { inParis } from './edition.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectCount, expectOk } from './story.ts';
import { setFrench } from './typography.ts';

const DAY = 86_400_000;
const ANSWERED_2020 = 164;
const ANSWERED_DISTRICTS = 17;

/** What people wrote: of the others nobody wrote. */
const WRITTEN = [
  'Dire plus tôt pourquoi une idée est refusée : j’ai attendu trois mois.',
  'Un stand au marché un samedi sur deux, pas seulement le premier.',
  'Rien, c’était très bien.',
  'Mettre le coût de chaque projet en plus gros sur le bulletin.',
  'Que les travaux commencent la même année.',
  'Voter sur papier aussi au foyer des aînés.',
  'Une réunion dans chaque quartier, avec une garderie.',
  'Expliquer qui décide à la fin, la mairie ou le vote ?',
  'Plus d’argent pour les écoles.',
  'Un courriel quand le projet qu’on a soutenu avance.',
  'Les jeunes n’étaient pas nombreux : aller au lycée.',
  'Trop de questions à la fin du dépôt.',
];

/** For each question of the preset, how often each answer is given, of a hundred; what is left is nobody’s answer. */
const WEIGHTS: readonly (readonly number[])[] = [
  [38, 30, 22, 18, 34, 8, 12],
  [22, 40, 24, 86, 5],
  [4, 9, 20, 30, 17],
  [1, 3, 10, 34, 46],
  [40, 30, 14, 12],
  [5, 10, 26, 34, 18],
  [76, 20, 4],
  [],
  [3, 18, 24, 26, 20, 6],
  [28, 24, 26, 16],
];

/** By the same acts as anybody’s, without an account. */
async function answerSome(
  place: Place,
  chance: Chance,
  survey: Survey,
  people: number,
): Promise<void> {
  for (let person = 0; person < people; person++) {
    const given = survey.questions.flatMap(({ id, kind, required, choices }, at): Given[] => {
      const asked = { questionId: id, choices: [] as string[], text: '' };
      const weights = WEIGHTS[at] ?? choices.map(() => 20);
      if (kind === 'text') {
        const written = WRITTEN[person - 3];
        return written ? [{ ...asked, text: setFrench(written) }] : [];
      }
      const keys = weights.map((_, key) => String(key + 1));
      if (kind === 'several') {
        const ticked = keys.filter((_, key) => chance.between(1, 100) <= weights[key]!);
        return ticked.length > 0
          ? [{ ...asked, choices: ticked }]
          : required
            ? [{ ...asked, choices: ['4'] }]
            : [];
      }
      let point = chance.between(1, 100);
      const chosen = keys.find((_, key) => {
        point -= weights[key]!;
        return point <= 0;
      });
      if (chosen) return [{ ...asked, choices: [chosen] }];
      return required ? [{ ...asked, choices: ['1'] }] : [];
    });
    const marks = { form: `demo ${randomUUID()}`, person: null };
    const { id: organisationId } = place.organisation;
    expectOk(await recordAnswers(place.db, organisationId, survey, marks, given), 'an answer');
  }
}

async function ask(
  place: Place,
  officer: Member,
  slug: string,
  dates: { madeAt: Date; opensAt: Date; closesAt: Date },
): Promise<Survey> {
  const { db, organisation } = place;
  const edition = (await findEditionForOffice(db, organisation.id, slug))!;
  const act = actOf(place, officer);
  place.travel(dates.madeAt);
  const survey = await insertSurvey(db, act, edition);
  const { opensAt, closesAt } = dates;
  expectOk(await saveDates(db, act, survey.id, { opensAt, closesAt, invites: false }), slug);
  place.travel(new Date(opensAt.getTime() + 60_000));
  return { ...survey, opensAt, closesAt };
}

export async function liveSurveys(place: Place, officer: Member, now: Date): Promise<void> {
  const { db, organisation } = place;
  const first = await ask(place, officer, '2020', {
    madeAt: inParis('2021-09-06 10:30'),
    opensAt: inParis('2021-09-10 09:00'),
    closesAt: inParis('2021-10-03 18:00'),
  });
  await answerSome(place, openChance(164), first, ANSWERED_2020);
  place.travel(inParis('2021-10-08 11:00'));
  await forgetWhoAnswered(db, organisation.id, first.id);
  const published = await publishSurvey(db, actOf(place, officer), first.id);
  expectCount('questionnaires published', published ? 1 : 0, 1);

  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  const open = await ask(place, officer, 'quartiers-2023', {
    madeAt: new Date(minute - 9 * DAY),
    opensAt: new Date(minute - 6 * DAY),
    closesAt: inParis(`${dayInParis(new Date(minute + 21 * DAY))} 18:00`),
  });
  await answerSome(place, openChance(17), open, ANSWERED_DISTRICTS);
}
