import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { boundsOf, pointsOf } from '../../../ui/map-plan.ts';
import { urls } from '../../../urls.ts';
import { loadComponentOf, loadSpace } from '../../consultations/index.routes.ts';
import { listThemes, stateOf } from '../../consultations/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { LANGUAGES, readNumber, searchAddress } from '../../spaces/index.ts';
import { loadMeeting } from '../agenda.routes.tsx';
import type { Meeting, WrittenHosted } from '../meeting.ts';
import { meetingSegment } from '../meeting-words.page.ts';
import { changeMeeting } from '../meeting-writing.store.ts';
import { admitMeetingOf } from './held.routes.ts';
import { withholdMeetings } from './held.store.ts';
import {
  HostedFormPage,
  hostedProblems,
  hostedTitle,
  type TypedHosted,
} from './hosted-form.page.tsx';
import { emptyHosted, readHosted, readTypedHosted, typeHosted } from './hosted-form.routes.ts';
import { proposeMeeting } from './hosting.store.ts';
import { loadRun, type Placed } from './placed.routes.ts';

/** Events that one account announces in an hour: more is a program. */
const PROPOSALS = { hits: 20, seconds: 3600 };

/** A participant proposes an event of a space, and corrects it (R120–R122). */
export const hostedRoutes: readonly Route[] = [
  get(urls.proposeEvent, 'signed-in', async (visit) => {
    const placed = await loadToPropose(visit);
    if (!(await takesEvents(visit, placed))) return refuseClosed(visit, placed);
    return showForm(visit, placed, null, emptyHosted(visit.locale));
  }),

  post(urls.proposeEvent, 'signed-in', async (visit) => {
    const placed = await loadToPropose(visit);
    if (!(await takesEvents(visit, placed))) return refuseClosed(visit, placed);
    const form = await visit.form();
    const typed = readTypedHosted(form);
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const read = readHosted(typed, await listCategories(visit, placed));
    if (!read.ok)
      return showForm(visit, placed, null, typed, { problems: read.problems, madeFrom });
    const { db, organisation, visitor } = visit;
    await countHit(db, { key: `propose-event:${visitor.id}`, ...PROPOSALS });
    const done = await proposeMeeting(
      db,
      { organisationId: organisation.id, by: visitor.id, isTeam: placed.space.isTeam },
      placed.component.id,
      await locate(visit, read.written),
      madeFrom,
      admitMeetingOf(visit, placed.space.id),
    );
    if (done.ok)
      return seeOther(
        visit,
        urls.meeting({ meeting: meetingSegment(done.meeting) }),
        done.meeting.held ? 'meeting-held' : 'meeting-proposed',
      );
    switch (done.refusal) {
      case 'not-found':
        throw notFound('component');
      case 'not-open':
        return refuseClosed(visit, placed);
      case 'too-many-texts':
        return showForm(visit, placed, null, typed, {
          problems: { form: m.meetings_problem_new_account() },
          madeFrom,
        });
      case 'suspended':
        return showForm(visit, placed, null, typed, {
          problems: { form: m.meetings_problem_suspended() },
          madeFrom,
        });
    }
  }),

  get(urls.meetingChange, 'signed-in', async (visit) => {
    const { meeting, placed } = await loadToChange(visit);
    return showForm(visit, placed, meeting, typeHosted(meeting, visit.organisation.defaultLocale));
  }),

  post(urls.meetingChange, 'signed-in', async (visit) => {
    const { meeting, placed } = await loadToChange(visit);
    const form = await visit.form();
    const typed = readTypedHosted(form);
    const version = readNumber(form.text('version')) ?? 0;
    const read = readHosted(typed, await listCategories(visit, placed));
    if (!read.ok)
      return showForm(visit, placed, meeting, typed, { problems: read.problems, version });
    const { db, organisation, visitor } = visit;
    const changed = await changeMeeting(
      db,
      { organisationId: organisation.id, by: visitor.id },
      { id: meeting.id, version },
      await locate(visit, read.written),
      typed.message,
      {
        admit: admitMeetingOf(visit, placed.space.id),
        withhold: (tx) => withholdMeetings(tx, organisation.id, [meeting.id]),
      },
    );
    if (changed.ok)
      return seeOther(
        visit,
        urls.meeting({ meeting: meetingSegment(changed.meeting) }),
        'meeting-changed',
      );
    switch (changed.refusal) {
      case 'gone':
        throw notFound('meeting');
      case 'too-many-texts':
        return showForm(visit, placed, meeting, typed, {
          problems: { form: m.meetings_problem_new_account() },
          version,
        });
      case 'seats-taken':
        return showForm(visit, placed, meeting, typed, {
          problems: { places: hostedProblems['seats-taken']() },
          version,
        });
      case 'sessions-outside':
        return showForm(visit, placed, meeting, typed, {
          problems: { fin: hostedProblems['sessions-outside']() },
          version,
        });
      case 'changed-meanwhile':
        // sent once more, it is what was typed here that counts
        return showForm(visit, placed, changed.meeting, typed, {
          problems: { form: m.meetings_conflict_hosted() },
          conflict: true,
        });
    }
  }),
];

/** Where events are proposed, for whoever may do so there; to others there is no such page. */
async function loadToPropose(visit: SignedInVisit<'space' | 'component'>): Promise<Placed> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  const isOpenTo = component.settings.openToProposals || space.isTeam;
  if (component.kind !== 'events' || !isOpenTo) throw notFound('component');
  return { space, component };
}

/** Dates of the component and its space; its team prepares the programme before. */
async function takesEvents({ db }: SignedInVisit, { space, component }: Placed): Promise<boolean> {
  return space.isTeam
    ? space.closedAt === null
    : stateOf(component, space, await readNow(db)) === 'open';
}

const refuseClosed = (visit: SignedInVisit, { space, component }: Placed): Response =>
  seeOther(
    visit,
    urls.spaceEvents({ space: space.slug, component: component.slug }),
    'events-not-open',
  );

/** A cancelled one stays as it was announced. */
async function loadToChange(visit: SignedInVisit<'meeting'>) {
  const run = await loadRun(visit, await loadMeeting(visit));
  if (run.meeting.cancelledAt !== null) throw notFound('meeting');
  return run;
}

/** The categories of its theme, or of every theme where it is of the whole space; none where there is nothing to choose. */
async function listCategories({ db, organisation }: SignedInVisit, { space, component }: Placed) {
  const themes = await listThemes(db, organisation.id, space.id);
  return themes
    .filter(({ id }) => component.themeId === null || component.themeId === id)
    .flatMap(({ categories }) => categories)
    .filter(({ isWhole }) => !isWhole);
}

/** An address without a pin is looked up; nobody found it, it stands in words alone. */
async function locate(visit: SignedInVisit, written: WrittenHosted): Promise<WrittenHosted> {
  if (written.point !== null || written.address === '') return written;
  const ground = await shareGround(visit);
  const commune = ground.shapes.find(({ kind }) => kind === 'commune');
  const bounds = commune && boundsOf(pointsOf(commune.polygons));
  const near = bounds
    ? { longitude: (bounds.west + bounds.east) / 2, latitude: (bounds.south + bounds.north) / 2 }
    : null;
  const { organisation, visitor } = visit;
  const asked = { words: written.address, near };
  const answer = await searchAddress(visit, organisation.id, visitor.id, asked);
  const [first] = answer.ok ? answer.choices : [];
  return first
    ? { ...written, point: { latitude: first.latitude, longitude: first.longitude } }
    : written;
}

interface Shown {
  problems?: Problems;
  madeFrom?: string;
  version?: number;
  conflict?: boolean;
}

async function showForm(
  visit: SignedInVisit,
  placed: Placed,
  meeting: Meeting | null,
  typed: TypedHosted,
  shown: Shown = {},
): Promise<Answer> {
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  const ground = await shareGround(visit);
  return page({
    title: hostedTitle(meeting),
    section: 'participation',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <HostedFormPage
        meeting={meeting}
        space={placed.space}
        component={placed.component}
        typed={typed}
        problems={problems}
        madeFrom={shown.madeFrom ?? randomUUID()}
        version={shown.version ?? meeting?.version ?? 0}
        categories={await listCategories(visit, placed)}
        languages={LANGUAGES}
        ground={drawnGround(ground)}
        findsAddresses={ground.addressSearch}
        conflict={conflict}
      />
    ),
  });
}
