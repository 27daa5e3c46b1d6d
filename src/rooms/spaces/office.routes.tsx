import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { CalendarFields } from './calendar-fields.page.tsx';
import type { Edition } from './edition.ts';
import {
  CALENDAR_NAMES,
  listDifferences,
  readCalendar,
  readTyped,
  typeCalendar,
  typeUsualCalendar,
} from './edition-form.routes.ts';
import { conflictWords, problemWords, type Typed } from './edition-form-words.page.ts';
import { EditionOpeningPage, openingProblems } from './edition-opening.page.tsx';
import { listOpeningRefusals, type OpeningRefusal } from './edition-opening.ts';
import { changePhases, markCalendar, openEdition } from './edition-writing.store.ts';
import { actOf, findEditionToChange, unlessFaulty } from './office-visit.routes.ts';
import { goOn } from './setup/part.routes.tsx';
import { PartFrame } from './setup/part-frame.page.tsx';
import { partWords } from './setup/part-words.page.ts';

/** What officers do with an edition: its calendar, and its opening. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminEditionPhases, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const today = dayInParis(await readNow(visit.db));
    const typed =
      edition.phases.length > 0 ? typeCalendar(edition.phases) : typeUsualCalendar(today);
    return calendarPage(edition, typed, {});
  }),

  post(urls.adminEditionPhases, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const form = await visit.form();
    const typed = readTyped(form, CALENDAR_NAMES);
    const { phases, problems } = readCalendar(typed);
    const mark = form.text('mark');
    if (Object.keys(problems).length > 0)
      return calendarPage(edition, typed, problemWords(problems), { mark });
    const written = await changePhases(visit.db, actOf(visit), edition.id, phases, mark);
    if (written.ok) return goOn(visit, written.edition, 'calendar', form.text('act') === 'leave');
    if (written.refusal !== 'changed-meanwhile') throw new Error(written.refusal);
    const saved = listDifferences(typeCalendar(phases), typeCalendar(written.edition.phases));
    return calendarPage(written.edition, typed, conflictWords(saved), { conflict: true });
  }),

  get(urls.adminEditionOpen, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    if (edition.openedAt !== null)
      return seeOther(visit, urls.adminEdition({ edition: edition.slug }));
    return openingPage(visit, edition, []);
  }),

  post(urls.adminEditionOpen, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const rulesRead = (await visit.form()).text('rulesRead') === 'oui';
    const opened = await openEdition(visit.db, actOf(visit), edition.id, { rulesRead });
    const done = opened.ok || opened.refusals.includes('already-open');
    return done
      ? seeOther(visit, urls.adminEdition({ edition: edition.slug }), 'edition-opened')
      : openingPage(visit, edition, opened.refusals);
  }),
];

interface Shown {
  /** Of the version that was being changed; that of the edition as it is now, unless said. */
  mark?: string;
  conflict?: boolean;
}

function calendarPage(
  edition: Edition,
  typed: Typed,
  problems: Problems,
  { mark = markCalendar(edition), conflict = false }: Shown = {},
) {
  return page({
    title: partWords.calendar.name(),
    section: 'admin',
    ...unlessFaulty(problems),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <PartFrame
        edition={edition}
        part="calendar"
        problems={problems}
        mark={mark}
        conflict={conflict}
      >
        <CalendarFields typed={typed} problems={problems} />
      </PartFrame>
    ),
  });
}

async function openingPage(
  visit: SignedInVisit<'edition'>,
  edition: Edition,
  refusals: readonly OpeningRefusal[],
) {
  const [now, prepared] = await Promise.all([
    readNow(visit.db),
    visit.findPreparedParts(edition.id),
  ]);
  return page({
    title: m.spaces_opening_title(),
    section: 'admin',
    ...unlessFaulty(openingProblems(refusals)),
    body: (
      <EditionOpeningPage
        edition={edition}
        now={now}
        missing={listOpeningRefusals(edition, true)}
        problems={openingProblems(refusals)}
        prepared={prepared}
      />
    ),
  });
}
