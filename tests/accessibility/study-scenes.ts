import { openKeys } from '../../src/platform/keys/keys.ts';
import { listLettersTo } from '../../src/rooms/notifications/index.ts';
import { writeTopicToken } from '../../src/rooms/notifications/letter-token.crypto.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeIdea } from '../make/ideas.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import type { Town } from '../make/town.ts';
import type { Particulars } from './stage.ts';

/** An idea of the resident talked about, asked to be one with another, and the letters about it; a workshop. */
export async function studySome(
  site: BrowserSite,
  town: Town,
  resident: MadePerson,
  { client }: MadePerson,
): Promise<Particulars> {
  const at = { edition: town.collecting.slug };
  const neighbour = await makePerson(site);
  const title =
    'Des nichoirs, des hôtels à insectes et des abreuvoirs pour les anticonstitutionnels';
  const own = await makeIdea(site, town.collecting, { authorId: resident.id, title });
  const other = await makeIdea(site, town.collecting, { authorId: neighbour.id });
  const talk = urls.threads({ ...at, idea: own.number });
  await resident.client.get(talk);

  await client.post(urls.adminNewMerge(at), {
    ideas: `${own.number}, ${other.number}`,
    title: 'Des abris pour les bêtes',
    words: 'Vos deux idées parlent des mêmes arbres.',
    lead: own.id,
    'answerBy-day': '1',
    'answerBy-month': '2',
    'answerBy-year': '2030',
  });
  await site.runJobs();
  const { rows } = await site.pool.query<{ id: string }>(
    `select id from merge where title = 'Des abris pour les bêtes'`,
  );
  const merge = rows[0]!.id;
  const { letters } = await listLettersTo(site.db, site.organisationId, resident.id);
  const letter = letters[0]!.id;

  await client.post(urls.collectWorkshops(at), {
    title: 'Maison de quartier',
    'day-day': '12',
    'day-month': '11',
    'day-year': '2026',
    place: 'Les Blossières',
    participants: '14',
    notes: '',
  });
  const workshop = client.path;
  const token = writeTopicToken(
    openKeys(site.config.keysFolder).rollKey(),
    site.organisationId,
    resident.id,
    'my-ideas',
  );
  const officer = ['officer'] as const;
  const holder = ['resident'] as const;
  return {
    [urls.threads.pattern]: { path: talk, roles: holder },
    [urls.merge.pattern]: { path: urls.merge({ merge }), roles: holder },
    [urls.adminMerge.pattern]: { path: urls.adminMerge({ ...at, merge }), roles: officer },
    [urls.myLetter.pattern]: { path: urls.myLetter({ letter }), roles: holder },
    [urls.adminLetter.pattern]: { path: urls.adminLetter({ letter }), roles: officer },
    [urls.stopLetters.pattern]: { path: urls.stopLetters({ token }), roles: ['anonymous'] },
    [urls.collectWorkshop.pattern]: { path: workshop, roles: officer },
  };
}
