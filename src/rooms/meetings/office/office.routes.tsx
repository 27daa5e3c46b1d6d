import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, mayEverywhere, mayIn, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { listEditions, readNumber } from '../../spaces/index.ts';
import { readFilter } from '../agenda.ts';
import { findMeeting, listMeetings } from '../meeting.store.ts';
import { type Meeting, readKind, writeTarget } from '../meeting.ts';
import {
  changeMeeting,
  insertMeeting,
  publishMeeting,
  removeDraft,
} from '../meeting-writing.store.ts';
import { formTitle, MeetingFormPage, type TypedMeeting } from './meeting-form.page.tsx';
import {
  type Choices,
  conflictWords,
  EMPTY,
  readMeeting,
  readTyped,
  typeMeeting,
} from './meeting-form.routes.ts';
import { meetingProblems } from './meeting-problems.page.ts';
import { OfficeMeetingsPage } from './office-meetings.page.tsx';

/** Editions whose things a meeting can be about: the newest under way. */
const EDITIONS_OFFERED = 8;

/** Meetings as officers prepare, publish and change them. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminMeetings, 'organiser', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readFilter((name) => url.searchParams.get(name));
    const [now, editions] = await Promise.all([readNow(db), listOwnEditions(visit)]);
    const edition = editions.find(({ slug }) => slug === filter.edition) ?? null;
    const { meetings, next } = await listMeetings(db, organisation.id, {
      ...filter,
      now,
      editionId: edition?.id ?? null,
      ...(!mayEverywhere('organiser', visit.visitor) && { among: editions.map(({ id }) => id) }),
      drafts: true,
    });
    return page({
      title: m.meetings_office_title(),
      section: 'admin',
      body: (
        <OfficeMeetingsPage
          filter={filter}
          meetings={meetings}
          next={next}
          editions={editions}
          now={now}
        />
      ),
    });
  }),

  get(urls.adminNewMeeting, 'organiser', async (visit) => {
    const query = (name: string) => visit.url.searchParams.get(name) ?? '';
    const choices = await findChoices(visit);
    const edition = choices.editions.find(({ slug }) => slug === query('edition'));
    const target = choices.targets.find((one) => writeTarget(one) === query('sujet'));
    const typed = {
      ...EMPTY,
      kind: readKind(query('genre')) ?? '',
      edition: edition?.id ?? target?.editionId ?? '',
      target: target ? writeTarget(target) : '',
    };
    return formPage(visit, null, typed, choices);
  }),

  post(urls.adminNewMeeting, 'organiser', async (visit) => {
    const typed = readTyped(await visit.form());
    const choices = await findChoices(visit);
    const read = readMeeting(typed, choices);
    if (!read.ok) return formPage(visit, null, typed, choices, { problems: read.problems });
    const { number } = await insertMeeting(visit.db, actOf(visit), read.written);
    return seeOther(visit, urls.adminMeeting({ meeting: number }), 'meeting-made');
  }),

  get(urls.adminMeetingChange, 'organiser', async (visit) => {
    const meeting = await loadToChange(visit);
    return formPage(visit, meeting, typeMeeting(meeting), await findChoices(visit));
  }),

  post(urls.adminMeetingChange, 'organiser', async (visit) => {
    const meeting = await loadToChange(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const choices = await findChoices(visit);
    const read = readMeeting(typed, choices, meeting);
    if (!read.ok)
      return formPage(visit, meeting, typed, choices, { problems: read.problems, version });
    const { id } = meeting;
    const changed = await changeMeeting(
      visit.db,
      actOf(visit),
      { id, version },
      read.written,
      typed.message,
    );
    if (changed.ok)
      return seeOther(visit, urls.adminMeeting({ meeting: meeting.number }), 'meeting-changed');
    switch (changed.refusal) {
      case 'gone':
      // nobody reads first what the office writes
      case 'too-many-texts':
        throw notFound('meeting');
      case 'seats-taken':
        return formPage(visit, meeting, typed, choices, {
          problems: { places: meetingProblems['seats-taken']() },
          version,
        });
      case 'sessions-outside':
        return formPage(visit, meeting, typed, choices, {
          problems: { fin: meetingProblems['sessions-outside']() },
          version,
        });
      case 'changed-meanwhile':
        // sent once more, it is what was typed here that counts
        return formPage(visit, changed.meeting, typed, choices, {
          problems: conflictWords(typed, changed.meeting, choices),
          conflict: true,
        });
    }
  }),

  post(urls.adminMeetingPublish, 'organiser', async (visit) => {
    const meeting = await loadOfficeMeeting(visit);
    await publishMeeting(visit.db, actOf(visit), meeting.id);
    return seeOther(visit, urls.adminMeeting({ meeting: meeting.number }), 'meeting-published');
  }),

  post(urls.adminMeetingRemove, 'organiser', async (visit) => {
    const meeting = await loadOfficeMeeting(visit);
    const removed = await removeDraft(visit.db, actOf(visit), meeting.id);
    return removed
      ? seeOther(visit, urls.adminMeetings(), 'meeting-removed')
      : seeOther(visit, urls.adminMeeting({ meeting: meeting.number }), 'meeting-stays');
  }),
];

/**
 * The meeting of the address, drafts included, of this organisation. Whoever runs the meetings of one edition is not
 * shown those of another, nor those of none.
 */
export async function loadOfficeMeeting({
  db,
  organisation,
  params,
  visitor,
}: SignedInVisit<'meeting'>): Promise<Meeting> {
  const number = found(readNumber(params.meeting), 'meeting');
  const meeting = found(await findMeeting(db, organisation.id, { number }), 'meeting');
  // an event of a space is its host's and its team's, where it stands
  found(meeting.componentId === null ? meeting : null, 'meeting');
  const mayRun =
    meeting.editionId === null
      ? mayEverywhere('organiser', visitor)
      : mayIn('organiser', visitor, meeting.editionId);
  return found(mayRun ? meeting : null, 'meeting');
}

/** Editions whose meetings are the visitor's to run. */
async function listOwnEditions({ db, organisation, visitor }: SignedInVisit) {
  const editions = await listEditions(db, organisation.id, 'all');
  return editions.filter(({ id }) => mayIn('organiser', visitor, id));
}

/** A cancelled one stays as it was announced. */
async function loadToChange(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const meeting = await loadOfficeMeeting(visit);
  return found(meeting.cancelledAt === null ? meeting : null, 'meeting');
}

export function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

interface OfferedEdition {
  id: string;
  slug: string;
  title: string;
}

async function findChoices(
  visit: SignedInVisit,
): Promise<Omit<Choices, 'editions'> & { editions: readonly OfferedEdition[] }> {
  const all = await listOwnEditions(visit);
  const editions = all.filter(({ archivedAt }) => archivedAt === null).slice(0, EDITIONS_OFFERED);
  const listed = await Promise.all(
    editions.map(async ({ id, title }) =>
      (await visit.listAttachables(id)).map((one) => ({
        kind: one.kind,
        id: one.id,
        editionId: id,
        point: one.point ?? null,
        label: m.meetings_target_choice({ edition: title, kind: one.label, title: one.title }),
      })),
    ),
  );
  const everywhere = mayEverywhere('organiser', visit.visitor);
  return { editions, targets: listed.flat(), everywhere };
}

interface Shown {
  problems?: Problems;
  version?: number;
  conflict?: boolean;
}

async function formPage(
  visit: SignedInVisit,
  meeting: Meeting | null,
  typed: TypedMeeting,
  { editions, targets, everywhere }: Choices,
  { problems = {}, version = meeting?.version ?? 0, conflict = false }: Shown = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: formTitle(meeting),
    section: 'admin',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <MeetingFormPage
        meeting={meeting}
        typed={typed}
        problems={problems}
        version={version}
        conflict={conflict}
        editions={editions}
        everywhere={everywhere}
        targets={targets.map((one) => ({ value: writeTarget(one), label: one.label }))}
        ground={drawnGround(await shareGround(visit))}
      />
    ),
  });
}
