import { answerFile, findFile, openStorage } from '../../platform/files/index.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import type { ReplyPart } from '../../platform/http/space-answers.ts';
import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { loadComments } from '../comments/index.routes.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { readNumber } from '../spaces/index.ts';
import { nameMandates } from './authors.routes.ts';
import { asContribution } from './contribution.routes.ts';
import { type ChainLink, DocumentPage } from './document.page.tsx';
import { findDocument, findVersion, listVersions } from './document.store.ts';
import { type Document, mayChange, type Version } from './document.ts';
import { listFolders } from './folder.store.ts';
import { pathTo } from './folder.ts';
import { listAmendments, listCopies } from './lineage.store.ts';
import { loadDocument, type SeenDocument, seeDocument, takes } from './place.routes.ts';
import { findBlocks, listPages } from './reading.store.ts';

/** A document as whoever may read it reads it, and its files (R149). */
export const documentRoutes: readonly Route[] = [
  get(urls.document, 'anyone', async (visit) => showDocument(visit, await loadDocument(visit))),

  // asked for through the document, every time: its files have no address of their own
  get(urls.documentFile, 'anyone', async (visit) => {
    const { db, organisation, config, request, url } = visit;
    const { file } = await loadVersion(visit, await loadDocument(visit));
    const kept = found(file && (await findFile(db, organisation.id, file.fileId)), 'file');
    const size = url.searchParams.get('taille') === 'petite' && kept.width ? 'small' : 'whole';
    return answerFile(request, openStorage(config), { ...kept, publishedAt: null }, size);
  }),

  get(urls.documentPage, 'anyone', async (visit) => {
    const { db, organisation, config, request, url, params } = visit;
    const { document } = await loadDocument(visit);
    const number = found(readNumber(params.version), 'version');
    const pages = await listPages(db, organisation.id, document.id, number);
    const asked = readNumber(params.page);
    const { file } = found(
      pages.find(({ page: one }) => one === asked),
      'page',
    );
    const kept = found(await findFile(db, organisation.id, file.fileId), 'file');
    const size = url.searchParams.get('taille') === 'petite' ? 'small' : 'whole';
    return answerFile(request, openStorage(config), { ...kept, publishedAt: null }, size);
  }),
];

/** The version of the address. */
export async function loadVersion(
  { db, organisation, params }: Visit<'version'>,
  { document }: SeenDocument,
): Promise<Version> {
  const number = found(readNumber(params.version), 'version');
  return found(await findVersion(db, organisation.id, document.id, number), 'version');
}

async function showDocument(visit: Visit, { document, place }: SeenDocument): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { space, component, isInside } = place;
  const [beside, versions, folders, source, copies] = await Promise.all([
    isInside ? showBeside(visit, space, component) : null,
    listVersions(db, organisation.id, document.id),
    isInside ? listFolders(db, organisation.id, component.id) : [],
    findSource(visit, document),
    listSeenCopies(visit, document),
  ]);
  const [amended, amendments] = await Promise.all([
    findSeen(visit, document.amends),
    isInside ? listAmendments(db, organisation.id, document.id) : [],
  ]);
  const version = versions[0]!;
  const [pages, blocks] = await Promise.all([
    listPages(db, organisation.id, document.id, version.number),
    version.reading === 'read' ? findBlocks(db, organisation.id, document.id, version.number) : [],
  ]);
  const people = [
    document,
    ...(amended ? [amended] : []),
    ...amendments,
    ...copies,
    ...(source && source !== 'unseen' ? [source] : []),
  ].flatMap(({ authorId }) => authorId ?? []);
  const writers = versions.flatMap(({ writtenBy }) => writtenBy ?? []);
  const names = await listPublicNicknames(db, organisation.id, [
    ...new Set([...people, ...writers]),
  ]);
  const mandates = await nameMandates(visit, place, document.authorId ? [document.authorId] : []);
  return page({
    title: document.title,
    section: 'participation',
    scripts: document.type === 'tool' && version.text !== '' ? ['copy-words.js'] : [],
    body: (
      <DocumentPage
        document={document}
        version={version}
        pages={pages}
        blocks={blocks}
        versions={versions}
        space={space}
        component={component}
        beside={beside}
        path={pathTo(folders.find(({ id }) => id === document.folderId) ?? null, folders)}
        names={names}
        source={source === 'unseen' || source === null ? source : linkTo(source, names)}
        copies={copies.map((copy) => linkTo(copy, names))}
        comments={await loadComments(visit, await asContribution(visit, document, place))}
        mandate={(document.authorId && mandates.get(document.authorId)) || ''}
        replies={await findRepliesTo(visit, document, place)}
        isOwn={visitor !== null && document.authorId === visitor.id}
        amended={amended && linkTo(amended, names)}
        amendments={amendments.map((one) => ({
          ...linkTo(one, names),
          state: one.amendmentState!,
        }))}
        mayAmend={
          (document.type === 'statutes' || document.type === 'position') &&
          takes(place, 'amendment')
        }
        mayDecide={space.isTeam}
        mayChange={isInside && mayChange(visitor, document, space)}
        // from elsewhere in the family, into a space of one's own
        mayReuse={takes(place, document.type) || (!isInside && place.reaches.length > 1)}
      />
    ),
  });
}

/** What is said of it in forums; what some alone read is answered in the forums of its own space, where its title is theirs. */
async function findRepliesTo(
  visit: Visit,
  { id, reach }: Document,
  { space }: SeenDocument['place'],
): Promise<ReplyPart> {
  const { topics, begin } = await visit.findReplies({ kind: 'document', id });
  const home = `${urls.space({ space: space.slug })}/`;
  return {
    topics,
    begin: reach === 'public' ? begin : begin.filter(({ href }) => href.startsWith(home)),
  };
}

const linkTo = (
  { title, number, authorId }: Document,
  names: ReadonlyMap<string, string>,
): ChainLink => ({ title, number, by: (authorId && names.get(authorId)) || null });

async function findSeen(visit: Visit, id: string | null): Promise<Document | null> {
  const document = id && (await findDocument(visit.db, visit.organisation.id, { id }));
  return (document && (await seeDocument(visit, document))?.document) || null;
}

/** What a document was made out of, as this visitor may see it; null: out of nothing. */
async function findSource(visit: Visit, document: Document): Promise<Document | 'unseen' | null> {
  if (!document.copiedFrom) return null;
  const source = await findDocument(visit.db, visit.organisation.id, { id: document.copiedFrom });
  return (source && (await seeDocument(visit, source))?.document) ?? 'unseen';
}

/** What was made out of it, as far as this visitor may see it. */
async function listSeenCopies(visit: Visit, document: Document): Promise<Document[]> {
  if (document.reuses === 0) return [];
  const copies = await listCopies(visit.db, visit.organisation.id, document.id);
  const seen = await Promise.all(copies.map((copy) => seeDocument(visit, copy)));
  return seen.flatMap((one) => one?.document ?? []);
}
