import { sql } from 'kysely';
import {
  changeRole,
  declareGender,
  declarePublicAction,
  findGroupById,
  foundGroup,
  type Gender,
  type Group,
  grantCertification,
  joinGroup,
  markTreasurer,
  refuseCertification,
  requestCertification,
  reviewGroup,
} from '../../rooms/groups/index.ts';
import { addDays } from '../../rooms/spaces/index.ts';
import { demoLogins } from '../accounts.ts';
import { openChance } from '../chance.ts';
import { inParis } from '../edition.ts';
import { firstNames } from '../names.ts';
import type { Journey } from '../one-transaction.ts';
import { openTown, type Town } from '../people.ts';
import { enrol, type Folders, foundPlace, type Member, type Place } from '../place.ts';
import { expectOk, type Story, tellStory } from '../story.ts';
import { setFrench } from '../typography.ts';
import { liveActions } from './actions.ts';
import { liveCommitments } from './commitments.ts';
import { liveFund } from './fund.ts';
import { giveMoney } from './money.ts';
import { liveNetwork } from './network/live.ts';
import { liveRequests } from './requests.ts';
import { type Course, elanCharter, type GroupText, groups, LILAS } from './texts.ts';

/** Days before the story ends: founded, what was done in public, the request and the answer. */
const COURSES: Record<Course, { founded: number; actions: readonly number[]; asked?: number }> = {
  certified: { founded: 190, actions: [50, 35, 25], asked: 20 },
  requested: { founded: 120, actions: [40, 20, 8], asked: 3 },
  warned: { founded: 210, actions: [92, 81, 72], asked: 66 },
  lost: { founded: 260, actions: [150, 141, 130], asked: 121 },
  refused: { founded: 150, actions: [55, 46, 38], asked: 30 },
  none: { founded: 80, actions: [33, 21, 12] },
  young: { founded: 11, actions: [4] },
};

const logins = demoLogins.movement;

/** A movement of its own, on its own host: its groups, and how their certification goes. */
export async function liveMovement(
  journey: Journey,
  folders: Folders,
  { today }: { today: string },
): Promise<void> {
  const chance = openChance(14);
  const day = (before: number, time: string) => inParis(`${addDays(today, -before)} ${time}`);
  const place = await foundPlace(
    journey,
    folders,
    {
      slug: 'elan-commun',
      name: 'Élan commun',
      host: logins.administrator.host,
      kind: 'movement',
      colour: '#7A2E5D',
      contactEmail: 'bonjour@elan-commun.example',
      tagline: 'Des groupes qui agissent, un fonds qu’ils partagent',
      charter: elanCharter,
      residence: 'France',
    },
    day(300, '09:00'),
  );
  const people = openTown(chance, 'elan-commun.example');
  const known = async (nickname: string, name: string, login: { email: string }, roles = NONE) =>
    enrol(place, people.introduce({ nickname, name, birthDate: '1986-05-11' }, login.email), {
      password: logins.administrator.password,
      roles,
    });
  const office = await known('Maud · coordination', 'Maud Estève', logins.administrator, [
    'administrator',
  ]);
  const reviewer = await known('Sacha · actions', 'Sacha Lemoal', logins.reviewer, [
    'action-reviewer',
  ]);
  const finance = await known('Denise · finances', 'Denise Kaddour', logins.finance, ['finance']);
  const lilas: Crew = {
    leads: [
      await known('Claire des Lilas', 'Claire Vasseur', logins.lead),
      await known('Karim B.', 'Karim Benali', { email: 'karim@elan-commun.example' }),
    ],
    manager: await known('Inès', 'Inès Morvan', logins.manager),
    treasurers: [
      await known('Rosa T.', 'Rosa Teixeira', logins.treasurers[0]),
      await known('Yvon', 'Yvon Le Bris', logins.treasurers[1]),
    ],
  };
  const others = await inventCrew(place, people);
  await tellStory(place, (story) => {
    groups.forEach((text, at) => {
      const turn = (index: number) => others[(at * 2 + index) % others.length]!;
      const crew: Crew =
        text.name === LILAS
          ? lilas
          : { leads: [turn(0), turn(1)], manager: turn(2), treasurers: [turn(3), turn(4)] };
      liveGroup(story, place, { text, crew, office, day });
    });
    liveFund(story, place, { office, finance, day });
    liveActions(story, place, { reviewer, day });
    liveCommitments(story, place, { treasury: finance, members: others, today, day });
    giveMoney(story, place, { treasury: finance, day });
    const payees = [lilas.manager, lilas.leads[1]] as const;
    const { treasurers } = lilas;
    liveRequests(story, place, { treasury: finance, treasurers, payees, day });
  });
  await liveNetwork(place, {
    office,
    members: [lilas.leads[0], ...others],
    now: day(0, '12:00'),
  });
  // letters about what an invented past holds are written to nobody
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
    where task_identifier in ('write-about-spending', 'tell-assembly')`.execute(place.db);
}

const NONE: NonNullable<Parameters<typeof enrol>[2]>['roles'] = [];

interface Crew {
  leads: readonly [Member, Member];
  manager: Member;
  treasurers: readonly [Member, Member];
}

/** Twenty people, who are in several groups. */
async function inventCrew(place: Place, people: Town): Promise<Member[]> {
  const crew: Member[] = [];
  while (crew.length < 20)
    crew.push(
      await enrol(place, people.invent(firstNames, { from: '1950-01-01', to: '2005-01-01' })),
    );
  return crew;
}

interface Told {
  text: GroupText;
  crew: Crew;
  office: Member;
  day: (before: number, time: string) => Date;
}

function liveGroup(story: Story, place: Place, { text, crew, office, day }: Told): void {
  const { db } = place;
  const organisationId = place.organisation.id;
  const { leads, manager, treasurers } = crew;
  const course = COURSES[text.course];
  let group: Group;
  story.at(day(course.founded, '19:30'), async () => {
    const { at, course: _, actions: __, ...words } = text;
    group = await foundGroup(db, asMember(place, leads[0]), {
      ...words,
      name: setFrench(text.name),
      presentation: setFrench(text.presentation),
      point: at && { latitude: at[0], longitude: at[1] },
      joining: text.kind === 'local' ? 'open' : 'approval',
    });
    for (const one of [leads[1], manager, ...treasurers])
      await joinGroup(db, asMember(place, one), group.id, { atOnce: true });
    await changeRole(db, asMember(place, leads[0]), group.id, manager.id, 'manager');
    if (text.course === 'none' || text.course === 'young') return;
    await changeRole(db, asMember(place, leads[0]), group.id, leads[1].id, 'lead');
    for (const one of treasurers)
      await markTreasurer(db, asMember(place, leads[0]), group.id, one.id, true);
    const genders: readonly Gender[] = ['woman', 'man'];
    for (const [index, lead] of leads.entries())
      await declareGender(db, asMember(place, lead), group.id, genders[index]!);
  });
  for (const [index, before] of course.actions.entries()) {
    const title = text.actions[index];
    if (title)
      story.at(day(before, '21:00'), async () => {
        const declared = await declarePublicAction(db, asMember(place, manager), group, {
          title: setFrench(title),
          heldOn: dayOf(day(before, '12:00')),
          place: text.place || 'Paris',
          people: 9 + index * 7,
        });
        expectOk(declared, title);
      });
  }
  const { asked } = course;
  if (asked === undefined) return;
  story.at(day(asked, '18:00'), async () => {
    const done = await requestCertification(db, asMember(place, leads[0]), group.id, true);
    expectOk(done, text.name);
  });
  if (text.course === 'requested') return;
  story.at(day(asked - 2, '10:00'), async () => {
    const act = asMember(place, office);
    const done =
      text.course === 'refused'
        ? await refuseCertification(db, act, group.id, setFrench(REASON))
        : await grantCertification(db, act, group.id);
    expectOk(done, text.name);
  });
  const reviews: Partial<Record<Course, readonly number[]>> = { warned: [10], lost: [60, 28] };
  for (const before of reviews[text.course] ?? [])
    story.at(day(before, '04:00'), async () => {
      await db.transaction().execute((tx) => reviewGroup(tx, organisationId, group.id));
      group = (await findGroupById(db, organisationId, group.id))!;
    });
}

const REASON =
  'Deux des trois actions sont des réunions internes. Déclarez des actions ouvertes à tout le monde, puis demandez de nouveau.';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const asMember = ({ organisation }: Place, { id }: Member) => ({
  organisationId: organisation.id,
  by: id,
});
