import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import type { MadePerson } from '../make/people.ts';
import { PROGRAMME_COLUMNS, programmeFile } from '../make/programme.ts';
import { csvFile, table } from '../make/tables.ts';
import type { Particulars } from './stage.ts';

/** Three files of ideas: one whose columns are to be said, one to be looked at, one imported. */
export async function importIdeas(site: BrowserSite, { client }: MadePerson): Promise<Particulars> {
  const edition = await makeEdition(site, { slug: 'importee' });
  const at = { edition: edition.slug };
  const send = async (lines: number) => {
    await client.post(urls.adminIdeaImports(at), { fichier: csvFile(table(lines)) });
    return client.path;
  };
  const look = async (path: string) => {
    await client.post(path, {
      title: '1',
      body: '2',
      category: '3',
      name: '4',
      email: '5',
      place: '6',
      depositedOn: '7',
      sourceId: '8',
      'category-0': edition.categories.find(({ slug }) => slug === 'sport')!.id,
    });
    return client.path;
  };
  const mapping = await send(2);
  const preview = await look(await send(3));
  const imported = await send(4);
  await client.post(await look(imported), { consent: 'oui' });
  await site.runJobs();
  const roles = ['officer'] as const;
  return {
    [urls.adminIdeaImport.pattern]: { path: mapping, roles },
    [urls.adminIdeaImportPreview.pattern]: { path: preview, roles },
    [urls.adminIdeaImportUndo.pattern]: { path: `${imported}/annuler`, roles },
  };
}

/** Three files of realisations: one whose columns are to be said, one to be looked at, one imported. */
export async function importRealisations(
  { client }: MadePerson,
  site: BrowserSite,
): Promise<Particulars> {
  const send = async (from: number) => {
    await client.post(urls.adminProgrammeImports(), { fichier: programmeFile(from) });
    return client.path;
  };
  const look = async (path: string) => {
    await client.post(path, {
      ...PROGRAMME_COLUMNS,
      editionTitle: 'Réalisations {edition}',
      editionSlug: 'realisations-{edition}',
      'stages-of': '6',
      'value-0': 'Travaux',
      'stage-0': 'works',
    });
    return client.path;
  };
  const mapping = await send(1);
  const preview = await look(await send(10));
  const imported = await send(20);
  await client.post(await look(imported));
  await site.runJobs();
  const roles = ['officer'] as const;
  return {
    [urls.adminProgrammeImport.pattern]: { path: mapping, roles },
    [urls.adminProgrammeImportPreview.pattern]: { path: preview, roles },
    'a report of realisations': { path: imported, roles },
  };
}
