import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { PARTS, readMoment, typeMoment } from '../opening/opening-form.routes.ts';
import { findPollOf } from '../poll.store.ts';
import { showAdoption } from './adoption.routes.tsx';
import { saveAdoption } from './adoption.store.ts';
import { type Adoption, checkAdoption, readQuestions } from './adoption.ts';
import {
  AdoptionFormPage,
  AdoptionOpeningPage,
  type TypedAdoption,
} from './adoption-form.page.tsx';
import { loadOfficeAdoption } from './adoption-load.routes.ts';
import { findAdoptionRefusals, openAdoption } from './adoption-opening.store.ts';
import { adoptionProblems } from './adoption-words.page.ts';
import { OfficeAdoptionPage } from './office-adoption.page.tsx';

type AdoptionVisit = SignedInVisit<'space' | 'component'>;

/** The vote of a space: written by its organisers, opened by the office that keeps lists and boxes (decision 075). */
export const officeAdoptionRoutes: readonly Route[] = [
  get(urls.adminSpaceVote, 'space-organiser', async (visit) => {
    const { space, component, adoption } = await loadOfficeAdoption(visit);
    const { entries, refusals } = adoption
      ? await findAdoptionRefusals(visit.db, visit.organisation.id, { space, component, adoption })
      : { entries: 0, refusals: [] };
    return page({
      title: component.title,
      section: 'admin',
      body: (
        <OfficeAdoptionPage
          {...{ space, component, entries, refusals }}
          shown={adoption && (await showAdoption(visit, adoption))}
          isOfficer={holdsRight('officer', visit.visitor)}
        />
      ),
    });
  }),

  get(urls.adminSpaceVoteText, 'space-organiser', async (visit) => {
    const loaded = await loadOfficeAdoption(visit);
    return (
      (await refuseOpened(visit, loaded.adoption)) ??
      formPage(visit, typeAdoption(loaded.adoption), { version: loaded.adoption?.version ?? 0 })
    );
  }),

  post(urls.adminSpaceVoteText, 'space-organiser', async (visit) => {
    const { component, adoption } = await loadOfficeAdoption(visit);
    const opened = await refuseOpened(visit, adoption);
    if (opened) return opened;
    const form = await visit.form();
    const typed = readTyped(form);
    const version = Number(form.text('version')) || 0;
    if (form.text('geste') === 'apercu') return formPage(visit, typed, { version, preview: true });
    const [opensAt, closesAt] = [readMoment(typed, 'ouverture'), readMoment(typed, 'cloture')];
    const questions = readQuestions(typed.questions ?? '');
    const body = typed.texte ?? '';
    const now = await readNow(visit.db);
    // dates that cannot be read are told with what is wrong besides
    const soon = new Date(now.getTime() + 1);
    const problems: Problems = adoptionProblems(
      checkAdoption({ body, questions, opensAt: opensAt ?? now, closesAt: closesAt ?? soon }, now),
    );
    if (!opensAt) problems.ouverture = m.polls_problem_date();
    if (!closesAt || (!opensAt && problems.cloture)) delete problems.cloture;
    if (!closesAt) problems.cloture = m.polls_problem_date();
    if (!opensAt || !closesAt || Object.keys(problems).length > 0)
      return formPage(visit, typed, { version, problems });
    const written = { body, questions, opensAt, closesAt };
    const saved = await saveAdoption(visit.db, actOf(visit), component, written, version);
    if (saved.ok) return seeOther(visit, hereOf(visit), 'adoption-saved');
    if (saved.refusal === 'opened-already')
      return seeOther(visit, hereOf(visit), 'adoption-opened-already');
    return formPage(visit, typed, {
      version: saved.adoption.version,
      problems: { form: m.adoption_refused_changed() },
      saved: saved.adoption,
    });
  }),

  get(urls.adminSpaceVoteOpen, 'officer', async (visit) => {
    const { adoption } = await loadOfficeAdoption(visit);
    return (await refuseOpened(visit, adoption)) ?? openingPage(visit, 200);
  }),

  post(urls.adminSpaceVoteOpen, 'officer', async (visit) => {
    const { space, component, ...loaded } = await loadOfficeAdoption(visit);
    const adoption = found(loaded.adoption, 'adoption');
    const opened = await refuseOpened(visit, adoption);
    if (opened) return opened;
    if (Number((await visit.form()).text('version')) !== adoption.version)
      return openingPage(visit, 409);
    const placed = { space, component, adoption };
    const done = await openAdoption(visit.db, visit.config, actOf(visit), placed);
    if (done.ok) return seeOther(visit, hereOf(visit), 'poll-opened');
    if (done.refusals.includes('opened-already'))
      return seeOther(visit, hereOf(visit), 'poll-act-done-before');
    return openingPage(visit, done.refusals.includes('changed-meanwhile') ? 409 : 422);
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const hereOf = ({ params }: AdoptionVisit) => urls.adminSpaceVote(params);

/** Opened, its text and its dates are what people vote on: they are read on the page of the vote. */
async function refuseOpened(visit: AdoptionVisit, adoption: Adoption | null) {
  const { db, organisation } = visit;
  return adoption && (await findPollOf(db, organisation.id, adoption.editionId))
    ? seeOther(visit, hereOf(visit), 'adoption-opened-already')
    : null;
}

const NAMES = [
  'texte',
  'questions',
  ...['ouverture', 'cloture'].flatMap((date) => PARTS.map((part) => `${date}-${part}`)),
];

const readTyped = (form: Form): TypedAdoption =>
  Object.fromEntries(NAMES.map((name) => [name, form.text(name)]));

function typeAdoption(adoption: Adoption | null): TypedAdoption {
  if (!adoption) return {};
  return {
    texte: adoption.body,
    questions: adoption.questions.join('\n'),
    ...typeMoment('ouverture', adoption.opensAt),
    ...typeMoment('cloture', adoption.closesAt),
  };
}

interface FormState {
  version: number;
  problems?: Problems;
  preview?: boolean;
  saved?: Adoption;
}

async function formPage(
  visit: AdoptionVisit,
  typed: TypedAdoption,
  { version, problems = {}, preview = false, saved }: FormState,
): Promise<Answer> {
  const { space, component } = await loadOfficeAdoption(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.adoption_form_title(),
    section: 'admin',
    scripts: ['marked-editor.js'],
    ...(faulty && { status: saved ? 409 : 422, faulty }),
    body: (
      <AdoptionFormPage
        {...{ space, component, typed, version, problems, preview }}
        saved={saved ?? null}
      />
    ),
  });
}

/** What stands in the way is said in place of the button; 409: somebody changed what was to be opened. */
async function openingPage(visit: AdoptionVisit, status: 200 | 409 | 422): Promise<Answer> {
  const { space, component, ...loaded } = await loadOfficeAdoption(visit);
  const adoption = found(loaded.adoption, 'adoption');
  const placed = { space, component, adoption };
  const { entries, refusals } = await findAdoptionRefusals(visit.db, visit.organisation.id, placed);
  const shown = status === 409 ? (['changed-meanwhile'] as const) : refusals;
  return page({
    title: m.adoption_open_question(),
    section: 'admin',
    status,
    faulty: status !== 200,
    body: <AdoptionOpeningPage {...{ space, component, adoption, entries }} refusals={shown} />,
  });
}
