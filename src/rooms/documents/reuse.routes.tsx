import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { findFile, openStorage, smallKey } from '../../platform/files/index.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { drawnGround, numberedSegment } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { LENGTHS } from './checks.ts';
import { admitDocumentOf } from './contribution.routes.ts';
import { refusedDeposit } from './deposit.routes.tsx';
import { depositDocument } from './deposit.store.ts';
import { findVersion, readVersionText } from './document.store.ts';
import type { Document, Version, VersionFile } from './document.ts';
import type { TypedDocument } from './document-form.page.tsx';
import { readDocument, readTyped, typeDocument, versionProblems } from './document-form.routes.ts';
import { hasFamily, listTargets, loadDocument, type Place, writerIn } from './place.routes.ts';
import { receiveDocument } from './received.routes.ts';
import { ReusePage } from './reuse.page.tsx';
import { findQuota } from './storage.store.ts';
import { keepUpload } from './upload.store.ts';

interface Reused {
  source: Document;
  version: Version;
  targets: readonly Place[];
}

/** « Réutiliser »: what others wrote becomes the beginning of one's own, and both say so (R150). */
export const reuseRoutes: readonly Route[] = [
  get(urls.documentReuse, 'signed-in', async (visit) => {
    const reused = await loadReused(visit, null);
    const { source, version } = reused;
    const { db, organisation } = visit;
    const text =
      version.text || (await readVersionText(db, organisation.id, source.id, version.number));
    const typed: TypedDocument = {
      ...typeDocument({
        ...source,
        assembly: '',
        adoptedOn: null,
        result: null,
        isTemplate: false,
      }),
      // what was decided elsewhere is not decided here
      portee: 'pole',
      texte: [...text].slice(0, LENGTHS.text).join(''),
    };
    return showReuse(visit, reused, typed, {
      problems: {},
      file: null,
      madeFrom: randomUUID(),
      target: reused.targets[0]!,
      keepsFile: text === '',
    });
  }),

  post(urls.documentReuse, 'signed-in', async (visit) => {
    const received = await receiveDocument(visit);
    const { form, problem, madeFrom } = received;
    const reused = await loadReused(visit, readNumber(form.text('version-source')));
    const { source, version, targets } = reused;
    const asked = form.text('destination');
    const target = targets.find(({ component }) => component.id === asked) ?? targets[0]!;
    const typed = { ...readTyped(form), type: source.type };
    const { written, problems } = readDocument(typed, target.component.kind);
    const keepsFile = form.text('garder') === 'oui' && !received.file && version.file !== null;
    Object.assign(
      problems,
      versionProblems(typed, { hasFile: keepsFile || received.file !== null, isFirst: true }),
    );
    if (problem) {
      delete problems.texte;
      problems.fichier = problem;
    }
    const shown = { problems, file: received.file, madeFrom, target, keepsFile };
    if (!written || Object.keys(problems).length > 0) return showReuse(visit, reused, typed, shown);
    const file = keepsFile ? await copyFile(visit, version.file!) : received.file;
    const done = await depositDocument(
      visit.db,
      writerIn(visit, target),
      { componentId: target.component.id, folderId: null },
      written,
      { file, text: typed.texte, note: '' },
      madeFrom,
      { copied: { id: source.id, version: version.number } },
      admitDocumentOf(visit, target.space.id, written.reach),
    );
    if (!done.ok)
      return showReuse(visit, reused, typed, {
        ...shown,
        file,
        keepsFile: false,
        problems: refusedDeposit(done.refusal),
      });
    const { number, title } = done.document;
    return seeOther(
      visit,
      urls.document({ document: numberedSegment(number, title) }),
      'document-reused',
    );
  }),
];

/** What is adapted, as the visitor reads it, and where its copy may go; where it may go nowhere there is no such page. */
async function loadReused(
  visit: SignedInVisit<'document'>,
  number: number | null,
): Promise<Reused> {
  const { document: source, place } = await loadDocument(visit);
  const { db, organisation } = visit;
  const version = await findVersion(db, organisation.id, source.id, number ?? source.latest);
  const targets = await listTargets(visit, source.type);
  if (targets.length === 0) throw notFound('document');
  // where it stands already, first
  const own = targets.filter(({ component }) => component.id === place.component.id);
  return {
    source,
    version: found(version, 'version'),
    targets: [...own, ...targets.filter((one) => !own.includes(one))],
  };
}

/** The file of the source once more, as this person's own upload: each copy is counted where it lies. */
async function copyFile(visit: SignedInVisit, { fileId }: VersionFile): Promise<VersionFile> {
  const { db, organisation, config, visitor } = visit;
  const storage = openStorage(config);
  const kept = found(await findFile(db, organisation.id, fileId), 'file');
  const read = async (key: string) => Buffer.from(await storage.readToUint8Array(key));
  const small = kept.width === null ? null : await read(smallKey(kept.storageKey));
  return keepUpload(db, storage, organisation.id, visitor.id, {
    name: kept.name,
    mediaType: kept.mediaType,
    width: kept.width,
    height: kept.height,
    whole: await read(kept.storageKey),
    small,
  });
}

async function showReuse(
  visit: SignedInVisit,
  { source, version, targets }: Reused,
  typed: TypedDocument,
  shown: {
    problems: Problems;
    file: VersionFile | null;
    madeFrom: string;
    target: Place;
    keepsFile: boolean;
  },
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { problems, target } = shown;
  const faulty = Object.keys(problems).length > 0;
  const [quota, ground] = await Promise.all([
    findQuota(db, organisation.id, target.space.id, visitor.id),
    shareGround(visit),
  ]);
  return page({
    title: m.documents_reuse_title(),
    section: 'participation',
    scripts: source.type === 'solution' ? [MAP_SCRIPT] : [],
    ...(faulty && { status: 422, faulty }),
    body: (
      <ReusePage
        source={source}
        sourceFile={version.file}
        sourceVersion={version.number}
        keepsFile={shown.keepsFile}
        targets={targets.map(({ space, component }) => ({
          id: component.id,
          label: m.documents_reuse_in({ space: space.title, component: component.title }),
        }))}
        target={target.component.id}
        kind={target.component.kind}
        typed={typed}
        file={shown.file}
        quota={quota}
        problems={problems}
        madeFrom={shown.madeFrom}
        ground={drawnGround(ground)}
        hasFamily={hasFamily(target.space)}
      />
    ),
  });
}
