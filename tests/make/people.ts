import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isRoleOfSpace, type Role } from '../../src/platform/http/roles.ts';
import { enrolPerson, grantRole, openSession } from '../../src/rooms/identity/index.ts';
import { insertDepartment } from '../../src/rooms/organisations/index.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { mailsOf } from './mails.ts';

/** One that is long enough, and that nobody would guess. */
export const PASSWORD = 'un platane devant la mairie';

export interface MadePerson {
  id: string;
  email: string;
  nickname: string;
  /** A browser that is signed in as this person. */
  client: SiteClient;
}

export interface PersonOptions {
  nickname?: string;
  name?: string;
  email?: string;
  /** Left out: none, and no time spent on hashing one. */
  password?: string;
  locale?: 'fr' | 'en';
  roles?: readonly Role[];
  /** Of an agent; left out: a department made for them. */
  departmentId?: string;
  isReferent?: boolean;
  /** Their roles hold for this edition only. */
  editionId?: string;
  /** Of their roles of a space: the space they hold them in. */
  spaceId?: string;
  /** Whether the session has proven a second factor, as roles ask; true when left out. */
  factorProven?: boolean;
  /** `YYYY-MM-DD`; left out: 1980-05-17. null: not declared yet. */
  birthDate?: string | null;
  /** Left out: lives in the organisation's town. null: declared to live elsewhere. */
  residence?: string | null;
  /** Left out: a new account, some of whose texts are read before they are seen. */
  isKnown?: boolean;
  /** Another organisation of the site, by its id and host. */
  organisation?: { id: string; name: string; host: string };
}

/** A service of the town. */
export async function makeDepartment(
  site: TestSite,
  options: { name?: string; email?: string; organisation?: { id: string } } = {},
): Promise<{ id: string; name: string }> {
  const name = options.name ?? `Service ${randomUUID().slice(0, 8)}`;
  const organisationId = options.organisation?.id ?? site.organisationId;
  const made = await insertDepartment(
    site.db,
    { organisationId, by: null },
    { name, ...(options.email !== undefined && { email: options.email }) },
  );
  if (!made.ok) throw new Error(made.refusal);
  return { id: made.id, name };
}

/** An account of a year that published a dozen texts: what it writes is seen at once, links and all. */
async function makeKnown(site: TestSite, personId: string): Promise<void> {
  await sql`update person set joined_at = palabre_now() - interval '1 year' where id = ${personId}`.execute(
    site.db,
  );
  await sql`insert into text_trust (organisation_id, person_id, accepted)
    select organisation_id, id, 12 from person where id = ${personId}
    on conflict (organisation_id, person_id) do update set accepted = 12`.execute(site.db);
}

/** An account made as real ones are, its address proven, signed in. */
export async function makePerson(site: TestSite, options: PersonOptions = {}): Promise<MadePerson> {
  const organisation = options.organisation ?? {
    id: site.organisationId,
    name: 'Fleury',
    host: 'localhost',
  };
  const unique = randomUUID().slice(0, 13);
  const nickname = options.nickname ?? `Habitante ${unique}`;
  const email = options.email ?? `habitante-${unique}@exemple.fr`;
  const enrolled = await enrolPerson(site.db, {
    organisationId: organisation.id,
    organisationName: organisation.name,
    name: options.name ?? 'Camille Durand',
    nickname,
    email,
    ...(options.password !== undefined && { password: options.password }),
    ...(options.locale && { locale: options.locale }),
    ...(options.birthDate !== null && { birthDate: options.birthDate ?? '1980-05-17' }),
    residence: options.residence === undefined ? organisation.name : options.residence,
  });
  if (!enrolled.ok) throw new Error(`Not enrolled: ${JSON.stringify(enrolled.refusals)}`);
  for (const role of options.roles ?? []) {
    await grantRole(site.db, {
      organisationId: organisation.id,
      personId: enrolled.id,
      role,
      grantedBy: null,
      editionId: options.editionId ?? null,
      spaceId: isRoleOfSpace(role) ? (options.spaceId ?? null) : null,
      isReferent: options.isReferent ?? false,
      departmentId:
        role === 'agent'
          ? (options.departmentId ?? (await makeDepartment(site, { organisation })).id)
          : null,
    });
  }
  if (options.isKnown) await makeKnown(site, enrolled.id);
  const client = site.visitor(organisation.host);
  const { factorProven = true } = options;
  await signIn(site, client, enrolled.id, { organisationId: organisation.id, factorProven });
  return { id: enrolled.id, email, nickname, client };
}

/** Signs a browser in, as coming back from the sign-in page does; with a second factor proven unless told. */
export async function signIn(
  site: TestSite,
  client: SiteClient,
  personId: string,
  {
    organisationId = site.organisationId,
    device = 'Firefox · Linux',
    factorProven = true,
  }: { organisationId?: string; device?: string; factorProven?: boolean } = {},
): Promise<void> {
  const { db } = site;
  const session = await openSession(db, organisationId, personId, device, { factorProven });
  client.cookies.set('palabre', session);
}

/** Another browser of somebody with `PASSWORD`, signed in with it and nothing else. */
export async function openBrowser(site: TestSite, email: string): Promise<SiteClient> {
  const client = site.visitor();
  await client.post(urls.signIn(), { courriel: email, 'mot-de-passe': PASSWORD });
  return client;
}

/** Whether the page that a browser shows offers to sign out. */
export const isSignedIn = (client: SiteClient) => client.html.includes(urls.signOut());

let newcomers = 0;

/** The form of the sign-up page, filled in by somebody new. */
export function someone() {
  newcomers += 1;
  return {
    nom: 'Camille Durand',
    surnom: `Camille ${newcomers}`,
    courriel: `camille.${newcomers}@exemple.fr`,
    'mot-de-passe': PASSWORD,
    charte: 'oui',
  };
}

/** Signs up and returns the mails that came of it. */
export const signUp = (
  site: TestSite,
  client: SiteClient,
  fields: Record<string, string>,
  next?: string,
) => mailsOf(site, () => client.post(urls.signUp({ vers: next }), fields));
