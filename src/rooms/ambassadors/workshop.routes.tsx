import * as m from '../../paraglide/messages.js';
import { readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Problems } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { textProblems } from '../ideas/index.page.ts';
import { type PlacePart, readPlacePart, readText } from '../ideas/index.routes.ts';
import {
  checkWorkshop,
  enterIdea,
  findWorkshop,
  type IdeaText,
  insertWorkshop,
  listIdeasOfWorkshop,
  listWorkshops,
  type Workshop,
} from '../ideas/index.ts';
import { readTypedDate } from '../identity/index.ts';
import { dayInParis, type Edition } from '../spaces/index.ts';
import { loadEdition } from './collect.routes.tsx';
import { entryWords, placeWords, workshopProblems } from './entry-words.page.ts';
import { type TypedWorkshop, WorkshopPage, WorkshopsPage } from './workshop.page.tsx';

/** Several ideas out of one event, signed by it (R40). */
export const workshopRoutes: readonly Route[] = [
  get(urls.collectWorkshops, 'ambassador', async (visit) => {
    const [year, month, day] = dayInParis(await readNow(visit.db)).split('-') as [
      string,
      string,
      string,
    ];
    const typed = {
      title: '',
      heldOn: { day, month, year },
      place: '',
      participants: '',
      notes: '',
    };
    return workshopsPage(visit, await loadEdition(visit), typed);
  }),

  post(urls.collectWorkshops, 'ambassador', async (visit) => {
    const { db, organisation, visitor } = visit;
    const edition = await loadEdition(visit);
    const form = await visit.form();
    const typed: TypedWorkshop = {
      title: form.text('title'),
      heldOn: readTypedDate(form, 'day'),
      place: form.text('place'),
      participants: form.text('participants'),
      notes: form.text('notes'),
    };
    const held = {
      title: typed.title,
      heldOn: readDay(typed.heldOn) ?? '',
      place: typed.place,
      participants:
        typed.participants === ''
          ? null
          : /^\d{1,6}$/.test(typed.participants)
            ? Number(typed.participants)
            : Number.NaN,
      notes: typed.notes,
    };
    const problems = workshopProblems(checkWorkshop(held));
    if (Object.keys(problems).length > 0) return workshopsPage(visit, edition, typed, problems);
    const act = { organisationId: organisation.id, by: visitor.id };
    const workshop = await insertWorkshop(db, act, edition.id, held);
    return seeOther(
      visit,
      urls.collectWorkshop({ edition: edition.slug, workshop }),
      'workshop-recorded',
    );
  }),

  get(urls.collectWorkshop, 'ambassador', async (visit) => {
    const { edition, workshop } = await loadWorkshop(visit);
    const where = await readPlacePart(visit, edition, null);
    return workshopPage(visit, edition, workshop, NO_TEXT, where);
  }),

  post(urls.collectWorkshop, 'ambassador', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { edition, workshop } = await loadWorkshop(visit);
    const form = await visit.form();
    const text = readText(form, edition);
    const where = await readPlacePart(visit, edition, form);
    if (where.again) return workshopPage(visit, edition, workshop, text, where, placeWords(where));
    const entered = await enterIdea(db, {
      organisationId: organisation.id,
      editionId: edition.id,
      by: visitor.id,
      isOfficer: mayIn('officer', visitor, edition.id),
      ...text,
      place: where.place,
      signature: withLocale(organisation.defaultLocale, () =>
        m.entry_signature_workshop({
          title: workshop.title,
          day: formatDate(new Date(`${workshop.heldOn}T12:00:00Z`)),
        }),
      ),
      origin: { channel: 'workshop', workshopId: workshop.id },
    });
    if (!entered.ok)
      return workshopPage(visit, edition, workshop, text, where, {
        ...textProblems(entered.text, edition),
        ...(entered.refusal !== 'text-refused' && { form: entryWords(entered.refusal, edition) }),
      });
    return seeOther(
      visit,
      urls.collectWorkshop({ edition: edition.slug, workshop: workshop.id }),
      'idea-entered',
    );
  }),
];

const NO_TEXT: IdeaText = { title: '', body: '', categoryId: null, lang: 'fr' };

async function loadWorkshop(visit: SignedInVisit<'edition' | 'workshop'>) {
  const edition = await loadEdition(visit);
  const workshop = await findWorkshop(visit.db, visit.organisation.id, visit.params.workshop);
  return {
    edition,
    workshop: found(workshop?.editionId === edition.id ? workshop : null, 'workshop'),
  };
}

async function workshopsPage(
  { db, organisation }: SignedInVisit,
  edition: Edition,
  typed: TypedWorkshop,
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.entry_workshops_title(),
    section: 'collect',
    ...(faulty && { status: 422, faulty }),
    body: (
      <WorkshopsPage
        edition={edition}
        workshops={await listWorkshops(db, organisation.id, edition.id)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

async function workshopPage(
  { db, organisation }: SignedInVisit,
  edition: Edition,
  workshop: Workshop,
  text: IdeaText,
  { fields }: PlacePart,
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: workshop.title,
    section: 'collect',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: 422, faulty }),
    body: (
      <WorkshopPage
        edition={edition}
        workshop={workshop}
        ideas={await listIdeasOfWorkshop(db, organisation.id, workshop.id)}
        text={text}
        place={fields}
        problems={problems}
      />
    ),
  });
}
