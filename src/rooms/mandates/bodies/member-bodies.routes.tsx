import * as m from '../../../paraglide/messages.js';
import { readDay } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, mayInSpace, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { loadSpace, showBeside } from '../../consultations/index.routes.ts';
import { listNicknames, readTypedDate } from '../../identity/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { actOf, loadNetworkForTeam } from '../load.routes.ts';
import { typeDay } from '../mandate-form.routes.ts';
import { budgetWords, kindWords, MemberBodiesPage } from './member-bodies.page.tsx';
import { findBody, findRepresentatives, listBodies, saveBody } from './member-body.store.ts';
import { type BodyField, type BodyRefusal, type MemberBody, readBody } from './member-body.ts';
import {
  bodyProblems,
  FIELDS,
  type FormValues,
  MemberBodyFormPage,
} from './member-body-form.page.tsx';

const A_PAGE = 100;
const NO_DAY = { day: '', month: '', year: '' };
const NEW: FormValues = { texts: { budget: 'unknown' }, joined: NO_DAY, left: NO_DAY };

/** Member local authorities of a network: read by who is inside, kept by its organisers. */
export const memberBodyRoutes: readonly Route[] = [
  get(urls.memberBodies, 'anyone', async (visit) => {
    const { db, organisation, visitor, url } = visit;
    const space = await loadNetworkInside(visit);
    const after = url.searchParams.get('apres') ?? '';
    const [{ bodies, next }, ground, beside] = await Promise.all([
      listBodies(db, organisation.id, space.id, {
        after: isUuid(after) ? after : null,
        limit: A_PAGE,
      }),
      shareGround(visit),
      showBeside(visit, space, { themeId: null }),
    ]);
    const ids = bodies.map(({ id }) => id);
    const people = await findRepresentatives(db, organisation.id, space.id, ids);
    const names = await listNicknames(db, organisation.id, [...people.values()].flat());
    return page({
      title: m.bodies_title(),
      section: 'participation',
      scripts: [MAP_SCRIPT],
      body: (
        <MemberBodiesPage
          frame={{ space, ...beside }}
          bodies={bodies.map((one) => ({
            ...one,
            representatives: (people.get(one.id) ?? []).flatMap((id) => names.get(id) ?? []),
          }))}
          next={next}
          ground={drawnGround(ground)}
          keeps={visitor !== null && mayInSpace('space-organiser', visitor, space.id)}
        />
      ),
    });
  }),

  get(urls.memberBodiesCsv, 'anyone', async (visit) => {
    const space = await loadNetworkInside(visit);
    const { bodies } = await listBodies(visit.db, visit.organisation.id, space.id);
    const lines = [
      [
        ...[m.bodies_name(), m.bodies_kind(), m.mandates_code(), m.bodies_population()],
        ...[m.bodies_budget(), m.bodies_latitude(), m.bodies_longitude()],
        ...[m.bodies_joined(), m.bodies_left()],
      ],
      ...bodies.map((one) => [
        ...[one.name, kindWords[one.kind](), one.code, one.population ?? ''],
        ...[budgetWords[one.budget](), one.place?.latitude ?? '', one.place?.longitude ?? ''],
        ...[one.joinedOn, one.leftOn ?? ''],
      ]),
    ];
    return new Response(CSV_MARK + lines.map(writeCsvLine).join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="collectivites-${space.slug}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  }),

  get(urls.adminNewMemberBody, 'space-organiser', async (visit) =>
    formPage(await loadNetworkForTeam(visit), null, NEW),
  ),

  post(urls.adminNewMemberBody, 'space-organiser', (visit) => save(visit, null)),

  get(urls.adminMemberBody, 'space-organiser', async (visit) => {
    const { space, body } = await loadBody(visit);
    return formPage(space, body.id, valuesOf(body));
  }),

  post(urls.adminMemberBody, 'space-organiser', async (visit) => {
    const { body } = await loadBody(visit);
    return save(visit, body.id);
  }),
];

async function loadNetworkInside(visit: Visit<'space'>) {
  const space = await loadSpace(visit);
  return found(space.kind === 'network' ? space : null, 'network');
}

async function loadBody(visit: SignedInVisit<'space' | 'body'>) {
  const { db, organisation, params } = visit;
  const space = await loadNetworkForTeam(visit);
  return {
    space,
    body: found(await findBody(db, organisation.id, space.id, params.body), 'member-body'),
  };
}

async function save(visit: SignedInVisit<'space'>, id: string | null): Promise<Answer> {
  const space = await loadNetworkForTeam(visit);
  const values = readValues(await visit.form());
  const { texts, joined, left } = values;
  const read = readBody({
    ...{ name: texts.name ?? '', kind: texts.kind ?? '', code: texts.code ?? '' },
    ...{ population: texts.population ?? '', budget: texts.budget ?? '' },
    ...{ latitude: texts.latitude ?? '', longitude: texts.longitude ?? '' },
    joinedOn: readDay(joined),
    leftOn: left.day + left.month + left.year === '' ? '' : readDay(left),
  });
  if (!read.ok) return formPage(space, id, values, sayProblems(read.refusals));
  const done = await saveBody(visit.db, actOf(visit), space, id, read.written);
  if (!done.ok) return formPage(space, id, values, sayProblems({ name: done.refusal }));
  return seeOther(visit, urls.memberBodies({ space: space.slug }), 'member-body-saved');
}

const sayProblems = (refusals: Partial<Record<BodyField, BodyRefusal>>): Problems =>
  Object.fromEntries(
    (Object.keys(FIELDS) as BodyField[]).flatMap((field) => {
      const refusal = refusals[field];
      return refusal ? [[FIELDS[field], bodyProblems[refusal]()]] : [];
    }),
  );

function readValues(form: Form): FormValues {
  const oneLine = (field: BodyField) => form.text(FIELDS[field]).replaceAll(/\s+/g, ' ').trim();
  return {
    texts: {
      name: oneLine('name'),
      kind: oneLine('kind'),
      code: oneLine('code').replaceAll(' ', '').toUpperCase(),
      population: oneLine('population'),
      budget: oneLine('budget'),
      latitude: oneLine('latitude'),
      longitude: oneLine('longitude'),
    },
    joined: readTypedDate(form, FIELDS.joinedOn),
    left: readTypedDate(form, FIELDS.leftOn),
  };
}

const valuesOf = (body: MemberBody): FormValues => ({
  texts: {
    ...{ name: body.name, kind: body.kind, code: body.code, budget: body.budget },
    population: body.population === null ? '' : String(body.population),
    latitude: body.place ? String(body.place.latitude) : '',
    longitude: body.place ? String(body.place.longitude) : '',
  },
  joined: typeDay(body.joinedOn),
  left: typeDay(body.leftOn),
});

function formPage(
  space: { slug: string; title: string },
  id: string | null,
  values: FormValues,
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: id ? m.bodies_change() : m.bodies_add(),
    section: 'admin',
    ...(faulty && { status: 422 as const, faulty }),
    body: <MemberBodyFormPage {...{ space, id, values, problems }} />,
  });
}
