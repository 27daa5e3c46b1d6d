import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { findEditionForOffice } from './edition.store.ts';
import { type Edition, hasBegun } from './edition.ts';
import {
  CALENDAR_NAMES,
  listDifferences,
  readCalendar,
  readSettings,
  readTyped,
  SETTINGS_NAMES,
  typeCalendar,
  typedUsualSettings,
  typeSettings,
  typeUsualCalendar,
} from './edition-form.routes.ts';
import { conflictWords, problemWords, savingWords, type Typed } from './edition-form-words.page.ts';
import {
  EditionCalendarPage,
  EditionSettingsPage,
  NewEditionPage,
} from './edition-office.page.tsx';
import { EditionOpeningPage, openingProblems } from './edition-opening.page.tsx';
import { listOpeningRefusals, type OpeningRefusal } from './edition-opening.ts';
import { settingsOf } from './edition-settings.ts';
import {
  changePhases,
  changeSettings,
  insertEdition,
  markCalendar,
  markSettings,
  openEdition,
} from './edition-writing.store.ts';

/** What officers do with an edition: make it, change it, open it. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminNewEdition, 'officer', async ({ db }) => {
    const today = dayInParis(await readNow(db));
    return newEditionPage({ ...typedUsualSettings(), ...typeUsualCalendar(today) }, {});
  }),

  post(urls.adminNewEdition, 'officer', async (visit) => {
    const typed = readTyped(await visit.form(), [...SETTINGS_NAMES, ...CALENDAR_NAMES]);
    const { settings, problems } = readSettings(typed, null);
    const calendar = readCalendar(typed);
    const words = { ...problemWords(problems), ...problemWords(calendar.problems) };
    if (Object.keys(words).length > 0) return newEditionPage(typed, words);
    const written = await insertEdition(visit.db, actOf(visit), settings, calendar.phases);
    if (!written.ok) return newEditionPage(typed, problemWords({ slug: 'slug-taken' }));
    return seeOther(visit, urls.adminEdition({ edition: written.edition.slug }), 'edition-created');
  }),

  get(urls.adminEditionSettings, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    return settingsPage(edition, typeSettings(settingsOf(edition)), {});
  }),

  post(urls.adminEditionSettings, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = readTyped(form, SETTINGS_NAMES);
    const voteHasBegun = hasBegun(edition, 'vote', await readNow(visit.db));
    const { settings, problems } = readSettings(typed, edition, voteHasBegun);
    const mark = form.text('mark');
    if (Object.keys(problems).length > 0)
      return settingsPage(edition, typed, problemWords(problems), { mark });
    const written = await changeSettings(visit.db, actOf(visit), edition.id, settings, mark);
    if (written.ok)
      return seeOther(
        visit,
        urls.adminEdition({ edition: written.edition.slug }),
        'edition-settings-changed',
      );
    if (written.refusal === 'changed-meanwhile') {
      const saved = listDifferences(
        typeSettings(settings),
        typeSettings(settingsOf(written.edition)),
      );
      return settingsPage(written.edition, typed, conflictWords(saved), { conflict: true });
    }
    return settingsPage(edition, typed, savingWords(written.refusal), { mark });
  }),

  get(urls.adminEditionPhases, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const today = dayInParis(await readNow(visit.db));
    const typed =
      edition.phases.length > 0 ? typeCalendar(edition.phases) : typeUsualCalendar(today);
    return calendarPage(edition, typed, {});
  }),

  post(urls.adminEditionPhases, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = readTyped(form, CALENDAR_NAMES);
    const { phases, problems } = readCalendar(typed);
    const mark = form.text('mark');
    if (Object.keys(problems).length > 0)
      return calendarPage(edition, typed, problemWords(problems), { mark });
    const written = await changePhases(visit.db, actOf(visit), edition.id, phases, mark);
    if (written.ok)
      return seeOther(
        visit,
        urls.adminEdition({ edition: edition.slug }),
        'edition-calendar-changed',
      );
    if (written.refusal !== 'changed-meanwhile') throw new Error(written.refusal);
    const saved = listDifferences(typeCalendar(phases), typeCalendar(written.edition.phases));
    return calendarPage(written.edition, typed, conflictWords(saved), { conflict: true });
  }),

  get(urls.adminEditionOpen, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    if (edition.openedAt !== null)
      return seeOther(visit, urls.adminEdition({ edition: edition.slug }));
    return openingPage(visit, edition, []);
  }),

  post(urls.adminEditionOpen, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const rulesRead = (await visit.form()).text('rulesRead') === 'oui';
    const opened = await openEdition(visit.db, actOf(visit), edition.id, { rulesRead });
    const done = opened.ok || opened.refusals.includes('already-open');
    return done
      ? seeOther(visit, urls.adminEdition({ edition: edition.slug }), 'edition-opened')
      : openingPage(visit, edition, opened.refusals);
  }),
];

type OfficeVisit = SignedInVisit<'edition'>;

async function findOfficeEdition({ db, organisation, params }: OfficeVisit): Promise<Edition> {
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
  // an archived edition came in whole: nobody changes what it was
  return found(edition.archivedAt === null ? edition : null, 'edition');
}

function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

const unlessFaulty = (problems: Problems) =>
  Object.keys(problems).length > 0 ? ({ status: 422, faulty: true } as const) : {};

function newEditionPage(typed: Typed, problems: Problems) {
  return page({
    title: m.spaces_new_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: <NewEditionPage typed={typed} problems={problems} />,
  });
}

interface Shown {
  /** Of the version that was being changed; that of the edition as it is now, unless said. */
  mark?: string;
  conflict?: boolean;
}

function settingsPage(
  edition: Edition,
  typed: Typed,
  problems: Problems,
  { mark = markSettings(edition), conflict = false }: Shown = {},
) {
  return page({
    title: m.spaces_settings_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <EditionSettingsPage
        edition={edition}
        typed={typed}
        problems={problems}
        mark={mark}
        conflict={conflict}
      />
    ),
  });
}

function calendarPage(
  edition: Edition,
  typed: Typed,
  problems: Problems,
  { mark = markCalendar(edition), conflict = false }: Shown = {},
) {
  return page({
    title: m.spaces_calendar_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <EditionCalendarPage
        edition={edition}
        typed={typed}
        problems={problems}
        mark={mark}
        conflict={conflict}
      />
    ),
  });
}

async function openingPage(
  visit: OfficeVisit,
  edition: Edition,
  refusals: readonly OpeningRefusal[],
) {
  return page({
    title: m.spaces_opening_title(),
    section: 'admin',
    ...unlessFaulty(openingProblems(refusals)),
    body: (
      <EditionOpeningPage
        edition={edition}
        now={await readNow(visit.db)}
        missing={listOpeningRefusals(edition, true)}
        problems={openingProblems(refusals)}
      />
    ),
  });
}
