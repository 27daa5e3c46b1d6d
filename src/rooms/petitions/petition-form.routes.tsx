import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { countHit } from '../../platform/http/limits.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listComponents } from '../consultations/index.ts';
import { listMeetingsOf } from '../meetings/index.ts';
import { readNumber } from '../spaces/index.ts';
import { listEventsOf, listVersions } from './petition.store.ts';
import {
  checkPetition,
  KINDS,
  type Petition,
  REACHES,
  readGoal,
  type WrittenPetition,
} from './petition.ts';
import { formTitle, PetitionFormPage, type TypedPetition } from './petition-form.page.tsx';
import { petitionProblems, petitionSegment } from './petition-words.page.ts';
import { changePetition, makePetition } from './petition-writing.store.ts';
import {
  loadPetitionForTeam,
  loadPlacedForTeam,
  type Placed,
  type SeenPetition,
} from './placed.routes.ts';

/** Events that stand beside the form to be chosen. */
const MOST_EVENTS = 30;
const PETITIONS = { hits: 20, seconds: 3600 };

/** The team of a space prepares a mobilisation, and changes it. */
export const petitionFormRoutes: readonly Route[] = [
  get(urls.newPetition, 'signed-in', async (visit) =>
    showForm(visit, await loadPlacedForTeam(visit), null, NOTHING),
  ),

  post(urls.newPetition, 'signed-in', async (visit) => {
    const placed = await loadPlacedForTeam(visit);
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const typed = readTyped(form);
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const read = readPetition(typed, visit.locale);
    if (!read.ok)
      return showForm(visit, placed, null, typed, { problems: read.problems, madeFrom });
    await countHit(db, { key: `make-petition:${visitor.id}`, ...PETITIONS });
    const acting = { organisationId: organisation.id, by: visitor.id };
    const events = await chooseEvents(visit, placed, typed);
    const petition = await makePetition(db, acting, placed.component.id, read.written, {
      madeFrom,
      events,
    });
    return seeOther(visit, hrefOf(petition), 'petition-made');
  }),

  get(urls.changePetition, 'signed-in', async (visit) => {
    return showChange(visit, await loadPetitionForTeam(visit));
  }),

  post(urls.changePetition, 'signed-in', async (visit) => {
    const { petition, ...placed } = await loadPetitionForTeam(visit);
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const sent = readTyped(form);
    // what is signed is not asked for again: it stays as it is
    const typed = petition.signatures > 0 ? { ...sent, ...frozen(petition) } : sent;
    const read = readPetition(typed, petition.lang);
    if (!read.ok) return showForm(visit, placed, petition, typed, { problems: read.problems });
    const done = await changePetition(
      db,
      { organisationId: organisation.id, by: visitor.id },
      { id: petition.id, version: readNumber(form.text('version')) ?? 0 },
      read.written,
      await chooseEvents(visit, placed, typed),
    );
    if (done.ok) return seeOther(visit, hrefOf(done.petition), 'petition-changed');
    if (done.refusal === 'gone') throw notFound('petition');
    const words =
      done.refusal === 'signed-already'
        ? m.petitions_problem_signed()
        : m.petitions_problem_changed();
    return showForm(visit, placed, petition, typed, { problems: { form: words }, status: 409 });
  }),
];

const hrefOf = (petition: Petition): string =>
  urls.petition({ petition: petitionSegment(petition) });

const NOTHING: TypedPetition = {
  genre: 'petition',
  titre: '',
  appel: '',
  texte: '',
  destinataires: '',
  partage: '',
  lien: '',
  objectif: '',
  day: '',
  month: '',
  year: '',
  portee: '',
  evenements: [],
};

const frozen = ({ kind, title, body, addressees }: Petition) => ({
  genre: kind,
  titre: title,
  texte: body,
  destinataires: addressees,
});

function typePetition(petition: Petition, evenements: string[]): TypedPetition {
  const [year = '', month = '', day = ''] = petition.endsOn?.split('-') ?? [];
  return {
    ...frozen(petition),
    appel: petition.call,
    partage: petition.shareWords,
    lien: petition.link ?? '',
    objectif: petition.goal === null ? '' : String(petition.goal),
    ...{ day, month, year },
    portee: petition.reach,
    evenements,
  };
}

const readTyped = (form: Form): TypedPetition => ({
  genre: form.text('genre'),
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  appel: form.text('appel'),
  texte: form.text('texte'),
  destinataires: form.text('destinataires').replaceAll(/\s+/g, ' '),
  partage: form.text('partage').replaceAll(/\s+/g, ' '),
  lien: form.text('lien'),
  objectif: form.text('objectif'),
  day: form.text('fin-day'),
  month: form.text('fin-month'),
  year: form.text('fin-year'),
  portee: form.text('portee'),
  evenements: form.all('evenements'),
});

const FIELDS = {
  title: 'titre',
  call: 'appel',
  body: 'texte',
  addressees: 'destinataires',
  shareWords: 'partage',
  link: 'lien',
} as const;

function readPetition(
  typed: TypedPetition,
  lang: string,
): { ok: true; written: WrittenPetition } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const kind = KINDS.find((one) => one === typed.genre);
  if (!kind) problems.genre = petitionProblems['kind-missing']();
  const reach = REACHES.find((one) => one === typed.portee);
  if (!reach) problems.portee = petitionProblems['reach-missing']();
  const goal = readGoal(typed.objectif);
  if (goal === undefined) problems.objectif = petitionProblems['goal-wrong']();
  const saysDay = typed.day + typed.month + typed.year !== '';
  const endsOn = saysDay ? readDay(typed) : null;
  if (saysDay && endsOn === null) problems.fin = petitionProblems['date-wrong']();
  const texts = {
    title: typed.titre,
    call: typed.appel,
    body: typed.texte,
    addressees: typed.destinataires,
    shareWords: typed.partage,
    link: typed.lien || null,
  };
  for (const [field, refusal] of Object.entries(checkPetition(texts)))
    problems[FIELDS[field as keyof typeof FIELDS]] = petitionProblems[refusal]();
  if (!kind || !reach || goal === undefined || Object.keys(problems).length > 0)
    return { ok: false, problems };
  return { ok: true, written: { ...texts, kind, reach, goal, endsOn, lang } };
}

/** Events to come of the same space, as far as its team sees them. */
async function listEvents({ db, organisation }: SignedInVisit, { space }: Placed) {
  const components = await listComponents(db, organisation.id, space.id);
  const { meetings } = await listMeetingsOf(db, organisation.id, {
    componentIds: components.flatMap(({ id, kind }) => (kind === 'events' ? id : [])),
    when: 'coming',
    now: await readNow(db),
    limit: MOST_EVENTS,
  });
  return meetings;
}

async function chooseEvents(visit: SignedInVisit, placed: Placed, { evenements }: TypedPetition) {
  const events = await listEvents(visit, placed);
  return events.flatMap(({ id }) => (evenements.includes(id) ? id : []));
}

/** The page where a mobilisation is changed, with what was wrong with a picture sent to it. */
export async function showChange(
  visit: SignedInVisit,
  { petition, ...placed }: SeenPetition,
  refused: { problems?: Problems; alt?: string } = {},
): Promise<Answer> {
  const events = await listEventsOf(visit.db, visit.organisation.id, petition.id);
  return showForm(visit, placed, petition, typePetition(petition, events), refused);
}

async function showForm(
  visit: SignedInVisit,
  placed: Placed,
  petition: Petition | null,
  typed: TypedPetition,
  {
    problems = {},
    madeFrom = randomUUID() as string,
    status = 422,
    alt = '',
  }: { problems?: Problems; madeFrom?: string; status?: 409 | 422; alt?: string } = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: formTitle(petition),
    section: 'participation',
    ...(faulty && { status, faulty }),
    body: (
      <PetitionFormPage
        {...placed}
        {...{ petition, typed, problems, madeFrom, alt }}
        events={await listEvents(visit, placed)}
        versions={petition ? await listVersions(db, organisation.id, petition.id) : []}
      />
    ),
  });
}
