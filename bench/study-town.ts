import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import type { Role } from '../src/platform/http/roles.ts';
import { enrolPerson, grantRole } from '../src/rooms/identity/index.ts';
import { insertDepartment } from '../src/rooms/organisations/index.ts';
import { carryOutRun, insertRun } from '../src/rooms/review/assignment/run.store.ts';
import { prepareMany } from '../src/rooms/review/decisions/decision-writing.store.ts';
import {
  decideMany,
  listReasons,
  type OpinionContent,
  writeOpinion,
} from '../src/rooms/review/index.ts';
import { proposeMerge } from '../src/rooms/review/merges/merge-acts.store.ts';
import type { Town } from './town-at-scale.ts';

const DEPARTMENTS = 150;
const AGENTS = 500;
/** The one that is asked about a good part of the town. */
const BUSIEST = 3000;
const AT_ONCE = 4;

/** Who looks at the study of a town, and what they choose from. */
export interface StudiedTown extends Town {
  officerId: string;
  deciderId: string;
  administratorId: string;
  /** Of the busiest department. */
  agentId: string;
  departments: readonly string[];
  /** Numbers from here on: nobody was asked about them. */
  freeFrom: number;
}

/**
 * 150 departments with 500 agents, asked through bulk assignments about four ideas in five (one of them about 3,000);
 * two opinions in five are given; one idea in ten is decided; some merges wait for their holders. All by the functions
 * of real use, as many at once as people would.
 */
export async function fillStudy(db: Database, town: Town, ideas: number): Promise<StudiedTown> {
  const { organisationId, editionId } = town;
  const act = { organisationId, by: null };
  const departments: string[] = [];
  for (let at = 0; at < DEPARTMENTS; at += 1) {
    const made = await insertDepartment(db, act, { name: `Service ${at + 1}` });
    if (!made.ok) throw new Error(made.refusal);
    departments.push(made.id);
  }
  const agents: string[] = [];
  for (let at = 0; at < AGENTS; at += 1)
    agents.push(await enrol(db, town, `Agente ${at}`, 'agent', departments[at % DEPARTMENTS]!));
  const freeFrom = Math.floor(ideas * 0.8) + 1;
  for (const [at, departmentId] of departments.entries()) {
    const numbers: number[] = [];
    for (let number = 1; number < freeFrom; number += 1)
      if (number <= BUSIEST ? at === 0 : number % DEPARTMENTS === at) numbers.push(number);
    if (numbers.length > 0) await assign(db, town, departmentId, numbers);
  }
  await giveOpinions(db, town, agents);
  await decideSome(db, town, Math.floor(ideas / 10));
  const officerId = await enrol(db, town, 'Officière', 'officer');
  await proposeSome(db, town, officerId);
  await sql`vacuum analyze`.execute(db);
  return {
    organisationId,
    editionId,
    officerId,
    deciderId: await enrol(db, town, 'Décideuse', 'decider'),
    administratorId: await enrol(db, town, 'Administratrice', 'administrator'),
    agentId: agents[0]!,
    departments,
    freeFrom,
  };
}

async function enrol(
  db: Database,
  { organisationId }: Town,
  nickname: string,
  role: Role,
  departmentId: string | null = null,
): Promise<string> {
  const person = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc d’essai',
    name: 'Claude Martin',
    nickname,
    email: `${nickname.normalize('NFD').replaceAll(/[^a-z0-9]/gi, '')}@ville.exemple.fr`,
  });
  if (!person.ok) throw new Error(JSON.stringify(person.refusals));
  await grantRole(db, {
    organisationId,
    personId: person.id,
    role,
    grantedBy: null,
    departmentId,
  });
  return person.id;
}

async function assign(db: Database, town: Town, departmentId: string, numbers: readonly number[]) {
  const { organisationId, editionId } = town;
  const asked = { departmentId, dueOn: await dayAfter(db, 1 + (numbers.length % 30)), request: '' };
  const run = await insertRun(db, { organisationId, by: null }, editionId, { numbers }, asked);
  if (!run.ok) throw new Error(run.refusal);
  await carryOutRun(db, { organisationId, runId: run.id }, async () => {});
}

async function giveOpinions(db: Database, { organisationId }: Town, agents: readonly string[]) {
  const { rows } = await sql<{ id: string }>`select o.id from opinion o
    join idea i on i.organisation_id = o.organisation_id and i.id = o.idea_id
    where o.organisation_id = ${organisationId} and i.number % 5 < 2 order by i.number`.execute(db);
  const waiting = rows.map(({ id }) => id);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) {
        const by = agents[waiting.length % agents.length]!;
        const content = opinionOf(waiting.length);
        const act = { organisationId, by };
        const given = await writeOpinion(db, act, id, { act: 'give', content });
        if (!given.ok) throw new Error(given.refusal);
      }
    }),
  );
}

const opinionOf = (at: number): OpinionContent => ({
  technical: 'yes',
  legal: 'yes',
  financial: at % 3 ? 'yes' : 'with-conditions',
  verdict: at % 3 ? 'favourable' : 'reserved',
  comment: 'Le site se prête au projet, sous réserve du passage des réseaux.',
  capitalCost: 500_000 + (at % 90) * 50_000,
  yearlyCost: (at % 20) * 10_000,
  delayMonths: 1 + (at % 24),
});

async function decideSome(db: Database, { organisationId, editionId }: Town, ideas: number) {
  const act = { organisationId, by: null };
  const ids = await ideaIds(db, { organisationId, editionId }, 1, ideas);
  const [reason] = await listReasons(db, organisationId, editionId);
  const proposal = {
    outcome: 'refused' as const,
    reasonId: reason!.id,
    publicText: 'Étudiée, et non retenue cette fois.',
    personalText: '',
  };
  await prepareMany(db, act, editionId, ids, proposal);
  await decideMany(db, act, editionId, {
    ideas: ids.slice(0, ids.length / 2).map((ideaId) => ({ ideaId, version: 1 })),
  });
}

async function proposeSome(db: Database, { organisationId, editionId }: Town, by: string) {
  const ids = await ideaIds(db, { organisationId, editionId }, 5001, 5600);
  const answerBy = await dayAfter(db, 14);
  for (let at = 0; at + 1 < ids.length; at += 2) {
    const ideas = ids.slice(at, at + 2);
    const proposal = { title: `Ensemble ${at}`, words: '', leadIdeaId: ideas[0]!, answerBy };
    await proposeMerge(
      db,
      { organisationId, by },
      editionId,
      { ...proposal, ideaIds: ideas },
      [],
      async () => {},
    );
  }
}

/** Ids of the ideas with the numbers `from` to `to`, in order. */
export async function ideaIds(
  db: Database,
  { organisationId, editionId }: Town,
  from: number,
  to: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from idea
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and number between ${from} and ${to} order by number`.execute(db);
  return rows.map(({ id }) => id);
}

/** `YYYY-MM-DD` in Paris. */
export async function dayAfter(db: Database, days: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select ((palabre_now() at time zone 'Europe/Paris')::date + ${days}::int)::text as day`.execute(
    db,
  );
  return rows[0]!.day;
}
