import * as m from '../../../paraglide/messages.js';
import { readDay } from '../../../platform/clock/paris.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import type { OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { BY_CATEGORY, type TypedAsk } from './ask-fields.page.tsx';
import { AssignPage, DueDaysPage, type ShownChoice } from './assign.page.tsx';
import { giveIdeas } from './assignment.jobs.ts';
import { lastStudyDay } from './assignment.ts';
import { changeDueDays } from './due-days.store.ts';
import {
  actOf,
  askedOf,
  findUsualDay,
  freshAsk,
  loadStudy,
  loadStudyToAct,
  readTypedAsk,
  readTypedDay,
} from './office-visit.routes.ts';
import { RunPage } from './run.page.tsx';
import { findRun, insertRun } from './run.store.ts';
import type { UndoRefusal } from './run.ts';
import { findRunOutcome, undoRun } from './run-undo.store.ts';
import { type Choice, describeChosen } from './study-list.store.ts';
import { readStudyFilter, writeStudyFilter } from './study-list.ts';
import { askWords, undoWords } from './words.page.tsx';

/** So few ideas are given while the officer waits; more by a job that says how far it is. */
const GIVEN_AT_ONCE = 50;

type Loaded = Awaited<ReturnType<typeof loadStudyToAct>>;
type RunVisit = SignedInVisit<'edition' | 'run'>;

/** Many ideas given at once, and taken back; other days for many (R43). */
export const assignRoutes: readonly Route[] = [
  get(urls.adminAssign, 'officer', async (visit) => {
    const loaded = await loadStudyToAct(visit);
    const query = visit.url.searchParams;
    const usual = await findUsualDay(visit, loaded.edition, loaded.today);
    const service = query.get('confier') === BY_CATEGORY ? BY_CATEGORY : '';
    return assignPage(visit, loaded, readChoice(query, loaded.edition), freshAsk(usual, service));
  }),

  post(urls.adminAssign, 'officer', async (visit) => {
    const loaded = await loadStudyToAct(visit);
    const { db, config, organisation } = visit;
    const form = await visit.form();
    const choice = readChoice({ get: form.text, getAll: form.all }, loaded.edition);
    const typed = readTypedAsk(form);
    const changed = await refuseChanged(visit, loaded, choice, form.text('nombre'));
    if (changed) return assignPage(visit, loaded, choice, typed, changed, 409);
    const asked = askedOf(typed);
    const run = await insertRun(db, actOf(visit), loaded.edition.id, choice, {
      ...asked,
      departmentId: typed.service === BY_CATEGORY ? null : asked.departmentId,
    });
    if (!run.ok) {
      const { field, words } = askWords[run.refusal];
      return assignPage(visit, loaded, choice, typed, { [field]: words() });
    }
    const { total } = (await findRun(db, organisation.id, run.id))!;
    if (total <= GIVEN_AT_ONCE)
      await giveIdeas(db, config, { organisationId: organisation.id, runId: run.id });
    return seeOther(visit, urls.adminAssignmentRun({ edition: loaded.edition.slug, run: run.id }));
  }),

  get(urls.adminDueDays, 'officer', async (visit) => {
    const loaded = await loadStudyToAct(visit);
    const choice = readChoice(visit.url.searchParams, loaded.edition);
    const service = 'filter' in choice ? (choice.filter.departmentId ?? '') : '';
    return duePage(visit, loaded, choice, { service, day: '', month: '', year: '' });
  }),

  post(urls.adminDueDays, 'officer', async (visit) => {
    const loaded = await loadStudyToAct(visit);
    const form = await visit.form();
    const choice = readChoice({ get: form.text, getAll: form.all }, loaded.edition);
    const typed = { service: form.text('pour'), ...readTypedDay(form, 'echeance') };
    const changed = await refuseChanged(visit, loaded, choice, form.text('nombre'));
    if (changed) return duePage(visit, loaded, choice, typed, changed, 409);
    const known = loaded.departments.some(({ id }) => id === typed.service);
    const done = await changeDueDays(visit.db, actOf(visit), loaded.edition.id, choice, {
      dueOn: readDay(typed),
      departmentId: known ? typed.service : null,
    });
    if (done.ok)
      return seeOther(
        visit,
        urls.adminStudy({ edition: loaded.edition.slug }),
        'assign-due-changed',
      );
    const { field, words } = askWords[done.refusal];
    const problem = done.refusal === 'nothing-chosen' ? m.assign_due_nothing() : words();
    return duePage(visit, loaded, choice, typed, { [field]: problem });
  }),

  get(urls.adminAssignmentRun, 'reader', async (visit) => runPage(visit)),

  post(urls.adminUndoRun, 'officer', async (visit) => {
    const { edition } = await loadStudyToAct(visit);
    const run = await loadRun(visit, edition);
    const undone = await undoRun(visit.db, actOf(visit), run.id);
    if (!undone.ok) return runPage(visit, undone.refusal);
    const at = { edition: edition.slug, run: run.id };
    return seeOther(visit, urls.adminAssignmentRun(at), 'assign-run-undone');
  }),
];

/** What was ticked, or everything that a filter holds. */
function readChoice(
  from: { get(name: string): string | null; getAll(name: string): string[] },
  edition: Edition,
): Choice {
  if (from.get('choix') === 'liste')
    return { filter: readStudyFilter((name) => from.get(name) ?? '', edition.categories) };
  const numbers = from.getAll('idee').filter((one) => /^[1-9]\d{0,8}$/.test(one));
  return { numbers: [...new Set(numbers)].map(Number) };
}

async function showChoice(
  visit: OfficeVisit,
  edition: Edition,
  choice: Choice,
): Promise<ShownChoice> {
  const described = await describeChosen(visit.db, visit.organisation.id, edition.id, choice);
  const chosen: (readonly [string, string])[] =
    'filter' in choice
      ? [['choix', 'liste'], ...Object.entries(writeStudyFilter(choice.filter, edition.categories))]
      : [
          ['choix', 'cochees'],
          ...choice.numbers.map((number) => ['idee', String(number)] as const),
        ];
  return { ...described, fields: [...chosen, ['nombre', String(described.count)]] };
}

/** A list that changed since the officer was told how long it is: they are told again before anything is done. */
async function refuseChanged(
  { db, organisation }: OfficeVisit,
  { edition }: Loaded,
  choice: Choice,
  seen: string,
): Promise<Problems | null> {
  const { count } = await describeChosen(db, organisation.id, edition.id, choice);
  return seen === '' || seen === String(count) ? null : { form: m.assign_list_changed({ count }) };
}

async function assignPage(
  visit: OfficeVisit,
  { edition, departments }: Loaded,
  choice: Choice,
  typed: TypedAsk,
  problems: Problems = {},
  status: 409 | 422 = 422,
) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assign_ask_title(),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <AssignPage
        edition={edition}
        choice={await showChoice(visit, edition, choice)}
        departments={departments}
        typed={typed}
        problems={problems}
        lastStudyDay={lastStudyDay(edition)}
      />
    ),
  });
}

async function duePage(
  visit: OfficeVisit,
  { edition, departments }: Loaded,
  choice: Choice,
  typed: Pick<TypedAsk, 'service' | 'day' | 'month' | 'year'>,
  problems: Problems = {},
  status: 409 | 422 = 422,
) {
  const faulty = Object.keys(problems).length > 0;
  const shown = await showChoice(visit, edition, choice);
  return page({
    title: m.assign_due_title(),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <DueDaysPage
        edition={edition}
        choice={{ ...shown, underStudy: 0 }}
        departments={departments}
        typed={typed}
        problems={problems}
        lastStudyDay={lastStudyDay(edition)}
      />
    ),
  });
}

async function loadRun({ db, organisation, params }: RunVisit, edition: Edition) {
  const run = await findRun(db, organisation.id, params.run);
  return found(run?.editionId === edition.id ? run : null, 'run');
}

async function runPage(visit: RunVisit, refusal: UndoRefusal | null = null) {
  const { edition, departments, mayAct } = await loadStudy(visit);
  const run = await loadRun(visit, edition);
  const { db, organisation } = visit;
  const [outcome, nicknames] = await Promise.all([
    findRunOutcome(db, organisation.id, run.id),
    listNicknames(db, organisation.id, run.askedBy ? [run.askedBy] : []),
  ]);
  return page({
    title: m.assign_run_title(),
    section: 'admin',
    passing: run.endedAt === null,
    ...(run.endedAt === null && { scripts: ['fresh-part.js'] }),
    ...(refusal && { status: 409, faulty: true }),
    body: (
      <RunPage
        edition={edition}
        run={run}
        outcome={outcome}
        departments={departments}
        nickname={nicknames.get(run.askedBy ?? '') ?? ''}
        mayAct={mayAct}
        problems={refusal ? { form: undoWords[refusal]() } : {}}
      />
    ),
  });
}
