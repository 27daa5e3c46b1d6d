import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listAgents } from '../../identity/index.ts';
import type { OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { usualDueDay } from './assignment.ts';
import { actOf, loadStudy } from './office-visit.routes.ts';
import { fieldOf, ServicesPage, type TypedRouting } from './routing.page.tsx';
import { findRouting, saveRouting } from './routing.store.ts';
import { type Routing, readDelay } from './routing.ts';
import { countStudy } from './study-list.store.ts';
import { nameOf } from './words.page.tsx';

type Loaded = Awaited<ReturnType<typeof loadStudy>>;

/** Departments of an edition's categories (R36). */
export const routingRoutes: readonly Route[] = [
  get(urls.adminServices, 'officer', async (visit) => {
    const loaded = await loadRouting(visit);
    const routing = await findRouting(visit.db, visit.organisation.id, loaded.edition.id);
    return servicesPage(visit, loaded, typeRouting(routing), String(routing.version), {});
  }),

  post(urls.adminServices, 'officer', async (visit) => {
    const loaded = await loadRouting(visit);
    const { edition } = loaded;
    const form = await visit.form();
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
      return servicesPage(visit, loaded, typed, mark, { delai: m.assign_refused_delay() });
    const saved = await saveRouting(visit.db, actOf(visit), edition, {
      ...typed,
      delayDays: delay.days,
      version: /^\d{1,9}$/.test(mark) ? Number(mark) : -1,
    });
    if (saved.ok)
      return seeOther(visit, urls.adminServices({ edition: edition.slug }), 'assign-routing-saved');
    if (saved.refusal === 'no-such-department')
      return servicesPage(visit, loaded, typed, mark, refuseClosed(loaded, typed));
    const { routing } = saved;
    const differences = listDifferences(loaded, typed, typeRouting(routing));
    return servicesPage(visit, loaded, typed, String(routing.version), differences, true);
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

async function servicesPage(
  visit: OfficeVisit,
  { edition, departments, today, isOver }: Loaded,
  typed: TypedRouting,
  mark: string,
  problems: Problems,
  conflict = false,
) {
  const { db, organisation } = visit;
  const routed = new Set(typed.departments.values());
  const shown = departments.filter(({ id, closedAt }) => closedAt === null || routed.has(id));
  const [agents, counts] = await Promise.all([
    listAgents(
      db,
      organisation.id,
      shown.map(({ id }) => id),
      edition.id,
    ),
    countStudy(db, organisation.id, edition.id),
  ]);
  const delay = readDelay(typed.delay);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assign_services_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <ServicesPage
        edition={edition}
        departments={shown}
        agents={agents}
        typed={typed}
        problems={problems}
        mark={mark}
        conflict={conflict}
        unassigned={isOver ? 0 : counts.unassigned}
        usualDay={usualDueDay(edition, today, delay.ok ? delay.days : null)}
      />
    ),
  });
}
