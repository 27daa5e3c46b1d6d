import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { mayEverywhere } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { listSpaces, listThemes } from '../../consultations/index.ts';
import { findContacts } from '../../identity/index.ts';
import { findPromotionPause, type PromotionPause } from '../../organisations/index.ts';
import { findPublishedResult } from '../../polls/index.ts';
import { listEditions } from '../../spaces/index.ts';
import { composeNewsletter, findItems, listChoices, writeLetters } from './newsletter.mails.ts';
import { findNewsletter } from './newsletter.store.ts';
import { type Newsletter, type Segment, writeSegment } from './newsletter.ts';
import { NewsletterFormPage, type TypedNewsletter } from './newsletter-form.page.tsx';
import { ConfirmSendingPage } from './newsletter-send.page.tsx';
import { listSegments, type SegmentChoice } from './newsletter-words.page.ts';
import type { TypedPlan } from './plan.page.tsx';
import { findPlan } from './plan.store.ts';
import { countSegment } from './segment.store.ts';

/** A newsletter speaks for the whole organisation: a role of one edition is not enough. */
export function checkWriter({ visitor }: SignedInVisit): void {
  if (!mayEverywhere('communicator', visitor)) throw new Refused(403, 'not communicator of all');
}

export async function loadNewsletter(visit: SignedInVisit<'newsletter'>): Promise<Newsletter> {
  checkWriter(visit);
  const { db, organisation, params } = visit;
  return found(await findNewsletter(db, organisation.id, params.newsletter), 'newsletter');
}

/** Editions whose readers can be told apart: the latest. */
const EDITIONS = 5;
/** The same of spaces. */
const SPACES = 10;

export async function listSegmentChoices({
  db,
  organisation,
}: SignedInVisit): Promise<SegmentChoice[]> {
  const editions = (await listEditions(db, organisation.id)).slice(0, EDITIONS);
  const open = (await listSpaces(db, organisation.id)).filter(({ openedAt }) => openedAt !== null);
  const spaces = await Promise.all(
    open.slice(0, SPACES).map(async ({ id, title }) => {
      return { id, title, themes: await listThemes(db, organisation.id, id) };
    }),
  );
  return listSegments(
    await Promise.all(
      editions.map(async ({ id, title, categories, districts }) => {
        const result = await findPublishedResult(db, organisation.id, id);
        const hasWinners = result?.subject === 'projects' && result.winners.length > 0;
        return { id, title, categories, districts, hasWinners };
      }),
    ),
    spaces,
  );
}

/** How a segment is called, also where its edition has left the list. */
export function nameSegment(choices: readonly SegmentChoice[], segment: Segment): string {
  const value = writeSegment(segment);
  return choices.find((one) => one.value === value)?.label ?? m.newsletter_segment_former();
}

async function findWriter({ db, organisation, visitor }: SignedInVisit) {
  const contacts = await findContacts(db, organisation.id, [visitor.id]);
  return { id: visitor.id, email: found(contacts.get(visitor.id), 'person').email };
}

/** The mails of a letter, exactly as a reader with an account receives them. */
export async function composeFor(visit: SignedInVisit, newsletter: Newsletter) {
  const { db, organisation, config } = visit;
  const items = await findItems(db, organisation.id, newsletter, await readNow(db));
  const letters =
    newsletter.sending?.letters ?? writeLetters(newsletter.own, items, organisation, config);
  const reader = await findWriter(visit);
  const compose = (locale: 'fr' | 'en') =>
    composeNewsletter(letters[locale], locale, reader, organisation, config);
  return { letters, reader, gone: items.gone, mails: { fr: compose('fr'), en: compose('en') } };
}

interface Shown {
  typed?: TypedNewsletter;
  problems?: Problems;
  conflict?: boolean;
}

const EMPTY: TypedNewsletter = {
  own: { fr: { subject: '', words: '' }, en: { subject: '', words: '' } },
  news: [],
  posts: [],
  meetings: [],
  segment: 'tous',
};

/** The form of a letter that is not sent. */
export async function showForm(
  visit: SignedInVisit,
  newsletter: Newsletter | null,
  { typed, problems = {}, conflict = false }: Shown = {},
): Promise<Page> {
  const { db, organisation } = visit;
  const faulty = Object.keys(problems).length > 0;
  const composed = newsletter && (await composeFor(visit, newsletter));
  return page({
    title: newsletter ? m.newsletter_office_one() : m.newsletter_office_new(),
    section: 'admin',
    ...((faulty || conflict) && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <NewsletterFormPage
        newsletter={newsletter}
        plan={newsletter && (await findPlan(db, organisation.id, newsletter.id))}
        typed={
          typed ??
          (newsletter ? { ...newsletter, segment: writeSegment(newsletter.segment) } : EMPTY)
        }
        choices={await listChoices(db, organisation.id, await readNow(db))}
        segments={await listSegmentChoices(visit)}
        texts={composed && { fr: composed.mails.fr.text, en: composed.mails.en.text }}
        email={(await findWriter(visit)).email}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}

interface ShownConfirm {
  /** Why it informs, as typed beside the button that sends now. */
  reason?: string;
  plan?: TypedPlan;
  planPause?: PromotionPause | null;
  problems?: Problems;
  conflict?: boolean;
}

/** The second step of what is not sent: now, or at a date. */
export async function showConfirm(
  visit: SignedInVisit,
  newsletter: Newsletter,
  shown: ShownConfirm = {},
): Promise<Page> {
  const { db, organisation } = visit;
  const { problems = {}, conflict = false } = shown;
  const plan = await findPlan(db, organisation.id, newsletter.id);
  const kept = plan && { moment: typeMoment(plan.sendsAt), reason: plan.pauseReason };
  return page({
    title: m.newsletter_confirm_sending(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <ConfirmSendingPage
        newsletter={newsletter}
        plan={plan}
        segment={nameSegment(await listSegmentChoices(visit), newsletter.segment)}
        count={await countSegment(db, organisation.id, newsletter.segment)}
        pause={await findPromotionPause(db, organisation.id)}
        reason={shown.reason ?? ''}
        typedPlan={shown.plan ?? kept ?? NO_PLAN}
        planPause={shown.planPause ?? null}
        problems={problems}
      />
    ),
  });
}

const NO_PLAN: TypedPlan = { moment: { day: '', month: '', year: '', time: '' }, reason: '' };

function typeMoment(at: Date): TypedPlan['moment'] {
  const { day: date, time } = toLocalTime(at);
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year, time };
}
