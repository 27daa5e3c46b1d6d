import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { OfficePointsPage, RemovalPage, removalQuestion } from './office-points.page.tsx';
import { findVotePoint, listOwnShifts, listShifts, listVotePoints } from './point.store.ts';
import type { Span, VotePoint } from './point.ts';
import { formTitle, PointFormPage, type TypedPoint, writeProblems } from './point-form.page.tsx';
import { readPoint, readTypedPoint, typePoint } from './point-form.routes.ts';
import {
  addVotePoint,
  changeVotePoint,
  markPoint,
  removeVotePoint,
} from './point-writing.store.ts';
import { datesOfVote } from './points.routes.tsx';

/** The points of an edition's vote, for officers: listed, added, changed, removed. */
export const officePointsRoutes: readonly Route[] = [
  get(urls.adminVotePoints, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const loaded = await loadPoll(visit);
    const { edition } = loaded;
    const [points, own] = await Promise.all([
      listVotePoints(db, organisation.id, edition.id),
      listOwnShifts(db, organisation.id, edition.id, visitor.id),
    ]);
    const ids = points.map(({ id }) => id);
    return page({
      title: m.points_office_title(),
      section: 'admin',
      body: (
        <OfficePointsPage
          edition={edition}
          points={points}
          shifts={await listShifts(db, organisation.id, ids)}
          own={own}
          vote={datesOfVote(loaded)}
          frozen={loaded.state === 'published'}
        />
      ),
    });
  }),

  get(urls.adminNewVotePoint, 'officer', async (visit) => {
    const loaded = await loadPoll(visit);
    const vote = datesOfVote(loaded);
    return formPage({ edition: loaded.edition, point: null, vote, typed: typePoint(null) });
  }),

  post(urls.adminNewVotePoint, 'officer', async (visit) => {
    const loaded = await loadPoll(visit);
    const { edition } = loaded;
    const vote = datesOfVote(loaded);
    const typed = readTypedPoint(await visit.form());
    const shown = { edition, point: null, vote, typed };
    const read = readPoint(typed, vote, []);
    if (!read.ok) return formPage({ ...shown, problems: read.problems });
    const written = await addVotePoint(visit.db, actOf(visit), edition.id, read.point);
    return written.ok
      ? seeOther(visit, urls.adminVotePoints({ edition: edition.slug }), 'vote-point-added')
      : formPage({ ...shown, problems: { form: writeProblems[written.refusal]() } });
  }),

  get(urls.adminVotePoint, 'officer', async (visit) => {
    const { edition, point, vote } = await loadPoint(visit);
    return formPage({ edition, point, vote, typed: typePoint(point) });
  }),

  post(urls.adminVotePoint, 'officer', async (visit) => {
    const { edition, point, vote } = await loadPoint(visit);
    const form = await visit.form();
    const mark = form.text('mark');
    const typed = readTypedPoint(form);
    const shown = { edition, point, vote, typed, mark };
    const read = readPoint(typed, vote, point.slots);
    if (!read.ok) return formPage({ ...shown, problems: read.problems });
    const written = await changeVotePoint(visit.db, actOf(visit), point, read.point, mark);
    if (written.ok)
      return seeOther(visit, urls.adminVotePoints({ edition: edition.slug }), 'vote-point-changed');
    const problems = { form: writeProblems[written.refusal]() };
    if (written.refusal !== 'changed-meanwhile') return formPage({ ...shown, problems });
    // what is saved now, to look at: saving again is then a choice
    const saved = (await loadPoint(visit)).point;
    return formPage({ ...shown, point: saved, typed: typePoint(saved), mark: '', problems });
  }),

  get(urls.adminRemoveVotePoint, 'officer', async (visit) => {
    const { edition, point } = await loadPoint(visit);
    const shifts = await listShifts(visit.db, visit.organisation.id, [point.id]);
    return page({
      title: removalQuestion(point),
      section: 'admin',
      body: <RemovalPage edition={edition} point={point} shifts={shifts.length} />,
    });
  }),

  post(urls.adminRemoveVotePoint, 'officer', async (visit) => {
    const { edition, point } = await loadPoint(visit);
    const removed = await removeVotePoint(visit.db, actOf(visit), point);
    const notice = removed.ok ? 'vote-point-removed' : 'vote-point-frozen';
    return seeOther(visit, urls.adminVotePoints({ edition: edition.slug }), notice);
  }),
];

/** The point of the address, of this edition and organisation. */
export async function loadPoint(visit: SignedInVisit<'edition' | 'point'>) {
  const { db, organisation, params } = visit;
  const loaded = await loadPoll(visit);
  const { edition } = loaded;
  const point = await findVotePoint(db, organisation.id, edition.id, params.point);
  return { edition, point: found(point, 'vote-point'), vote: datesOfVote(loaded) };
}

export function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

interface Shown {
  edition: Edition;
  point: VotePoint | null;
  vote: Span | null;
  typed: TypedPoint;
  problems?: Problems;
  /** Of the version the form was made from; left out or '': of the point as it is now. */
  mark?: string;
}

function formPage({ edition, point, vote, typed, problems = {}, mark }: Shown) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: formTitle(point),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PointFormPage
        edition={edition}
        point={point}
        typed={typed}
        problems={problems}
        vote={vote}
        mark={mark || (point ? markPoint(point) : '')}
      />
    ),
  });
}
