import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listHolders } from '../../ideas/index.ts';
import { listPublicNicknames } from '../../identity/index.ts';
import { listBallotProjects } from '../../projects/index.ts';
import { findEditionToChange } from '../../spaces/index.routes.ts';
import type { HaltAct } from '../advance.ts';
import { haltRealisation } from '../halt.store.ts';
import { chooseMode, findMode } from '../mode.store.ts';
import { listPosts } from '../posts/post.store.ts';
import { listRealisations } from '../realisation.store.ts';
import { MODES } from '../realisation.ts';
import { markFrame, saveFrame } from '../realisation-writing.store.ts';
import { deliveriesCrumb, officeCrumbs } from './crumbs.page.ts';
import type { TypedHalt } from './halt-form.page.tsx';
import { type DeliveryAt, loadDeliveries, loadDelivery } from './load-delivery.routes.ts';
import { OfficeDeliveriesPage } from './office-deliveries.page.tsx';
import { OfficeDeliveryPage, type TypedFrame } from './office-delivery.page.tsx';
import { readFrame, typeFrame } from './typed-delivery.routes.ts';
import { sayFrameProblems, sayHaltRefusal, sayTheirs } from './words.page.ts';

type Loaded = SignedInVisit<'edition' | 'project'>;

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** Realisations for the office and for the agents of the departments that lead them (R59–R61). */
export const officeDeliveryRoutes: readonly Route[] = [
  get(urls.adminDeliveries, 'agent', async (visit) => {
    const { db, organisation } = visit;
    const { edition, isOfficer, own, today, departments } = await loadDeliveries(visit);
    const [realisations, projects, mode] = await Promise.all([
      listRealisations(db, organisation.id, edition.id),
      listBallotProjects(db, organisation.id, edition.id),
      findMode(db, organisation.id, edition.id),
    ]);
    const byProject = new Map(realisations.map((one) => [one.projectId, one]));
    return page({
      title: m.deliver_office_title(),
      section: isOfficer ? 'admin' : 'tasks',
      body: (
        <OfficeDeliveriesPage
          edition={edition}
          today={today}
          mode={isOfficer && edition.archivedAt === null ? mode : null}
          breadcrumb={isOfficer ? officeCrumbs(edition) : []}
          deliveries={projects.flatMap(({ id, number, title }) => {
            const realisation = byProject.get(id);
            if (!realisation || !(isOfficer || own.has(realisation.departmentId ?? ''))) return [];
            const department = departments.get(realisation.departmentId ?? '')?.name ?? '';
            return [{ number, title, department, realisation }];
          })}
        />
      ),
    });
  }),

  // before one realisation: its address is also one of theirs
  post(urls.adminDeliveryMode, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const typed = (await visit.form()).text('mode');
    const mode = MODES.find((one) => one === typed);
    if (mode) await chooseMode(visit.db, actOf(visit), edition.id, mode);
    return seeOther(
      visit,
      urls.adminDeliveries({ edition: edition.slug }),
      mode ? 'delivery-mode-chosen' : undefined,
    );
  }),

  get(urls.adminDelivery, 'agent', async (visit) => showDelivery(visit, await loadDelivery(visit))),

  post(urls.adminDelivery, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const form = await visit.form();
    const mark = form.text('mark');
    const open = [...at.departments.values()].filter(({ closedAt }) => closedAt === null);
    const { typed, frame, problems } = readFrame(form, at.realisation, {
      isOfficer: at.isOfficer,
      departments: new Set(open.map(({ id }) => id)),
    });
    if (Object.keys(problems).length > 0)
      return showDelivery(visit, at, { typed, mark, problems: sayFrameProblems(problems) });
    const saved = await saveFrame(visit.db, actOf(visit), at.named, frame, mark);
    if (saved.ok) return seeOther(visit, addressOf(at), 'delivery-saved');
    if (saved.refusal === 'not-found') throw notFound('realisation');
    const { realisation } = saved;
    return showDelivery(
      visit,
      { ...at, realisation },
      {
        typed,
        problems: frameConflict(typeFrame(frame), typeFrame(realisation), at),
        conflict: true,
      },
    );
  }),

  post(urls.adminDeliveryHalt, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const form = await visit.form();
    const typedHalt = { act: form.text('act'), reason: form.text('reason') };
    const act = (['suspend', 'abandon', 'resume'] as const).find((one) => one === typedHalt.act);
    const isOfOfficers =
      act === 'abandon' || (act === 'resume' && at.realisation.halt?.kind === 'abandoned');
    if (!act || (isOfOfficers && !at.isOfficer))
      return showDelivery(visit, at, { typedHalt, problems: { form: m.deliver_refused_act() } });
    const done = await haltRealisation(visit.db, actOf(visit), at.named, act, typedHalt.reason);
    if (done.ok) return seeOther(visit, addressOf(at), haltNotices[act]);
    if (done.refusal === 'not-found') throw notFound('realisation');
    return showDelivery(visit, at, { typedHalt, problems: sayHaltRefusal(done.refusal) });
  }),
];

const haltNotices: Record<HaltAct, string> = {
  suspend: 'delivery-suspended',
  abandon: 'delivery-abandoned',
  resume: 'delivery-resumed',
};

const addressOf = ({ edition, number }: DeliveryAt): string =>
  urls.adminDelivery({ edition: edition.slug, project: number });

/** What somebody else saved while the form was open, beside each field that differs. */
function frameConflict(
  mine: TypedFrame,
  theirs: TypedFrame,
  { departments }: DeliveryAt,
): Problems {
  const fields = ['department', 'mode', 'committed', 'spent', 'outcome'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => mine[field] !== theirs[field])
      .map((field) => [
        field,
        sayTheirs(
          field === 'department'
            ? (departments.get(theirs.department)?.name ?? '')
            : field === 'mode'
              ? modeName(theirs.mode)
              : theirs[field],
        ),
      ]),
  );
}

const modeName = (mode: string): string =>
  mode === 'team' ? m.deliver_mode_team() : m.deliver_mode_services();

interface Shown {
  typed?: TypedFrame;
  mark?: string;
  typedHalt?: TypedHalt;
  problems?: Problems;
  conflict?: boolean;
}

async function showDelivery(visit: Loaded, at: DeliveryAt, shown: Shown = {}): Promise<Page> {
  const { db, organisation } = visit;
  const { edition, number, project, realisation, departments, isOfficer, today } = at;
  const { problems = {}, conflict = false } = shown;
  const [posts, holders] = await Promise.all([
    listPosts(db, organisation.id, realisation.id),
    nameHolders(visit, project.ideaIds),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: project.title,
    section: isOfficer ? 'admin' : 'tasks',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <OfficeDeliveryPage
        {...{ edition, number, project, realisation, departments, holders, posts }}
        {...{ isOfficer, today, problems, conflict }}
        typed={shown.typed ?? typeFrame(realisation)}
        mark={shown.mark ?? markFrame(realisation)}
        typedHalt={shown.typedHalt ?? { act: '', reason: '' }}
        breadcrumb={[...(isOfficer ? officeCrumbs(edition) : []), deliveriesCrumb(edition)]}
      />
    ),
  });
}

async function nameHolders(
  { db, organisation }: Loaded,
  ideaIds: readonly string[],
): Promise<string[]> {
  const holders = await listHolders(db, organisation.id, ideaIds);
  const people = holders.flatMap(({ personId }) => personId ?? []);
  return [...new Set((await listPublicNicknames(db, organisation.id, people)).values())];
}
