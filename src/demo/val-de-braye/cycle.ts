import { usualSettings } from '../../rooms/polls/index.ts';
import { addDays, type EditionSettings } from '../../rooms/spaces/index.ts';
import { openCampaign, tellVote } from '../ballots.ts';
import { openChance } from '../chance.ts';
import { valDeBrayeCharter } from '../charters.ts';
import { writeCollection } from '../collection.ts';
import { inParis, makeEdition } from '../edition.ts';
import { firstNames } from '../names.ts';
import { alreadyThere, expectNewcomer, writeArrivals } from '../newcomer.ts';
import type { Journey } from '../one-transaction.ts';
import { drawDay, openTown } from '../people.ts';
import { enrol, type Folders, foundPlace } from '../place.ts';
import { tellStory } from '../story.ts';
import { authors, categories, projects, ideas as shelf } from './texts.ts';

const settings: Partial<EditionSettings> = {
  slug: '2026',
  title: 'La cagnotte des villages 2026',
  summary:
    'Huit mille euros de cotisations et de fêtes, et cinq projets : les adhérentes et adhérents composent la dépense.',
  envelope: 8_000_00,
  categories,
  residenceRequired: false,
  maximumIdeas: 3,
  ideaLength: 1000,
  maximumChoices: 5,
  councilDecision: 'Décision de l’assemblée générale',
  responsibleOfficial: 'Nadège Turmeau, présidente',
};

/** What a ballot chooses must fit in the purse, and use half of it at least. */
const wholePurse = {
  ...usualSettings({ amount: settings.envelope!, minimumChoices: 1, maximumChoices: 5 })
    .envelopes[0]!,
  limits: { maxSumCost: settings.envelope!, minSumCost: settings.envelope! / 2 },
};

const VOTERS = 41;

/** Another organisation on another host: its people, ideas and votes never meet those of the town. */
export async function liveValleyVote(
  journey: Journey,
  folders: Folders,
  resident: { host: string; email: string; password: string },
  { today, now }: { today: string; now: Date },
): Promise<void> {
  const chance = openChance(6);
  const day = (days: number, time: string) => `${addDays(today, days)} ${time}`;
  const founded = inParis(day(-400, '20:00'));
  const place = await foundPlace(
    journey,
    folders,
    {
      slug: 'val-de-braye',
      name: 'Val-de-Braye',
      host: resident.host,
      kind: 'association',
      colour: '#7A2E5D',
      contactEmail: 'bonjour@val-de-braye.example',
      tagline: 'Six villages, une vallée, une cagnotte',
      charter: valDeBrayeCharter,
      residence: 'Vallée de la Braye',
    },
    founded,
  );
  const valley = openTown(chance, 'val-de-braye.example');
  const adult = { from: '1940-01-01', to: '2006-01-01' };
  const keeper = await enrol(
    place,
    valley.introduce({
      nickname: 'Nadège · présidente',
      name: 'Nadège Turmeau',
      birthDate: '1971-03-08',
    }),
    { roles: ['administrator'] },
  );
  const [[selfNickname, selfName], ...others] = authors as [
    (typeof authors)[number],
    ...typeof authors,
  ];
  const self = await enrol(
    place,
    valley.introduce(
      { nickname: selfNickname, name: selfName, birthDate: '1988-06-21' },
      resident.email,
    ),
    { password: resident.password },
  );
  const edition = await makeEdition(place, keeper, {
    settings: { ...settings, councilDecisionOn: addDays(today, -110) },
    calendar: {
      collection: [day(-60, '09:00'), day(-25, '18:00')],
      study: [day(-25, '18:00'), day(-12, '18:00')],
      campaign: [day(-12, '18:00'), day(-4, '09:00')],
      vote: [day(-4, '09:00'), day(24, '18:00')],
      delivery: [day(26, '09:00'), null],
    },
    madeAt: inParis(day(-90, '18:30')),
    openedAt: inParis(day(-70, '18:30')),
  });
  const begins = inParis(day(-60, '09:00'));
  const ends = inParis(day(-25, '18:00'));
  const neighbours = others.map(([nickname, name]) => {
    const known = { nickname, name, birthDate: drawDay(chance, adult.from, adult.to) };
    return expectNewcomer(valley.introduce(known), chance.moment(begins, ends));
  });
  while (neighbours.length < VOTERS)
    neighbours.push(expectNewcomer(valley.invent(firstNames, adult), chance.moment(begins, ends)));
  let ideas: ReturnType<typeof writeCollection> = new Map();
  await tellStory(place, (story) => {
    writeArrivals(story, place, neighbours);
    ideas = writeCollection(story, place, chance, {
      edition,
      shelf,
      from: begins,
      to: ends,
      people: [alreadyThere(self, begins), ...neighbours],
      mostSupports: 12,
    });
  });
  const poll = await openCampaign(place, chance, {
    edition,
    projects,
    ideas,
    officer: keeper,
    refusals: {
      'Hors compétence de la commune': {
        'Une cabine téléphonique pleine de graines':
          'La cabine appartient encore à l’opérateur, qui ne veut ni la donner ni la prêter.',
      },
      'Déjà prévu ou déjà fait': {
        'Une table d’orientation à la butte':
          'Le parc naturel la pose au printemps ; il cherche quelqu’un qui sache nommer les clochers.',
      },
      'Coût au-dessus du plafond': {
        'Une voiture partagée par village':
          'Six voitures coûteraient plus de quatre fois la cagnotte, assurance comprise.',
      },
    },
    writtenAt: inParis(day(-20, '20:30')),
    frozenAt: inParis(day(-12, '17:00')),
    terms: { settings: { envelopes: [wholePurse] }, rule: 'mes-cost-add1u' },
  });
  await tellVote(place, chance, {
    poll,
    projects,
    voters: neighbours,
    from: inParis(day(-4, '09:00')),
    to: now,
  });
}
