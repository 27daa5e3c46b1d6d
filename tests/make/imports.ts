import { listImports } from '../../src/rooms/ideas/import/import.store.ts';
import type { IdeaImport } from '../../src/rooms/ideas/import/import.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';

/** An officer at the pages of an import, as a browser without scripts goes through them. */
export interface Importer {
  officer: MadePerson;
  /** A file sent: the page on which its columns are named. */
  send(edition: Edition, file: File): Promise<SiteClient>;
  /** Its columns as they were recognised, but for `more`: the page on which it is looked at. */
  preview(edition: Edition, file: File, more?: Record<string, string>): Promise<SiteClient>;
  /** Answered for and imported, its jobs done. */
  importFile(edition: Edition, file: File): Promise<IdeaImport>;
  /** The last import of an edition. */
  latest(edition: Edition): Promise<IdeaImport>;
}

export async function makeImporter(site: TestSite): Promise<Importer> {
  const officer = await makePerson(site, { roles: ['officer'] });
  const importer: Importer = {
    officer,
    send: (edition, file) =>
      officer.client.post(urls.adminIdeaImports({ edition: edition.slug }), { fichier: file }),
    async preview(edition, file, more = {}) {
      const client = await importer.send(edition, file);
      return client.post(client.path, { ...shownFields(client.main), ...more });
    },
    async importFile(edition, file) {
      const client = await importer.preview(edition, file);
      await client.post(client.path, { consent: 'oui' });
      await site.runJobs();
      return importer.latest(edition);
    },
    async latest({ id }) {
      const of = { organisationId: site.organisationId, editionId: id };
      return (await listImports(site.db, of))[0]!;
    },
  };
  return importer;
}

/** What a form of a page would send: every field as it is shown. */
export function shownFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name, inner] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name!] = /<option value="([^"]*)" selected/.exec(inner!)?.[1] ?? '';
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1];
    if (name && !tag.includes('checkbox')) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  return fields;
}

/** The ideas of an edition in order of number. */
export const listImported = (site: Pick<TestSite, 'db'>, { id }: Edition) =>
  site.db
    .selectFrom('idea')
    .select(['id', 'number', 'author_id', 'channel'])
    .where('edition_id', '=', id)
    .orderBy('number')
    .execute();
