import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { openStorage, takePicture } from '../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../platform/files/upload.ts';
import { type Form, UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { sayPictureProblems } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { addDays } from '../spaces/index.ts';
import { actionSegment } from './action-address.ts';
import { tellReported } from './commitment.mails.ts';
import { actOf, hrefOf, readTypedDay, senderOf, typeDay } from './commitment.routes.tsx';
import { type ActionOfGroup, loadActionOfGroup, uuidOf } from './commitment-load.routes.ts';
import { reportProblems, reportRefusals } from './commitment-words.page.tsx';
import { ReportPage, reportTitle, type TypedReport } from './report.page.tsx';
import { findReport, rewriteReport, writeReport } from './report.store.ts';
import { checkReport, MOST_PICTURES, type Report, type ReportField } from './report.ts';
import { addReportPicture, removeReportPicture } from './report-picture.store.ts';

/** Days back that what was done may still be told. */
const OLDEST_DAYS = 366;

type AtGroup = SignedInVisit<'fund' | 'action' | 'group'>;
type AtReport = SignedInVisit<'fund' | 'action' | 'group' | 'report'>;

/** How a group tells what it did, and shows it (R16, R28). */
export const reportRoutes: readonly Route[] = inMovements([
  get(urls.actionNewReport, 'signed-in', async (visit) => {
    const at = await loadActionOfGroup(visit);
    return showReport(at, null, NOTHING);
  }),

  post(urls.actionNewReport, 'signed-in', async (visit) => {
    const at = await loadActionOfGroup(visit);
    const typed = readTyped(await visit.form());
    const read = await checkTyped(visit, typed);
    if (!read.ok) return showReport(at, null, typed, { problems: read.problems });
    const done = await visit.db.transaction().execute(async (tx) => {
      const written = await writeReport(tx, actOf(visit, at), read.written);
      if (written.ok) await tellReported(tx, senderOf(visit), at.fund, written.action, at.group);
      return written;
    });
    if (!done.ok) return refuse(at, null, typed, done.refusal);
    return seeOther(visit, `${addressOf(at, done.id)}#photos`, 'commit-reported');
  }),

  get(urls.actionReport, 'signed-in', async (visit) => {
    const { at, report } = await loadReport(visit);
    return showReport(at, report, typeReport(report));
  }),

  post(urls.actionReport, 'signed-in', async (visit) => {
    const { at, report } = await loadReport(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const read = await checkTyped(visit, typed, report);
    if (!read.ok) return showReport(at, report, typed, { problems: read.problems });
    const version = Number(form.text('version')) || 0;
    const known = { id: report.id, version };
    const done = await rewriteReport(visit.db, actOf(visit, at), known, read.written);
    if (!done.ok) return refuse(at, report, typed, done.refusal);
    return seeOther(visit, `${hrefOf(at)}#experiences`, 'commit-report-changed');
  }),

  post(
    urls.actionReportPhotos,
    'signed-in',
    async (visit) => {
      const { at, report } = await loadReport(visit);
      const sent = await takePicture(visit);
      const { alt } = sent;
      const refusal = (problems: Problems) =>
        showReport(at, report, typeReport(report), { problems, alt });
      if (!sent.ok) return refusal(sayPictureProblems(sent.refusals, PICTURE_LIMITS));
      const { db, config } = visit;
      const storage = openStorage(config);
      const act = actOf(visit, at);
      const done = await addReportPicture(db, storage, act, report.id, sent.upload, alt);
      if (done === 'too-many')
        return refusal({ file: m.commit_problem_photos({ max: MOST_PICTURES }) });
      return seeOther(visit, `${addressOf(at, report.id)}#photos`, 'commit-photo-added');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.actionReportPhotoRemove, 'signed-in', async (visit) => {
    const { at, report } = await loadReport(visit);
    const { db, config, params } = visit;
    const storage = openStorage(config);
    await removeReportPicture(db, storage, actOf(visit, at), report.id, params.file);
    return seeOther(visit, `${addressOf(at, report.id)}#photos`, 'commit-photo-removed');
  }),
]);

const addressOf = ({ fund, action, group }: ActionOfGroup, report: string): string =>
  urls.actionReport({ fund: fund.slug, action: actionSegment(action), group: group.slug, report });

/** A report of the group that the address names, about this action. */
async function loadReport(visit: AtReport): Promise<{ at: ActionOfGroup; report: Report }> {
  const at = await loadActionOfGroup(visit as AtGroup);
  const { db, organisation, params } = visit;
  const report = await findReport(db, organisation.id, uuidOf(params.report));
  const isTheirs = report?.groupId === at.group.id && report.actionId === at.action.id;
  return { at, report: found(isTheirs ? report : null, 'report') };
}

const NOTHING: TypedReport = { day: typeDay(null), place: '', people: '', worked: '', harder: '' };

const typeReport = ({ heldOn, people, ...report }: Report): TypedReport => ({
  ...report,
  day: typeDay(heldOn),
  people: String(people),
});

const readTyped = (form: Form): TypedReport => ({
  day: readTypedDay(form, 'jour'),
  place: form.text('lieu').replaceAll(/\s+/g, ' ').trim(),
  people: form.text('personnes'),
  worked: form.text('reussi'),
  harder: form.text('difficile'),
});

const NAMES: Record<ReportField, string> = {
  day: 'jour',
  place: 'lieu',
  people: 'personnes',
  worked: 'reussi',
  harder: 'difficile',
};

async function checkTyped(visit: Visit, typed: TypedReport, known: Report | null = null) {
  const today = dayInParis(await readNow(visit.db));
  const oldest = addDays(today, -OLDEST_DAYS);
  const day = readDay(typed.day);
  const people = /^\d{1,6}$/.test(typed.people) ? Number(typed.people) : null;
  const { place, worked, harder } = typed;
  const written = { heldOn: day ?? today, place, people, worked, harder };
  // what was told in time may still be said better
  const first = known && known.heldOn < oldest ? known.heldOn : oldest;
  const faults = checkReport(written, { today, oldest: first });
  const problems: Problems = day === null ? { jour: m.commit_problem_day() } : {};
  // in the order of the form
  for (const [field, name] of Object.entries(NAMES)) {
    const problem = faults[field as ReportField];
    if (problem) problems[name] ??= reportProblems[problem]();
  }
  return Object.keys(problems).length > 0 || people === null
    ? ({ ok: false, problems } as const)
    : ({ ok: true, written: { ...written, people } } as const);
}

function refuse(
  at: ActionOfGroup,
  report: Report | null,
  typed: TypedReport,
  refusal: keyof typeof reportRefusals,
): Answer {
  const words = reportRefusals[refusal]();
  if (refusal === 'reported-already')
    return showReport(at, report, typed, { problems: { jour: words } });
  return showReport(at, report, typed, { problems: { form: words }, status: 409 });
}

function showReport(
  { fund, action, group }: ActionOfGroup,
  report: Report | null,
  typed: TypedReport,
  shown: { problems?: Problems; alt?: string; status?: 409 | 422 } = {},
): Answer {
  const { problems = {}, alt = '', status = 422 } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: reportTitle(report),
    section: 'funds',
    ...(faulty && { status, faulty }),
    body: (
      <ReportPage
        fund={fund}
        action={action}
        group={group}
        report={report}
        typed={typed}
        alt={alt}
        problems={problems}
      />
    ),
  });
}
