import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { giveWork } from '../../platform/http/open-form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { recordTakenExport } from '../../platform/journal/taken-export.ts';
import { CSV_MARK, writeCsvLine } from '../../platform/text/csv.ts';
import type { Problems } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { WORK_SCRIPT } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { findPerson } from '../identity/index.ts';
import { showHidden } from '../moderation/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { PetitionPage, type TypedSignature } from './petition.page.tsx';
import {
  findSignature,
  listEventsOf,
  listNames,
  listPetitions,
  listSteps,
} from './petition.store.ts';
import { LENGTHS, type Petition, STEP_KINDS, stateOf } from './petition.ts';
import { petitionProblems, petitionSegment } from './petition-words.page.ts';
import { addStep, turnPetition } from './petition-writing.store.ts';
import { PetitionsPage, SignersPage } from './petitions.page.tsx';
import {
  loadAnyPetition,
  loadPetition,
  loadPetitionForTeam,
  loadPlaced,
  maySign,
  type SeenPetition,
} from './placed.routes.ts';
import type { TypedStep } from './team-panel.page.tsx';

/** Lines of the file that are read at once. */
const READ_AT_ONCE = 500;
/** Names on the page itself. */
const FIRST_NAMES = 12;

/** Mobilisations of a component, one of them, and what its team does with it (R144, R156). */
export const petitionRoutes: readonly Route[] = [
  get(urls.mobilisations, 'anyone', async (visit) => {
    const { space, component } = await loadPlaced(visit);
    const { db, organisation, url } = visit;
    const listed = await listPetitions(db, organisation.id, component.id, {
      drafts: space.isTeam,
      after: readNumber(url.searchParams.get('apres') ?? ''),
    });
    const today = dayInParis(await readNow(db));
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <PetitionsPage
          {...{ space, component }}
          beside={await showBeside(visit, space, component)}
          petitions={listed.petitions.map((one) => ({ ...one, state: stateOf(one, today) }))}
          next={listed.next}
        />
      ),
    });
  }),

  get(urls.petition, 'anyone', async (visit) => {
    const seen = await loadAnyPetition(visit);
    const { petition, space } = seen;
    if (petition.hiddenAt)
      return showHidden(visit, {
        kind: 'petition',
        id: petition.id,
        authorId: petition.madeBy,
        spaceId: space.id,
        address: urls.petition({ petition: petition.number }),
      });
    return showPetition(visit, seen);
  }),

  get(urls.signers, 'anyone', async (visit) => {
    const { petition } = await loadPetition(visit);
    const after = readNumber(visit.url.searchParams.get('apres') ?? '');
    const listed = await listNames(visit.db, visit.organisation.id, petition.id, { after });
    return page({
      title: m.petitions_names_title(),
      section: 'participation',
      body: <SignersPage petition={petition} {...listed} />,
    });
  }),

  get(urls.signersCsv, 'signed-in', async (visit) => {
    const { petition } = await loadPetitionForTeam(visit);
    await recordTakenExport(visit, null, { title: petition.title, format: 'csv' });
    return new Response(await writeNames(visit, petition), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="signataires-${petition.number}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  }),

  post(urls.publishPetition, 'signed-in', (visit) => turn(visit, 'published')),
  post(urls.closePetition, 'signed-in', (visit) => turn(visit, 'closed')),

  post(urls.tellPetition, 'signed-in', async (visit) => {
    const seen = await loadPetitionForTeam(visit);
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const typed = {
      suite: form.text('suite'),
      mots: form.text('mots'),
      day: form.text('jour-day'),
      month: form.text('jour-month'),
      year: form.text('jour-year'),
    };
    const kind = STEP_KINDS.find((one) => one === typed.suite);
    const happenedOn = readDay(typed);
    const problems: Problems = {
      ...(!kind && { suite: petitionProblems['kind-missing']() }),
      ...(!happenedOn && { jour: petitionProblems['date-wrong']() }),
      ...(typed.mots === '' && { mots: petitionProblems['text-missing']() }),
      ...([...typed.mots].length > LENGTHS.step && { mots: petitionProblems['text-too-long']() }),
    };
    if (!kind || !happenedOn || Object.keys(problems).length > 0)
      return showPetition(visit, seen, { problems, step: typed });
    const acting = { organisationId: organisation.id, by: visitor.id };
    await db
      .transaction()
      .execute((tx) => addStep(tx, acting, seen.petition, { kind, happenedOn, words: typed.mots }));
    return seeOther(visit, hrefOf(seen.petition), 'petition-told');
  }),
];

export const hrefOf = (petition: Petition): string =>
  urls.petition({ petition: petitionSegment(petition) });

async function turn(
  visit: SignedInVisit<'petition'>,
  to: 'published' | 'closed',
): Promise<Response> {
  const { petition } = await loadPetitionForTeam(visit);
  const { db, organisation, visitor } = visit;
  const acting = { organisationId: organisation.id, by: visitor.id };
  await db.transaction().execute((tx) => turnPetition(tx, acting, petition.id, to));
  return seeOther(visit, hrefOf(petition), `petition-${to}`);
}

async function writeNames({ db, organisation }: Visit, petition: Petition): Promise<string> {
  const lines = [
    CSV_MARK,
    writeCsvLine([
      m.petitions_name(),
      m.petitions_office(),
      m.petitions_place(),
      m.petitions_signed_at(),
    ]),
  ];
  let after: number | null = null;
  do {
    const listed = await listNames(db, organisation.id, petition.id, {
      after,
      limit: READ_AT_ONCE,
    });
    for (const { name, office, place, signedAt } of listed.names)
      lines.push(writeCsvLine([name, office, place, formatDateTime(signedAt!)]));
    after = listed.next;
  } while (after !== null);
  return lines.join('');
}

interface Shown {
  problems?: Problems;
  typed?: TypedSignature;
  step?: TypedStep;
  status?: 409 | 422 | 429;
}

/** The page of a mobilisation, with a form as it was typed where something is wrong with it. */
export async function showPetition(
  visit: Visit,
  seen: SeenPetition,
  { problems = {}, typed, step, status = 422 }: Shown = {},
): Promise<Answer> {
  const { db, organisation, visitor, origin } = visit;
  const { petition } = seen;
  const signs = maySign(seen);
  const account = visitor && (await findPerson(db, organisation.id, visitor.id));
  const [own, names, steps, events, work] = await Promise.all([
    visitor
      ? findSignature(db, organisation.id, { petitionId: petition.id, personId: visitor.id })
      : null,
    listNames(db, organisation.id, petition.id, { limit: FIRST_NAMES }),
    listSteps(db, organisation.id, petition.id),
    listEventsOf(db, organisation.id, petition.id),
    signs && !visitor ? giveWork(visit, { name: 'petition' }) : null,
  ]);
  const shown = await Promise.all(events.map((id) => visit.findContribution('meeting', id)));
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: petition.title,
    section: 'participation',
    ...(petition.call && { description: petition.call }),
    ...(faulty && { status, faulty }),
    scripts: work === null ? [] : [WORK_SCRIPT],
    body: (
      <PetitionPage
        {...seen}
        {...{ names, steps, problems, work, step }}
        own={own?.signedAt ? own : null}
        events={shown.flatMap((one) => (one && !one.isHidden ? one : []))}
        maySign={signs}
        isSignedIn={visitor !== null}
        typed={
          typed ?? { nom: account?.name ?? '', courriel: '', fonction: '', commune: '', accord: '' }
        }
        address={origin + hrefOf(petition)}
      />
    ),
  });
}

/** Their account, which is there. */
export const getAccount = async ({ db, organisation, visitor }: SignedInVisit) =>
  found(await findPerson(db, organisation.id, visitor.id), 'person');
