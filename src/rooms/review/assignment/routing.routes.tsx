import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listAgents } from '../../identity/index.ts';
import { goOn, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { usualDueDay } from './assignment.ts';
import { declareDepartment } from './declared-department.routes.ts';
import { ADDED_FIELDS, type AddedDepartment } from './departments.page.tsx';
import { actOf, loadStudy } from './office-visit.routes.ts';
import { fieldOf, ServicesPage, type TypedRouting } from './routing.page.tsx';
import { findRouting, saveRouting } from './routing.store.ts';
import { type Routing, readDelay } from './routing.ts';
import { ServicesStep } from './services-step.page.tsx';
import { countStudy } from './study-list.store.ts';
import { findInvitedAgents, proposeRouting } from './study-readiness.store.ts';
import { nameOf } from './words.page.tsx';

type Loaded = Awaited<ReturnType<typeof loadStudy>>;

/** Departments of an edition's categories (R36): a step of the preparation, then a page by itself. */
export const routingRoutes: readonly Route[] = [
  get(urls.adminServices, 'officer', async (visit) => {
    const loaded = await loadRouting(visit);
    return servicesPage(visit, loaded, await readKept(visit, loaded));
  }),

  post(urls.adminServices, 'officer', async (visit) => {
    const loaded = await loadRouting(visit);
    const { edition, departments } = loaded;
    const form = await visit.form();
    const act = form.text('act');
    const preparing = edition.openedAt === null;
    const isEmpty = departments.every(({ closedAt }) => closedAt !== null);
    // passed over: nothing is saved, and the opening says what is missing
    if (preparing && (act === 'skip' || isEmpty))
      return goOn(visit, edition, 'services', act === 'leave');
    const mark = form.text('mark');
    const typed: TypedRouting = {
      departments: new Map(
        edition.categories.flatMap((category) => {
          const department = form.text(fieldOf(category));
          return department === '' ? [] : [[category.id, department]];
        }),
      ),
      automatic: form.text('automatique') === 'oui',
      delay: form.text('delai'),
    };
    const delay = readDelay(typed.delay);
    if (!delay.ok)
      return servicesPage(visit, loaded, {
        typed,
        mark,
        problems: { delai: m.assign_refused_delay() },
      });
    const saved = await saveRouting(visit.db, actOf(visit), edition, {
      ...typed,
      delayDays: delay.days,
      version: /^\d{1,9}$/.test(mark) ? Number(mark) : -1,
    });
    if (saved.ok && preparing) return goOn(visit, edition, 'services', act === 'leave');
    if (saved.ok)
      return seeOther(visit, urls.adminServices({ edition: edition.slug }), 'assign-routing-saved');
    if (saved.refusal === 'no-such-department')
      return servicesPage(visit, loaded, { typed, mark, problems: refuseClosed(loaded, typed) });
    const { routing } = saved;
    return servicesPage(visit, loaded, {
      typed,
      mark: String(routing.version),
      problems: listDifferences(loaded, typed, typeRouting(routing)),
      conflict: true,
    });
  }),

  post(urls.adminAddService, 'officer', async (visit) => {
    const loaded = await loadRouting(visit);
    const form = await visit.form();
    const added = { name: form.text(ADDED_FIELDS.name), email: form.text(ADDED_FIELDS.email) };
    const declared = await declareDepartment(visit, added);
    if (!declared.ok)
      return servicesPage(visit, loaded, {
        ...(await readKept(visit, loaded)),
        added,
        problems: declared.problems,
      });
    return seeOther(
      visit,
      urls.adminServices({ edition: loaded.edition.slug }),
      added.email === '' ? 'assign-service-added' : 'assign-service-told',
    );
  }),
];

async function loadRouting(visit: OfficeVisit): Promise<Loaded> {
  const loaded = await loadStudy(visit);
  return found(loaded.mayChange ? loaded : null, 'edition');
}

const typeRouting = ({ departments, automatic, delayDays }: Routing): TypedRouting => ({
  departments,
  automatic,
  delay: delayDays === null ? '' : String(delayDays),
});

const refuseClosed = ({ edition, departments }: Loaded, typed: TypedRouting): Problems =>
  Object.fromEntries(
    edition.categories.flatMap((category) => {
      const department = departments.find(({ id }) => id === typed.departments.get(category.id));
      const isOpen = department?.closedAt === null;
      return isOpen || !typed.departments.has(category.id)
        ? []
        : [[fieldOf(category), m.assign_refused_closed()]];
    }),
  );

/** What somebody else saved meanwhile, beside each field that differs. */
function listDifferences(
  { edition, departments }: Loaded,
  typed: TypedRouting,
  saved: TypedRouting,
): Problems {
  const say = (words: string) =>
    words === '' ? m.assign_conflict_empty() : m.assign_conflict_field({ saved: words });
  const fields: [string, boolean, string][] = [
    ...categoriesOf(edition).map(([id, field]): [string, boolean, string] => [
      field,
      typed.departments.get(id) !== saved.departments.get(id),
      nameOf(departments, saved.departments.get(id) ?? null),
    ]),
    [
      'automatique',
      typed.automatic !== saved.automatic,
      saved.automatic ? m.assign_yes() : m.assign_no(),
    ],
    ['delai', typed.delay !== saved.delay, saved.delay],
  ];
  const differing = fields.filter(([, differs]) => differs);
  return differing.length > 0
    ? Object.fromEntries(differing.map(([field, , words]) => [field, say(words)]))
    : { form: m.assign_conflict_same() };
}

const categoriesOf = (edition: Edition) =>
  edition.categories.map((category) => [category.id, fieldOf(category)] as const);

interface Shown {
  typed: TypedRouting;
  mark: string;
  problems?: Problems;
  conflict?: boolean;
  /** A department that could not be declared as it was typed. */
  added?: AddedDepartment;
  /** What is typed was proposed, and nobody has kept it. */
  isProposed?: boolean;
}

/** As it was saved; while nobody has settled anything, as it is proposed. */
async function readKept({ db, organisation }: OfficeVisit, { edition }: Loaded): Promise<Shown> {
  const routing = await findRouting(db, organisation.id, edition.id);
  const typed = typeRouting(routing);
  const mark = String(routing.version);
  if (routing.version > 0 || edition.openedAt !== null) return { typed, mark };
  const departments = await proposeRouting(db, organisation.id, edition);
  return { typed: { ...typed, departments }, mark, isProposed: departments.size > 0 };
}

async function servicesPage(
  visit: OfficeVisit,
  { edition, departments, today, isOver }: Loaded,
  {
    typed,
    mark,
    problems = {},
    conflict = false,
    added = { name: '', email: '' },
    isProposed = false,
  }: Shown,
) {
  const { db, organisation } = visit;
  const routed = new Set(typed.departments.values());
  const shown = departments.filter(({ id, closedAt }) => closedAt === null || routed.has(id));
  const [agents, counts, invited] = await Promise.all([
    listAgents(
      db,
      organisation.id,
      shown.map(({ id }) => id),
      edition.id,
    ),
    countStudy(db, organisation.id, edition.id),
    findInvitedAgents(db, organisation.id),
  ]);
  const delay = readDelay(typed.delay);
  const faulty = Object.keys(problems).length > 0;
  const props = {
    edition,
    departments: shown,
    agents,
    invited,
    added,
    typed,
    problems,
    mark,
    conflict,
    unassigned: isOver ? 0 : counts.unassigned,
    usualDay: usualDueDay(edition, today, delay.ok ? delay.days : null),
  };
  const preparing = edition.openedAt === null;
  return page({
    title: preparing ? m.setup_part_services() : m.assign_services_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: preparing ? (
      <ServicesStep {...props} isProposed={isProposed} />
    ) : (
      <ServicesPage {...props} />
    ),
  });
}
