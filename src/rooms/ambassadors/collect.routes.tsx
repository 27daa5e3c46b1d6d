import * as m from '../../paraglide/messages.js';
import { readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { DAYS_OF_GRACE, listEntered } from '../ideas/index.ts';
import { findContacts, readTypedDate } from '../identity/index.ts';
import {
  dayInParis,
  type Edition,
  findEdition,
  findPhase,
  isOpen,
  listEditions,
} from '../spaces/index.ts';
import { CollectEditionPage, CollectPage } from './collect.page.tsx';
import { OutreachPage, type TypedOutreach } from './outreach.page.tsx';
import { countOutreach, insertOutreach, listOutreach } from './outreach.store.ts';
import { checkOutreach, type OutreachField, type OutreachRefusal } from './outreach.ts';

/** « Recueillir » : what ambassadors do, one page, three gestures. */
export const collectRoutes: readonly Route[] = [
  get(urls.collect, 'ambassador', async (visit) => {
    const { db, organisation, visitor } = visit;
    const now = await readNow(db);
    const editions = (await listEditions(db, organisation.id)).filter(
      (edition) =>
        edition.archivedAt === null &&
        mayIn('ambassador', visitor, edition.id) &&
        isCollecting(edition, now),
    );
    const [only, ...others] = editions;
    if (only && others.length === 0)
      return seeOther(visit, urls.collectEdition({ edition: only.slug }));
    return page({
      title: m.entry_title(),
      section: 'collect',
      body: <CollectPage editions={editions} now={now} />,
    });
  }),

  get(urls.collectEdition, 'ambassador', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await loadEdition(visit);
    const by = ownOnly(visit, edition);
    const before = readCursor(url);
    const [now, { ideas, next }, outreach] = await Promise.all([
      readNow(db),
      listEntered(db, organisation.id, edition.id, { by, before }),
      countOutreach(db, organisation.id, edition.id, by),
    ]);
    return page({
      title: m.entry_edition_title({ edition: edition.title }),
      section: 'collect',
      body: (
        <CollectEditionPage
          edition={edition}
          now={now}
          open={isOpen(edition, 'collection', now)}
          officer={by === null}
          ideas={ideas}
          outreach={outreach}
          nextHref={
            next ? urls.collectEdition({ edition: edition.slug }, { avant: next }) : undefined
          }
        />
      ),
    });
  }),

  get(urls.collectOutreach, 'ambassador', async (visit) => {
    const today = dayInParis(await readNow(visit.db));
    const [year, month, day] = today.split('-') as [string, string, string];
    const typed = { metOn: { day, month, year }, place: '', people: '', notes: '' };
    return outreachPage(visit, await loadEdition(visit), typed);
  }),

  post(urls.collectOutreach, 'ambassador', async (visit) => {
    const { db, organisation, visitor } = visit;
    const edition = await loadEdition(visit);
    const form = await visit.form();
    const typed: TypedOutreach = {
      metOn: readTypedDate(form, 'day'),
      place: form.text('place'),
      people: form.text('people'),
      notes: form.text('notes'),
    };
    const met = {
      metOn: readDay(typed.metOn) ?? '',
      place: typed.place,
      people: /^\d{1,6}$/.test(typed.people) ? Number(typed.people) : Number.NaN,
      notes: typed.notes,
    };
    const problems = checkOutreach(met, dayInParis(await readNow(db)));
    if (Object.keys(problems).length > 0) return outreachPage(visit, edition, typed, problems);
    await insertOutreach(db, { organisationId: organisation.id, by: visitor.id }, edition.id, met);
    return seeOther(visit, urls.collectOutreach({ edition: edition.slug }), 'outreach-recorded');
  }),
];

const DAY = 86_400_000;

/** Whether ideas may come in, now, soon, or still for those received in time. */
function isCollecting(edition: Edition, now: Date): boolean {
  const end = findPhase(edition, 'collection')?.endsAt;
  return !end || now.getTime() - end.getTime() <= DAYS_OF_GRACE * DAY;
}

/** A cursor as a list wrote it; null for anything else. */
function readCursor(url: URL): string | null {
  const asked = url.searchParams.get('avant') ?? '';
  return isUuid(asked) ? asked : null;
}

/** A public edition that the visitor collects for; the role of another edition opens nothing here. */
export async function loadEdition(visit: SignedInVisit<'edition'>): Promise<Edition> {
  const { db, organisation, params, visitor } = visit;
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const isTheirs = edition.archivedAt === null && mayIn('ambassador', visitor, edition.id);
  return found(isTheirs ? edition : null, 'edition');
}

/** Officers see what everybody entered; others what they entered themselves. */
function ownOnly({ visitor }: SignedInVisit, edition: Edition): string | null {
  return mayIn('officer', visitor, edition.id) ? null : visitor.id;
}

async function outreachPage(
  visit: SignedInVisit<'edition'>,
  edition: Edition,
  typed: TypedOutreach,
  problems: Partial<Record<OutreachField, OutreachRefusal>> = {},
): Promise<Answer> {
  const { db, organisation, url } = visit;
  const by = ownOnly(visit, edition);
  const faulty = Object.keys(problems).length > 0;
  const { entries, next } = await listOutreach(db, organisation.id, edition.id, {
    by,
    before: readCursor(url),
  });
  const people = await findContacts(
    db,
    organisation.id,
    entries.map(({ personId }) => personId),
  );
  return page({
    title: m.entry_outreach_title(),
    section: 'collect',
    ...(faulty && { status: 422, faulty }),
    body: (
      <OutreachPage
        edition={edition}
        entries={entries}
        names={new Map([...people].map(([id, { name }]) => [id, name]))}
        nextHref={
          next ? urls.collectOutreach({ edition: edition.slug }, { avant: next }) : undefined
        }
        typed={typed}
        problems={problems}
      />
    ),
  });
}
