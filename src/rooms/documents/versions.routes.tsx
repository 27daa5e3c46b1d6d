import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { loadVersion } from './document.routes.tsx';
import { findDocument, readVersionText } from './document.store.ts';
import { loadDocument, seeDocument } from './place.routes.ts';
import { type Compared, DifferencesPage, VersionPage } from './versions.page.tsx';

/** What one version said, and what became of it from one to the next (R149, R150). */
export const versionRoutes: readonly Route[] = [
  get(urls.documentVersion, 'anyone', async (visit) => {
    const seen = await loadDocument(visit);
    const version = await loadVersion(visit, seen);
    const { db, organisation } = visit;
    const { document } = seen;
    const { number, writtenBy } = version;
    const names = await listPublicNicknames(db, organisation.id, writtenBy ? [writtenBy] : []);
    return page({
      title: m.documents_version_title({ number, title: document.title }),
      section: 'participation',
      body: (
        <VersionPage
          document={document}
          version={version}
          writer={(writtenBy && names.get(writtenBy)) || null}
          compared={
            number === 1
              ? null
              : await compare(visit, [document.id, number - 1], [document.id, number])
          }
        />
      ),
    });
  }),

  get(urls.documentDifferences, 'anyone', async (visit) => {
    const { document } = await loadDocument(visit);
    const { db, organisation } = visit;
    const copied = found(document.copiedFrom, 'document');
    const from = found(await findDocument(db, organisation.id, { id: copied }), 'document');
    // who reads the copy need not read what it came from
    const { document: source } = found(await seeDocument(visit, from), 'document');
    const number = document.copiedVersion!;
    return page({
      title: m.documents_differences_title(),
      section: 'participation',
      body: (
        <DifferencesPage
          document={document}
          source={source}
          sourceVersion={number}
          compared={await compare(visit, [source.id, number], [document.id, document.latest])}
        />
      ),
    });
  }),
];

/** Longer texts are compared as far as a page can be read. */
const MOST_COMPARED = 40_000;

/** What two versions say; null: one of them is not known in words. */
async function compare(
  { db, organisation }: Visit,
  ...[former, latter]: [[string, number], [string, number]]
): Promise<Compared | null> {
  const [before, after] = await Promise.all([
    readVersionText(db, organisation.id, ...former),
    readVersionText(db, organisation.id, ...latter),
  ]);
  if (before === '' || after === '') return null;
  return { before: before.slice(0, MOST_COMPARED), after: after.slice(0, MOST_COMPARED) };
}
