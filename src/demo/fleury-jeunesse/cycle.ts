import { USUAL_MENTIONS } from '../../rooms/polls/index.ts';
import { addDays, type EditionSettings } from '../../rooms/spaces/index.ts';
import { openCampaign, tellVote } from '../ballots.ts';
import { openChance } from '../chance.ts';
import { writeCollection } from '../collection.ts';
import { inParis, makeEdition } from '../edition.ts';
import { districts } from '../fleury-districts.ts';
import { youngFirstNames } from '../names.ts';
import { expectNewcomer, writeArrivals } from '../newcomer.ts';
import { drawDay, type Town } from '../people.ts';
import type { Member, Place } from '../place.ts';
import { tellStory } from '../story.ts';
import { setFrench } from '../typography.ts';
import { authors, ideas as shelf } from './ideas.ts';
import { openPoints } from './points.ts';
import { projects } from './projects.ts';
import { announceClass, importYouth } from './register.ts';

const settings: Partial<EditionSettings> = {
  slug: 'jeunesse-2026',
  title: 'Budget jeunesse 2026',
  summary:
    '30 000 € décidés par les jeunes de Fleury-sur-Braye, dès 11 ans. Quatorze projets imaginés par vous : donnez une mention à chacun.',
  envelope: 30_000_00,
  categories: Object.keys(shelf),
  districts: Object.values(districts),
  minimumAgePropose: 11,
  minimumAgeVote: 11,
  maximumIdeas: 3,
  ideaLength: 800,
  maximumChoices: 14,
  councilDecision: 'Délibération n° 31 du conseil municipal',
  responsibleOfficial: 'Karim Lassalle, adjoint à la jeunesse',
};

/** How many young people vote in the first days. */
const VOTERS = 120;

/** An edition of those from 11 to 17, in the vote now: begun six days before `today`, fifteen days left. */
export async function liveYouthVote(
  place: Place,
  town: Town,
  { officer, resident }: { officer: Member; resident: Member },
  { today, now }: { today: string; now: Date },
): Promise<void> {
  const chance = openChance(1117);
  const day = (days: number, time: string) => `${addDays(today, days)} ${time}`;
  const edition = await makeEdition(place, officer, {
    settings: { ...settings, councilDecisionOn: addDays(today, -120) },
    calendar: {
      collection: [day(-80, '09:00'), day(-45, '18:00')],
      study: [day(-45, '18:00'), day(-14, '18:00')],
      campaign: [day(-14, '18:00'), day(-6, '09:00')],
      vote: [day(-6, '09:00'), day(15, '18:00')],
      delivery: [day(17, '09:00'), null],
    },
    madeAt: inParis(day(-95, '11:00')),
    openedAt: inParis(day(-88, '17:00')),
  });
  const begins = inParis(day(-80, '09:00'));
  const ends = inParis(day(-45, '18:00'));
  // 11 on the first day of the collection, 17 today
  const born = { from: addDays(today, -6_530), to: addDays(today, -4_200) };
  const pupils = authors.map(([nickname, name]) => {
    const known = { nickname, name, birthDate: drawDay(chance, born.from, born.to) };
    return expectNewcomer(town.introduce(known), chance.moment(begins, ends));
  });
  while (pupils.length < VOTERS + 4) {
    const character = town.invent(youngFirstNames, born);
    pupils.push(expectNewcomer(character, chance.moment(begins, ends)));
  }
  let ideas: ReturnType<typeof writeCollection> = new Map();
  await tellStory(place, (story) => {
    writeArrivals(story, place, pupils);
    ideas = writeCollection(story, place, chance, {
      edition,
      shelf,
      from: begins,
      to: ends,
      people: pupils,
      mostSupports: 16,
    });
  });
  const poll = await openCampaign(place, chance, {
    edition,
    projects,
    ideas,
    officer,
    // who trains there on Fridays: a grown-up beside the pupil whose idea it was
    alsoHeldBy: { 'Un terrain de foot à cinq derrière le collège': resident },
    refusals: {
      'Fonctionnement, et non investissement': {
        'Un créneau de nage libre pour les ados':
          'Un créneau demande une équipe chaque vendredi : ce n’est pas un équipement. La piscine va quand même l’essayer pendant les vacances.',
        'Aider les personnes âgées avec leur téléphone':
          'Il faut surtout des jeunes et du temps : le foyer vous attend, sans passer par un vote.',
      },
      'Déjà prévu ou déjà fait': {
        'Des poubelles qui donnent envie':
          'Trois sont commandées pour le parc et le collège, avec le panier et le bruit.',
      },
    },
    writtenAt: inParis(day(-20, '08:30')),
    frozenAt: inParis(day(-14, '15:00')),
    terms: {
      kind: 'judgment',
      rule: 'majority-judgment',
      settings: {
        mentions: USUAL_MENTIONS.map(setFrench),
        // with a mailbox, a telephone or a code by letter, no account needed; or on paper, at a point of vote
        admission: {
          required: ['declaration'],
          oneOf: ['email', 'sms', 'code'],
          withoutAccount: true,
        },
        paper: 'paper-wins',
      },
    },
  });
  await openPoints(place, officer, edition, day);
  await importYouth(place, officer, edition, { born, at: day(-10, '09:20') });
  await announceClass(place, officer, edition, day(-7, '16:40'));
  await tellVote(place, chance, {
    poll,
    projects,
    voters: pupils.slice(0, VOTERS),
    from: inParis(day(-6, '09:00')),
    to: now,
  });
}
