import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { dayInParis, toLocalTime } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { officeOf } from '../notifications/index.routes.ts';
import { listUnwanted, savePreference, topicsOf } from '../notifications/index.ts';
import { addDays } from '../spaces/index.ts';
import { writeWeek } from './week.mails.ts';
import { WeekPage } from './week.page.tsx';
import { findLastLetter, readWeek } from './week.store.ts';
import { isEmpty, letterDue, mondayOf } from './week.ts';

/** Everything here is public of each realisation and meeting; brought together it is for those who read the office. */
export const weekRoutes: readonly Route[] = [
  get(urls.adminWeek, 'reader', async ({ db, organisation, config, visitor }) => {
    const now = await readNow(db);
    const today = dayInParis(now);
    const [week, last, unwanted] = await Promise.all([
      readWeek(db, organisation.id, today, now),
      findLastLetter(db, organisation.id),
      listUnwanted(db, organisation.id, visitor.id, topicsOf(officeOf(visitor.roles)).asked),
    ]);
    const from = { organisation: organisation.name, origin: originOf(organisation.host, config) };
    const due = letterDue(toLocalTime(now));
    const isWritten = due === null || last?.monday === due;
    return page({
      title: m.week_title(),
      section: 'admin',
      body: (
        <WeekPage
          week={week}
          last={last}
          receives={!unwanted.has('week')}
          nextMonday={isWritten ? nextMondayAfter(today, last?.monday) : due}
          letter={isEmpty(week) ? null : writeWeek(week, from, getLocale())}
        />
      ),
    });
  }),

  post(urls.adminWeekLetter, 'reader', async (visit) => {
    const { db, organisation, visitor } = visit;
    const wanted = (await visit.form()).text('recevoir') === 'oui';
    await savePreference(db, organisation.id, visitor.id, 'week', wanted);
    return seeOther(visit, urls.adminWeek(), wanted ? 'week-letter-asked' : 'week-letter-stopped');
  }),
];

/** This Monday before its letter, the next one after it. */
function nextMondayAfter(today: string, last: string | undefined): string {
  const monday = mondayOf(today);
  return today === monday && last !== monday ? monday : addDays(monday, 7);
}
