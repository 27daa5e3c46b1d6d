import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import {
  addComponent,
  addTheme,
  type Component,
  createSpace,
  openSpace,
  type Space,
  type Theme,
  USUAL_SETTINGS,
} from '../src/rooms/consultations/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { THEMES } from './europe-words.ts';

/** A theme with the components that ideas and events stand in. */
export interface EuropeTheme {
  theme: Theme;
  ideas: Component;
  events: Component;
}

export interface Europe {
  organisationId: string;
  space: Space;
  themes: readonly EuropeTheme[];
  /** Ids of its accounts. */
  people: readonly string[];
}

/** A consultation of ten themes, each with ideas and events, and so many accounts. */
export async function openEurope(
  db: Database,
  accounts: number,
  host = 'localhost',
): Promise<Europe> {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc-europe',
    name: 'Conférence du banc d’essai',
    host,
    kind: 'association',
    colour: '#1D4E89',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });
  const act = { organisationId, by: null };
  const space = await createSpace(
    db,
    act,
    {
      kind: 'consultation',
      title: 'L’avenir de l’Europe',
      summary: 'Dix thèmes, cinq langues, des idées et des événements.',
      introduction: 'Chaque thème a ses **idées** et ses **événements**.',
      isPrivate: false,
    },
    randomUUID(),
  );
  const themes: EuropeTheme[] = [];
  for (const { title, categories } of THEMES) {
    const added = await addTheme(db, act, space.id, {
      title,
      summary: 'Ce que nous voulons ensemble.',
      introduction: 'Lisez les **ressources**, déposez une idée, venez à un événement.',
      resources: [],
      categories: [...categories],
    });
    if (!added.ok) throw new Error(added.refusal);
    const place = async (kind: 'ideas' | 'events', name: string) => {
      const made = await addComponent(
        db,
        act,
        space.id,
        kind,
        {
          title: name,
          introduction: '',
          themeId: added.theme.id,
          opensAt: null,
          closesAt: null,
          settings: USUAL_SETTINGS,
        },
        randomUUID(),
      );
      if (!made.ok) throw new Error(made.refusal);
      return made.component;
    };
    themes.push({
      theme: added.theme,
      ideas: await place('ideas', `Idées : ${title}`),
      events: await place('events', `Événements : ${title}`),
    });
  }
  const opened = await openSpace(db, act, space.id);
  if (!opened.ok) throw new Error(opened.refusal);
  return { organisationId, space, themes, people: await addPeople(db, organisationId, accounts) };
}

/** Accounts as they are once their mailbox is confirmed and the charter accepted. */
export async function addPeople(
  db: Database,
  organisationId: string,
  count: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into person (organisation_id, name, nickname, nickname_key, email, mailbox, confirmed_at)
    select ${organisationId}, 'Participante ' || n, 'participante ' || n, 'participante' || n,
      'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', palabre_now() - interval '30 days'
    from generate_series(1, ${count}::int) n returning id`.execute(db);
  await sql`insert into charter_acceptance (organisation_id, person_id, version, accepted_at)
    select organisation_id, person.id, 1, palabre_now() from person
    where organisation_id = ${organisationId} on conflict do nothing`.execute(db);
  return rows.map(({ id }) => id);
}
