import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { openStorage, takePicture } from '../../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { type Meeting, stateOf } from '../meeting.ts';
import { PROFILES, type Profile } from '../registration.ts';
import { addPhoto, findReport, listPhotos, removePhoto, saveReport } from '../report.store.ts';
import { checkReport, type Report, readCount } from '../report.ts';
import { actOf, loadOfficeMeeting } from './office.routes.tsx';
import { ReportPage, reportProblems, type TypedReport } from './report.page.tsx';

/** What is published of a meeting once it is over. */
export const reportRoutes: readonly Route[] = [
  get(urls.adminMeetingReport, 'organiser', async (visit) =>
    showReport(visit, await loadOver(visit)),
  ),

  post(urls.adminMeetingReport, 'organiser', async (visit) => {
    const meeting = await loadOver(visit);
    const form = await visit.form();
    const typed: TypedReport = {
      present: byProfile((profile) => form.text(profile)),
      words: form.text('bilan'),
    };
    const version = readNumber(form.text('version')) ?? 0;
    const counts = byProfile((profile) => readCount(typed.present[profile]));
    const present = byProfile((profile) => counts[profile] ?? 0);
    const problems: Problems = {};
    for (const [field, refusal] of Object.entries(checkReport({ present, words: typed.words })))
      problems[field === 'words' ? 'bilan' : field] = reportProblems[refusal]();
    for (const profile of PROFILES)
      if (counts[profile] === null) problems[profile] = reportProblems['count-wrong']();
    if (Object.keys(problems).length > 0)
      return showReport(visit, meeting, { typed, version, problems });
    const report = { present, words: typed.words };
    const saved = await saveReport(visit.db, actOf(visit), meeting, report, version);
    if (saved.ok)
      return seeOther(visit, urls.adminMeeting({ meeting: meeting.number }), 'meeting-reported');
    // sent once more, it is what was typed here that counts
    return showReport(visit, meeting, {
      typed,
      version: saved.report.version,
      problems: conflictWords(typed, saved.report),
      conflict: true,
    });
  }),

  post(
    urls.adminMeetingPhotos,
    'organiser',
    async (visit) => {
      const meeting = await loadOver(visit);
      const sent = await takePicture(visit);
      const { alt } = sent;
      const refused = (problems: Problems) => showReport(visit, meeting, { alt, problems });
      if (!sent.ok) return refused(sayPictureProblems(sent.refusals, PICTURE_LIMITS));
      const storage = openStorage(visit.config);
      const added = await addPhoto(visit.db, storage, actOf(visit), meeting, sent.upload, alt);
      if (!added) return refused({ file: m.meetings_problem_photo_many() });
      return seeOther(visit, reportHref(meeting), 'meeting-photo-added');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminMeetingPhotoRemove, 'organiser', async (visit) => {
    const meeting = await loadOver(visit);
    const fileId = found(isUuid(visit.params.photo) ? visit.params.photo : null, 'photo');
    const storage = openStorage(visit.config);
    const removed = await removePhoto(visit.db, storage, actOf(visit), meeting, fileId);
    found(removed || null, 'photo');
    return seeOther(visit, reportHref(meeting), 'meeting-photo-removed');
  }),
];

const reportHref = (meeting: Meeting) => urls.adminMeetingReport({ meeting: meeting.number });

const byProfile = <T,>(read: (profile: Profile) => T): Record<Profile, T> =>
  Object.fromEntries(PROFILES.map((profile) => [profile, read(profile)])) as Record<Profile, T>;

/** Nothing is told of what has not taken place. */
async function loadOver(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const meeting = await loadOfficeMeeting(visit);
  return found(stateOf(meeting, await readNow(visit.db)) === 'over' ? meeting : null, 'meeting');
}

/** What somebody else published meanwhile, beside each field that differs. */
function conflictWords(typed: TypedReport, saved: Report): Problems {
  const say = (value: string) => m.meetings_conflict_saved({ saved: value });
  const problems: Problems = {};
  for (const profile of PROFILES)
    if (readCount(typed.present[profile]) !== saved.present[profile])
      problems[profile] = say(String(saved.present[profile]));
  if (typed.words !== saved.words) problems.bilan = say(saved.words);
  return Object.keys(problems).length > 0 ? problems : { form: m.meetings_conflict_same() };
}

interface Shown {
  typed?: TypedReport;
  alt?: string;
  version?: number;
  problems?: Problems;
  conflict?: boolean;
}

async function showReport(
  { db, organisation }: SignedInVisit,
  meeting: Meeting,
  { typed, alt = '', version, problems = {}, conflict = false }: Shown = {},
): Promise<Answer> {
  const [report, photos] = await Promise.all([
    findReport(db, organisation.id, meeting.id),
    listPhotos(db, organisation.id, meeting.id),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.meetings_report(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <ReportPage
        meeting={meeting}
        typed={
          typed ?? {
            present: byProfile((profile) => (report ? String(report.present[profile]) : '')),
            words: report?.words ?? '',
          }
        }
        alt={alt}
        version={version ?? report?.version ?? 0}
        photos={photos}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}
