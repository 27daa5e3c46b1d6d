import { randomUUID } from 'node:crypto';
import { dayInParis, toInstant } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import { nameWords } from '../../src/rooms/electorate/index.ts';
import type { PollTerms } from '../../src/rooms/polls/index.ts';
import { addVotePoint, listVotePoints } from '../../src/rooms/polls/index.ts';
import type { VotePoint } from '../../src/rooms/polls/points/point.ts';
import { addShift } from '../../src/rooms/polls/points/shift.store.ts';
import type { PaperRule } from '../../src/rooms/polls/settings.ts';
import { type Edition, findPhase } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { type MadePerson, makePerson, signIn } from './people.ts';
import { type MadePoll, makePoll, type PollOptions } from './polls.ts';

const HOUR = 3_600_000;

export interface MadeEntry {
  id: string;
  lastName: string;
  firstNames: string;
  birthDate: string | null;
}

/** Lines of the register of an edition, as an import leaves them. */
export async function makeEntries(
  site: Pick<TestSite, 'pool' | 'organisationId'>,
  edition: Edition,
  people: readonly (readonly [lastName: string, firstNames: string, birthDate: string | null])[],
  organisationId = site.organisationId,
): Promise<MadeEntry[]> {
  const imported = randomUUID();
  await site.pool.query(
    'insert into register (organisation_id, edition_id) values ($1, $2) on conflict do nothing',
    [organisationId, edition.id],
  );
  await site.pool.query(
    `insert into register_import (organisation_id, id, edition_id, file_name, bytes, lines, encoding,
      separator, headed, columns, stage, ended_at)
     values ($1, $2, $3, 'liste.csv', 1, 1, 'utf-8', ';', true, '{}', 'done', now())`,
    [organisationId, imported, edition.id],
  );
  const made = people.map(
    ([lastName, firstNames, birthDate]): MadeEntry => ({
      id: randomUUID(),
      lastName,
      firstNames,
      birthDate,
    }),
  );
  await site.pool.query(
    `insert into register_entry (organisation_id, edition_id, id, import_id, line, last_name, first_names,
      birth_date, address, postcode, town, last_key, used_key, first_key)
     select $1, $2, one.id, $3, one.place + 1, one.last_name, one.first_names, one.birth_date,
      '3 rue des Lilas', '45400', 'Fleury', one.last_key, '', one.first_key
     from unnest($4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::text[])
      with ordinality as one (id, last_name, first_names, birth_date, last_key, first_key, place)`,
    [
      ...[organisationId, edition.id, imported],
      made.map(({ id }) => id),
      made.map(({ lastName }) => lastName),
      made.map(({ firstNames }) => firstNames),
      made.map(({ birthDate }) => birthDate),
      made.map(({ lastName }) => nameWords(lastName).join('')),
      made.map(({ firstNames }) => nameWords(firstNames).join('')),
    ],
  );
  return made;
}

/** A point that is open from an hour ago, or from midnight of its town, for some hours. */
export async function makeOpenPoint(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  edition: Edition,
  { name = 'Médiathèque', organisationId = site.organisationId } = {},
): Promise<VotePoint> {
  const now = (await readNow(site.db)).getTime();
  const { startsAt, endsAt } = findPhase(edition, 'vote')!;
  // a desk is of a day: just after midnight, an hour ago was yesterday
  const today = toInstant({ day: dayInParis(new Date(now)), time: '00:00' })!;
  const opensAt = new Date(Math.max(now - HOUR, startsAt.getTime(), today.getTime()));
  const closesAt = new Date(Math.min(now + 2 * HOUR, endsAt!.getTime()));
  const written = await addVotePoint(site.db, { organisationId, by: null }, edition.id, {
    name,
    address: '12 rue de la République, 45400 Fleury',
    access: '',
    place: null,
    slots: [{ id: null, opensAt, closesAt }],
  });
  if (!written.ok) throw new Error(`makeOpenPoint: ${written.refusal}`);
  const points = await listVotePoints(site.db, organisationId, edition.id);
  return points.find(({ id }) => id === written.id)!;
}

export interface MadeDesk extends MadePoll {
  point: VotePoint;
  officer: MadePerson;
  entries: MadeEntry[];
}

/** A vote open now, a point open now, and an officer on shift there behind an open desk. */
export async function makeDesk(
  site: TestSite,
  rule: PaperRule,
  { terms = {}, ...options }: PollOptions & { terms?: Partial<PollTerms> } = {},
): Promise<MadeDesk> {
  const made = await makePoll(site, {
    ...options,
    terms: { ...terms, settings: { paper: rule, ...terms.settings } },
  });
  const point = await makeOpenPoint(site, made.edition);
  const officer = await makePerson(site, { roles: ['officer'] });
  const act = { organisationId: site.organisationId, by: null };
  await addShift(site.db, act, point, point.slots[0]!, officer.id);
  const entries = await makeEntries(site, made.edition, [
    ['Haddad', 'Nadia', '1951-08-31'],
    ['Le Goff', 'Yann', '1980-02-29'],
    ['Martin', 'Zoé Marie', null],
  ]);
  await officer.client.post(urls.deskOpen({ point: point.id }));
  return { ...made, point, officer, entries };
}

/** « Transformer cet appareil en borne », pressed by somebody on shift on a device of its own. */
export async function turnIntoKiosk(
  site: TestSite,
  { point, officer }: Pick<MadeDesk, 'point' | 'officer'>,
): Promise<SiteClient> {
  const device = site.visitor();
  await signIn(site, device, officer.id);
  await device.post(urls.deskKiosk({ point: point.id }));
  return device;
}

/** « Ouvrir la borne » for a person of the register: the code that the desk shows. */
export async function giveCodeTo(
  { point, officer }: Pick<MadeDesk, 'point' | 'officer'>,
  entry: MadeEntry,
  fields: Record<string, string> = {},
): Promise<string> {
  await officer.client.post(urls.deskCode({ point: point.id }), { entree: entry.id, ...fields });
  const shown = /class="kiosk-code"[^>]*>([^<]+)</.exec(officer.client.html)?.[1];
  if (!shown) throw new Error(`No code: ${officer.client.status}`);
  return shown.replaceAll(/\s/g, '');
}
