import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/platform/http/visit.ts';
import { enrolPerson, grantRole, openSession } from '../../src/rooms/identity/index.ts';
import type { SiteClient, TestSite } from '../site-client.ts';

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
  /** `YYYY-MM-DD`; left out: 1980-05-17. null: not declared yet. */
  birthDate?: string | null;
  /** Left out: lives in the organisation's town. null: declared to live elsewhere. */
  residence?: string | null;
  /** Another organisation of the site, by its id and host. */
  organisation?: { id: string; name: string; host: string };
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
    });
  }
  const client = site.visitor(organisation.host);
  client.cookies.set(
    'palabre',
    await openSession(site.db, organisation.id, enrolled.id, 'Firefox · Linux'),
  );
  return { id: enrolled.id, email, nickname, client };
}
