import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listMeetingsAbout, type Meeting } from '../../meetings/index.ts';
import { deliveryCrumbs } from '../office/crumbs.page.ts';
import { type DeliveryAt, loadDelivery } from '../office/load-delivery.routes.ts';
import { actOf } from '../office/office.routes.tsx';
import { sayStepProblems } from '../office/words.page.ts';
import { REALISATION } from '../realisation.ts';
import { saveStep } from '../realisation-writing.store.ts';
import { chooseInauguration, findInauguration } from './inauguration.store.ts';
import { NONE } from './inauguration.ts';
import { InaugurationPage } from './inauguration-form.page.tsx';

export type At = SignedInVisit<'edition' | 'project'>;

/** « Le politique inaugure » (R63): the meeting, the step, the photos, for those who advance the realisation. */
export const inaugurationRoutes: readonly Route[] = [
  get(urls.adminInauguration, 'agent', async (visit) =>
    showInauguration(visit, await loadDelivery(visit)),
  ),

  post(urls.adminInauguration, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { db } = visit;
    const form = await visit.form();
    const typed = { meeting: form.text('meeting'), reach: form.text('reach') !== '' };
    const before = form.text('before');
    const meeting = (await listInaugurations(visit, at)).find(({ id }) => id === typed.meeting);
    if (typed.meeting !== '' && !meeting)
      return showInauguration(visit, at, {
        typed,
        before,
        problems: { meeting: m.together_refused_meeting() },
      });
    const act = actOf(visit);
    // the meeting and the step are said together, or neither is
    const said = await db
      .transaction()
      .execute(async (tx): Promise<Said> => {
        const chosen = await chooseInauguration(
          tx,
          act,
          at.named,
          meeting ?? null,
          before === NONE ? null : before,
        );
        if (!chosen.ok) return chosen.refusal;
        return typed.reach && meeting ? tellStep(tx, act, at, meeting) : {};
      })
      .catch((error: unknown): Said => {
        if (error instanceof NotReached) return error.problems;
        throw error;
      });
    if (said === 'not-found') throw notFound('realisation');
    if (said === 'changed-meanwhile') return showInauguration(visit, at, { typed, conflict: true });
    if (Object.keys(said).length > 0)
      return showInauguration(visit, at, { typed, before, problems: said });
    return seeOther(visit, addressOf(at), 'inauguration-said');
  }),
];

type Said = Problems | 'changed-meanwhile' | 'not-found';

/** Undoes the meeting that was chosen with a step that could not be told. */
class NotReached extends Error {
  readonly problems: Problems;
  constructor(problems: Problems) {
    super('The step is not told.');
    this.problems = problems;
  }
}

async function tellStep(
  tx: Parameters<typeof saveStep>[0],
  act: ReturnType<typeof actOf>,
  { named, realisation }: DeliveryAt,
  meeting: Meeting,
): Promise<Problems> {
  const step = found(
    realisation.steps.find(({ stage }) => stage === 'inaugurated'),
    'step',
  );
  const { title, description, plannedOn, plannedIsMonth } = step;
  const doneOn = dayInParis(meeting.startsAt);
  const saved = await saveStep(tx, act, named, 'inaugurated', {
    ...{ title, description, plannedOn, plannedIsMonth },
    ...{ doneOn, doneIsMonth: false },
  });
  if (saved.ok) return {};
  if (saved.refusal !== 'not-valid') throw notFound('step');
  const { done } = sayStepProblems(saved.problems);
  throw new NotReached({ reach: done ?? m.together_refused_meeting() });
}

export const addressOf = ({ edition, number }: DeliveryAt): string =>
  urls.adminInauguration({ edition: edition.slug, project: number });

/** Published inaugurations about this realisation, cancelled ones left out. */
async function listInaugurations(
  { db, organisation }: At,
  { realisation }: DeliveryAt,
): Promise<Meeting[]> {
  const about = await listMeetingsAbout(db, organisation.id, REALISATION, [realisation.id]);
  return about.filter(({ kind, cancelledAt }) => kind === 'inauguration' && cancelledAt === null);
}

/** The page, with what was typed and refused. */
export async function showInauguration(
  visit: At,
  at: DeliveryAt,
  shown: {
    typed?: { meeting: string; reach: boolean };
    before?: string;
    alt?: string;
    problems?: Problems;
    conflict?: boolean;
  } = {},
): Promise<Page> {
  const { db, organisation } = visit;
  const { edition, number, project, realisation, isOfficer, now } = at;
  const { problems = {}, conflict = false } = shown;
  const [{ meetingId, photos }, meetings] = await Promise.all([
    findInauguration(db, organisation.id, realisation.id),
    listInaugurations(visit, at),
  ]);
  const faulty = conflict || Object.keys(problems).length > 0;
  return page({
    title: m.together_inauguration_title(),
    section: isOfficer ? 'admin' : 'tasks',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <InaugurationPage
        at={{ edition: edition.slug, project: number }}
        project={project.title}
        realisation={realisation}
        now={now}
        isOfficer={isOfficer}
        meetings={meetings}
        kept={meetingId ?? ''}
        typed={shown.typed ?? { meeting: meetingId ?? '', reach: false }}
        before={shown.before ?? meetingId ?? ''}
        photos={photos}
        alt={shown.alt ?? ''}
        problems={problems}
        conflict={conflict}
        breadcrumb={deliveryCrumbs(edition, isOfficer, { number, title: project.title })}
      />
    ),
  });
}
