/**
 * The demo that fills an empty installation: three organisations of invented people, made through the same
 * doors as real use while database time is moved along, so that every date, age and limit applies.
 */
import { sql } from 'kysely';
import { readNow } from '../platform/database/database.ts';
import { listOrganisations } from '../rooms/organisations/index.ts';
import { writeCounts } from '../rooms/polls/index.ts';
import { dayInParis } from '../rooms/spaces/index.ts';
import { type DemoAccounts, demoAccounts, demoLogins } from './accounts.ts';
import { openChance } from './chance.ts';
import { fleuryCharter } from './charters.ts';
import { inParis } from './edition.ts';
import { liveMovement } from './elan-commun/cycle.ts';
import { liveFirstEdition } from './fleury-2020/cycle.ts';
import { liveCurrentCollection } from './fleury-2026/cycle.ts';
import { liveStudy } from './fleury-cadre/cycle.ts';
import { liveForum } from './fleury-commun/cycle.ts';
import { liveStaffArea } from './fleury-guides.ts';
import { liveYouthVote } from './fleury-jeunesse/cycle.ts';
import { liveAgenda } from './fleury-meetings.ts';
import { liveMessages } from './fleury-messages.ts';
import { liveNews } from './fleury-news.ts';
import { liveDistrictEdition } from './fleury-quartiers/cycle.ts';
import { liveReadings } from './fleury-readings.ts';
import { liveSurveys } from './fleury-surveys.ts';
import { inOneTransaction, type Journey } from './one-transaction.ts';
import { openTown } from './people.ts';
import { beginDrawing } from './pictures/index.ts';
import { picturesOfIdeas } from './pictures/of-ideas.ts';
import { enrol, type Folders, foundPlace } from './place.ts';
import { openTownHall } from './town-hall.ts';
import { liveValleyVote } from './val-de-braye/cycle.ts';

const { administrator, officer, resident, villager } = demoLogins;
const { password } = resident;

/** Any number that no other advisory lock of ours uses: two nodes never load the demo at once. */
const DEMO_LOCK = 7_205_020;

/**
 * Loads the demo in one transaction: killed at any moment, it leaves nothing behind it in the database.
 * A database that holds an organisation, whoever made it, stays as it is.
 */
export async function seedDemo(parts: {
  url: string;
  config: Folders;
  /** When the story ends; left out: now, in database time. The same instant tells the same story. */
  endsAt?: Date;
  onProgress?: (words: string) => void;
}): Promise<DemoAccounts> {
  const say = parts.onProgress ?? (() => {});
  await inOneTransaction(parts.url, async (journey) => {
    await sql`select pg_advisory_xact_lock(${DEMO_LOCK})`.execute(journey.db);
    if ((await listOrganisations(journey.db)).length > 0) return;
    const now = parts.endsAt ?? (await readNow(journey.db));
    const time = { now, today: dayInParis(now) };
    beginDrawing(Object.values(picturesOfIdeas));
    await liveTown(journey, parts.config, time, say);
    await liveValleyVote(journey, parts.config, villager, time);
    say('Val-de-Braye : un vote en cours dans une autre organisation');
    await liveMovement(journey, parts.config, time);
    say('Élan commun : seize groupes d’action et le fonds qu’ils partagent');
    // the sums of votes wait in memory beside this connection, which ends with the transaction
    await writeCounts(journey.db, { all: true });
  });
  return demoAccounts;
}

async function liveTown(
  journey: Journey,
  folders: Folders,
  time: { today: string; now: Date },
  say: (words: string) => void,
): Promise<void> {
  const place = await foundPlace(
    journey,
    folders,
    {
      slug: 'fleury',
      name: 'Fleury-sur-Braye',
      host: resident.host,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'participation@fleury.example',
      tagline: 'Les 21 000 habitantes et habitants décident ensemble',
      charter: fleuryCharter,
      residence: 'Fleury-sur-Braye',
    },
    inParis('2020-10-05 09:00'),
  );
  const town = openTown(openChance(21_000), 'fleury.example');
  const agathe = await enrol(
    place,
    town.introduce(
      { name: 'Agathe Lemoisson', nickname: 'Agathe · participation', birthDate: '1985-09-14' },
      officer.email,
    ),
    { password, roles: ['officer'] },
  );
  const damien = await enrol(
    place,
    town.introduce(
      { name: 'Damien Rocheteau', nickname: 'Damien · numérique', birthDate: '1979-01-30' },
      administrator.email,
    ),
    { password, roles: ['administrator'] },
  );
  const townHall = await openTownHall(place, town, agathe);
  const camille = await enrol(
    place,
    town.introduce(
      { name: 'Camille Aubertin', nickname: 'Camille', birthDate: '1990-04-02' },
      resident.email,
    ),
    { password },
  );
  const residents = await liveFirstEdition(place, town, { townHall, resident: camille }, say);
  await liveDistrictEdition(place, { townHall, residents, follower: camille });
  say('Fleury-sur-Braye, 2023 : un budget par quartiers, à parts égales');
  await liveYouthVote(place, town, { officer: agathe, resident: camille }, time);
  say('Fleury-sur-Braye : budget jeunesse, vote en cours');
  await liveStudy(place, townHall, residents, time);
  say('Fleury-sur-Braye : budget cadre de vie, idées à l’étude dans les services');
  await liveCurrentCollection(place, town, { townHall, residents }, time);
  say('Fleury-sur-Braye : nouvelle édition, 40 idées en ligne');
  const staff = { officer: agathe, administrator: damien };
  await liveSurveys(place, agathe, time.now);
  await liveStaffArea(place, staff, '2026', time.now);
  await liveAgenda(place, {
    townHall,
    residents: residents.flatMap(({ member }) => member ?? []),
    now: time.now,
  });
  await liveNews(place, {
    officer: agathe,
    readers: [camille, ...residents.flatMap(({ member }) => member ?? []).slice(0, 11)],
    now: time.now,
  });
  const neighbours = residents.flatMap(({ member }) => member ?? []);
  await liveForum(place, { officer: agathe, residents: neighbours, now: time.now });
  say('Fleury-sur-Braye : « Fleury en commun », un forum permanent en six langues');
  await liveReadings(place, 'jeunesse-2026', time.now);
  await liveMessages(place, agathe, time.now);
  say('Fleury-sur-Braye : quatre actualités, une lettre d’information, quatre messages');
}
