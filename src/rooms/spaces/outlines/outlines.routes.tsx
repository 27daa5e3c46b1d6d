import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { listEditions } from '../edition.store.ts';
import { drawnGround } from '../maps/ground.page.ts';
import { loadGround } from '../maps/ground.store.ts';
import { OUTLINE_FILE_LIMIT, readGeoJson } from './geojson.ts';
import { keepOutlines, listOutlines, markOutlines, removeOutlines } from './outline.store.ts';
import {
  guessNameProperty,
  isOutlineKind,
  listProperties,
  matchDistrict,
  nameOutlines,
  type OutlineFeature,
} from './outline.ts';
import { OutlinePreviewPage } from './outline-preview.page.tsx';
import { type UploadRefusal, uploadWords } from './outline-words.page.ts';
import { OutlinesPage, OutlinesRemovalPage } from './outlines.page.tsx';
import { simplify } from './simplify.ts';
import { findUpload, forgetUpload, type OutlineUpload, setAside } from './upload.store.ts';

/** « Carte du territoire »: what an officer uploads of the commune and its districts. */
export const outlinesRoutes: readonly Route[] = [
  get(urls.adminOutlines, 'officer', (visit) => showOutlines(visit)),

  post(
    urls.adminOutlines,
    'officer',
    async (visit) => {
      const form = await visit.form();
      const kind = form.text('kind');
      const [file] = form.files('file');
      if (!isOutlineKind(kind)) return showOutlines(visit, { kind, field: 'kind', why: 'no-kind' });
      const refuse = (why: UploadRefusal) => showOutlines(visit, { kind, field: 'file', why });
      if (!file || file.size === 0) return refuse('no-file');
      if (file.size > OUTLINE_FILE_LIMIT) return refuse('too-large');
      const parsed = parse(await file.text());
      if (parsed === undefined) return refuse('not-json');
      const read = readGeoJson(parsed);
      if (!read.ok) return refuse(read.refusal);
      const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
      const upload = await setAside(visit.db, act, kind, read.features);
      return seeOther(visit, urls.adminOutlineUpload({ upload }));
    },
    { bodyLimit: 2 * OUTLINE_FILE_LIMIT },
  ),

  get(urls.adminOutlineUpload, 'officer', async (visit) => {
    const upload = await loadUpload(visit);
    if (!upload) return seeOther(visit, urls.adminOutlines(), 'outline-upload-gone');
    return showPreview(visit, upload, visit.url.searchParams.get('nom'), false);
  }),

  post(urls.adminOutlineUpload, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const upload = await loadUpload(visit);
    if (!upload) return seeOther(visit, urls.adminOutlines(), 'outline-upload-gone');
    const form = await visit.form();
    const property = form.text('nom') || null;
    const { outlines } = nameOutlines(upload.kind, upload.features, property, organisation.name);
    if (outlines.length === 0) return showPreview(visit, upload, property, false);
    const act = actOf(visit);
    const written = await keepOutlines(db, act, upload.kind, outlines, form.text('mark'));
    if (!written.ok) return showPreview(visit, upload, property, true);
    await forgetUpload(db, act, upload.id);
    return seeOther(visit, urls.adminOutlines(), 'outlines-kept');
  }),

  get(urls.adminRemoveOutlines, 'officer', (visit) => showRemoval(visit, false)),

  post(urls.adminRemoveOutlines, 'officer', async (visit) => {
    const kind = found(isOutlineKind(visit.params.kind) ? visit.params.kind : null, 'kind');
    const mark = (await visit.form()).text('mark');
    const written = await removeOutlines(visit.db, actOf(visit), kind, mark);
    return written.ok
      ? seeOther(visit, urls.adminOutlines(), 'outlines-removed')
      : showRemoval(visit, true);
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** undefined: no JSON. */
function parse(text: string): unknown {
  try {
    // some programs begin their files with a mark of their encoding
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function loadUpload({ db, organisation, visitor, params }: SignedInVisit<'upload'>) {
  return findUpload(db, organisation.id, visitor.id, params.upload);
}

async function showOutlines(
  visit: SignedInVisit,
  refused?: { kind: string; field: 'kind' | 'file'; why: UploadRefusal },
) {
  const { db, organisation, visitor } = visit;
  const ground = await loadGround(db, organisation.id);
  const outlines = await listOutlines(db, organisation.id);
  const drawn = outlines.filter(({ kind }) => kind === 'district').map(({ name }) => name);
  const editions = (await listEditions(db, organisation.id, 'all')).filter(
    ({ archivedAt }) => archivedAt === null,
  );
  const unmatched =
    drawn.length === 0
      ? []
      : editions
          .map(({ title, districts }) => ({
            title,
            districts: districts.filter((district) => matchDistrict(district, drawn) === null),
          }))
          .filter(({ districts }) => districts.length > 0);
  return page({
    title: m.territory_outlines_title(),
    section: 'admin',
    scripts: [MAP_SCRIPT],
    ...(refused && { status: 422, faulty: true }),
    body: (
      <OutlinesPage
        outlines={outlines}
        ground={drawnGround(ground)}
        unmatched={unmatched}
        kind={refused?.kind ?? (outlines.length === 0 ? 'commune' : '')}
        problems={refused ? { [refused.field]: uploadWords[refused.why]() } : {}}
        administrator={visitor.roles.includes('administrator')}
      />
    ),
  });
}

/** Points that the preview draws of one shape. */
const PREVIEWED = 400;

async function showPreview(
  visit: SignedInVisit,
  upload: OutlineUpload,
  asked: string | null,
  conflict: boolean,
) {
  const { db, organisation } = visit;
  const { kind, features } = upload;
  const names = listProperties(features);
  const property = names.find((name) => name === asked) ?? guessNameProperty(features);
  const { outlines, unnamed } = nameOutlines(kind, features, property, organisation.name);
  const [kept, ground, editions] = await Promise.all([
    listOutlines(db, organisation.id),
    loadGround(db, organisation.id),
    listEditions(db, organisation.id, 'all'),
  ]);
  const most = Math.max(24, Math.floor((PREVIEWED * 4) / Math.max(1, outlines.length)));
  const shapes = [
    ...kept.filter((outline) => outline.kind !== kind),
    ...outlines.map((outline) => ({ ...outline, polygons: simplify(outline.polygons, most) })),
  ];
  const living = editions.filter(({ archivedAt }) => archivedAt === null);
  return page({
    title: m.territory_preview_title(),
    section: 'admin',
    scripts: [MAP_SCRIPT],
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <OutlinePreviewPage
        upload={upload.id}
        kind={kind}
        properties={names.map((name) => ({ name, example: exampleOf(features, name) }))}
        property={property}
        outlines={outlines}
        ground={{ ...drawnGround(ground), shapes }}
        unnamed={unnamed}
        districts={[...new Set(living.flatMap(({ districts }) => districts))]}
        replaced={kept.filter((outline) => outline.kind === kind)}
        mark={markOutlines(kept, kind)}
        conflict={conflict}
      />
    ),
  });
}

const LONGEST_EXAMPLE = 40;

function exampleOf(features: readonly OutlineFeature[], property: string): string {
  const value = features.find((feature) => feature.properties[property])?.properties[property];
  return [...(value ?? '')].slice(0, LONGEST_EXAMPLE).join('');
}

async function showRemoval(visit: SignedInVisit<'kind'>, conflict: boolean) {
  const { db, organisation, params } = visit;
  const kind = found(isOutlineKind(params.kind) ? params.kind : null, 'kind');
  const kept = await listOutlines(db, organisation.id);
  const outlines = kept.filter((outline) => outline.kind === kind);
  if (outlines.length === 0) return seeOther(visit, urls.adminOutlines());
  return page({
    title: m.territory_remove_question(),
    section: 'admin',
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <OutlinesRemovalPage
        kind={kind}
        outlines={outlines}
        mark={markOutlines(kept, kind)}
        conflict={conflict}
      />
    ),
  });
}
