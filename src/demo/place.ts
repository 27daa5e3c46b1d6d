/** An organisation of the demo and those who live in it, made through the doors of their rooms. */
import type { Role } from '../platform/http/roles.ts';
import { openKeys } from '../platform/keys/keys.ts';
import { enrolApp, enrolPerson, grantRole } from '../rooms/identity/index.ts';
import { insertOrganisation, type NewOrganisation } from '../rooms/organisations/index.ts';
import type { Act } from '../rooms/spaces/index.ts';
import type { Journey } from './one-transaction.ts';
import type { Character } from './people.ts';
import { expectOk } from './story.ts';
import { setFrench } from './typography.ts';

export interface Folders {
  /** Of the installation: words that come with the house. */
  root: string;
  keysFolder: string;
  varFolder: string;
  /** Of the server, in the addresses that letters hold. */
  port: number;
}

export interface Place extends Journey {
  folders: Folders;
  organisation: { id: string; name: string };
  /** Where members declare to live. */
  residence: string;
}

/** Somebody with an account. */
export interface Member extends Character {
  id: string;
}

export async function foundPlace(
  journey: Journey,
  folders: Folders,
  founded: NewOrganisation & { residence: string },
  at: Date,
): Promise<Place> {
  journey.travel(at);
  const { residence, ...organisation } = founded;
  const id = await insertOrganisation(journey.db, {
    ...organisation,
    tagline: setFrench(organisation.tagline),
    charter: setFrench(organisation.charter),
  });
  return { ...journey, folders, organisation: { id, name: founded.name }, residence };
}

/** Only those few who are shown signing in have a password: hashing one takes a tenth of a second. */
export async function enrol(
  place: Place,
  character: Character,
  { password, roles = [] }: { password?: string; roles?: readonly Role[] } = {},
): Promise<Member> {
  const { id: organisationId, name: organisationName } = place.organisation;
  const enrolled = await enrolPerson(place.db, {
    ...character,
    organisationId,
    organisationName,
    residence: place.residence,
    ...(password !== undefined && { password }),
  });
  const { id } = expectOk(enrolled, character.nickname);
  for (const role of roles)
    await grantRole(place.db, { organisationId, personId: id, role, grantedBy: null });
  // its secret is drawn here and published nowhere: /_code shows its codes on the machine itself
  const key = openKeys(place.folders.keysFolder).factorKey();
  if (roles.length > 0) await enrolApp(place.db, key, { organisationId, personId: id });
  return { ...character, id };
}

export function actOf(place: Place, by: Member): Act {
  return { organisationId: place.organisation.id, by: by.id };
}
