import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { bringIn } from '../src/rooms/groups/import/import.store.ts';
import { enrolPerson, grantRole } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';

/** A movement to be filled, and who keeps its accounts, reviews and runs it. */
export interface Movement {
  organisationId: string;
  desk: string;
}

export interface ManyGroup {
  id: string;
  slug: string;
  name: string;
  lead: string;
  treasurers: readonly [string, string];
}

/** A movement of its own, on this host, with one person who holds the roles of the office and of the desk. */
export async function openMovement(db: Database, host = 'localhost'): Promise<Movement> {
  const name = 'Mouvement du banc d’essai';
  const organisationId = await insertOrganisation(db, {
    slug: 'banc-mouvement',
    name,
    host,
    kind: 'movement',
    colour: '#7A2E5D',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });
  const desk = await enrolPerson(db, {
    organisationId,
    organisationName: name,
    name: 'Denise Morel',
    nickname: 'Denise',
    email: 'denise@exemple.fr',
    locale: 'fr',
  });
  if (!desk.ok) throw new Error('Nobody to keep the accounts.');
  for (const role of ['officer', 'finance', 'action-reviewer'] as const)
    await grantRole(db, { organisationId, personId: desk.id, role, grantedBy: null });
  return { organisationId, desk: desk.id };
}

const PLACES =
  'Lilas Tilleuls Halles Gare Moulin Canal Remparts Verger Citadelle Port Forges Source'.split(' ');
const COUNTIES = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
  (county) => county !== '20',
);
/** A lead and two treasurers. */
const PEOPLE_EACH = 3;

/** Brings in so many certified groups as the office does with a file, each led and with two treasurers. */
export async function fillGroups(
  db: Database,
  { organisationId, desk }: Movement,
  count: number,
): Promise<ManyGroup[]> {
  const imported = Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    written: {
      kind: 'local' as const,
      name: `Groupe ${PLACES[at % PLACES.length]} ${Math.floor(at / PLACES.length) + 1}`,
      presentation: 'On se retrouve le jeudi soir pour préparer nos actions.',
      place: PLACES[(at * 7) % PLACES.length]!,
      county: COUNTIES[at % COUNTIES.length]!,
      point: { latitude: 43 + ((at * 37) % 700) / 100, longitude: -1 + ((at * 53) % 800) / 100 },
      joining: 'open' as const,
    },
    email: `groupe-${at}@exemple.fr`,
    mailbox: `groupe-${at}@exemple.fr`,
  }));
  const act = { organisationId, by: desk };
  const brought = await db.transaction().execute((tx) => bringIn(tx, act, imported));
  if (!brought.ok) throw new Error(brought.faulty[0]!.refusal);
  const people = await addPeople(db, organisationId, count * PEOPLE_EACH);
  const groups = brought.groups.map(({ id, slug, name }, at): ManyGroup => {
    const [lead, first, second] = people.slice(at * PEOPLE_EACH, (at + 1) * PEOPLE_EACH);
    return { id, slug, name, lead: lead!, treasurers: [first!, second!] };
  });
  await settle(db, organisationId, groups);
  return groups;
}

async function addPeople(db: Database, organisationId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into person (organisation_id, name, nickname, nickname_key, email, mailbox, confirmed_at)
    select ${organisationId}, 'Membre ' || n, 'membre ' || n, 'membre' || n,
      n || '@exemple.fr', n || '@exemple.fr', palabre_now()
    from generate_series(1, ${count}::int) n returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who was invited accepted, and the office certified them. */
async function settle(
  db: Database,
  organisationId: string,
  groups: readonly ManyGroup[],
): Promise<void> {
  const members = groups.flatMap(({ id, lead, treasurers }) => [
    { group_id: id, person_id: lead, role: 'lead', is_treasurer: false },
    ...treasurers.map((person_id) => ({
      group_id: id,
      person_id,
      role: 'member',
      is_treasurer: true,
    })),
  ]);
  await sql`
    insert into group_member (organisation_id, group_id, person_id, role, treasurer_at, treasurer_by)
    select ${organisationId}::uuid, r.group_id, r.person_id, r.role,
      case when r.is_treasurer then palabre_now() end, case when r.is_treasurer then g.founded_by end
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        as r (group_id uuid, person_id uuid, role text, is_treasurer boolean)
      join action_group g on g.organisation_id = ${organisationId} and g.id = r.group_id`.execute(
    db,
  );
  await sql`delete from group_invitation where organisation_id = ${organisationId}`.execute(db);
  await sql`update action_group set certified_at = palabre_now()
    where organisation_id = ${organisationId}`.execute(db);
}
