import * as m from '../../../paraglide/messages.js';
import { answerFile, findFile, listFiles, openStorage } from '../../../platform/files/index.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { sizeWords } from '../file-words.page.ts';
import { listEditionsWithKits } from '../kits/kits.routes.tsx';
import { findGuide, listGuideFiles, listGuides } from './guide.store.ts';
import { type Guide, isFor, readingState } from './guide.ts';
import { type GuideDocument, GuidePage, GuidesPage } from './guides.page.tsx';
import { acknowledgeGuide, findOwnReadings, listReadings } from './reading.store.ts';

/** « Espace agents » (R37): for whoever holds a role, the pages of their roles. */
export const guidesRoutes: readonly Route[] = [
  get(urls.guides, 'staff', async (visit) => {
    const { db, organisation, visitor } = visit;
    const [guides, read, editions] = await Promise.all([
      listOwnGuides(visit),
      findOwnReadings(db, organisation.id, visitor.id),
      listEditionsWithKits(db, organisation.id),
    ]);
    const officer = holdsRight('officer', visitor);
    return page({
      title: m.guides_title(),
      section: 'guides',
      body: <GuidesPage guides={guides} read={read} editions={editions} officer={officer} />,
    });
  }),

  get(urls.guide, 'staff', async (visit) => {
    const { db, organisation, visitor } = visit;
    const guide = await findOwnGuide(visit);
    const [files, readings, guides, read] = await Promise.all([
      listGuideDocuments(visit, guide),
      listReadings(db, organisation.id, guide.id, [visitor.id]),
      listOwnGuides(visit),
      findOwnReadings(db, organisation.id, visitor.id),
    ]);
    const isDue = (one: Guide) => readingState(one, read.get(one.id) ?? null) !== 'read';
    return page({
      title: guide.title,
      section: 'guides',
      body: (
        <GuidePage
          guide={guide}
          documents={files}
          reading={readings.get(visitor.id) ?? null}
          next={guides.find((one) => one.id !== guide.id && isDue(one)) ?? null}
        />
      ),
    });
  }),

  post(urls.acknowledgeGuide, 'staff', async (visit) => {
    const guide = await findOwnGuide(visit);
    // the version that was on the screen, which may have been replaced since
    const version = readNumber((await visit.form()).text('version')) ?? 0;
    if (version === guide.version)
      await acknowledgeGuide(visit.db, visit.organisation.id, visit.visitor.id, guide, version);
    const at = urls.guide({ page: guide.slug });
    return seeOther(visit, at, version === guide.version ? 'guide-read' : 'guide-newer');
  }),

  get(urls.guideFile, 'staff', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const guide = await findOwnGuide(visit);
    const files = await listGuideFiles(db, organisation.id, guide.id);
    const asked = found(
      files.find(({ number }) => number === readNumber(params.file)),
      'file',
    );
    const file = found(await findFile(db, organisation.id, asked.fileId), 'file');
    return answerFile(request, openStorage(config), file, 'whole');
  }),
];

/** Those that are published and for one of the reader's roles. */
async function listOwnGuides({ db, organisation, visitor }: SignedInVisit): Promise<Guide[]> {
  const guides = await listGuides(db, organisation.id, { published: true });
  return guides.filter((guide) => isFor(guide, visitor.roles));
}

async function findOwnGuide(visit: SignedInVisit<'page'>): Promise<Guide> {
  const { db, organisation, visitor, params } = visit;
  const guide = found(await findGuide(db, organisation.id, params.page), 'guide');
  const reads = guide.publishedAt !== null && isFor(guide, visitor.roles);
  // whoever writes them looks at them as readers will
  return found(reads || holdsRight('officer', visitor) ? guide : null, 'guide');
}

/** Its files with their names, in order. */
export async function listGuideDocuments(
  { db, organisation }: Pick<SignedInVisit, 'db' | 'organisation'>,
  guide: Guide,
): Promise<GuideDocument[]> {
  const lines = await listGuideFiles(db, organisation.id, guide.id);
  const files = await listFiles(
    db,
    organisation.id,
    lines.map(({ fileId }) => fileId),
  );
  return lines.flatMap(({ number, fileId }) => {
    const file = files.find((one) => one.fileId === fileId);
    return file ? [{ number, name: file.name, bytes: sizeWords(file.bytes) }] : [];
  });
}
