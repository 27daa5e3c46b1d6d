import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { countLettersAbout, queueLetter } from '../../notifications/index.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import { checkReason } from '../news.ts';
import { NEWS_NAMES } from '../news-words.page.ts';
import { actOf } from '../office/office-visit.routes.tsx';
import { listChoices } from './newsletter.mails.ts';
import {
  beginSending,
  insertNewsletter,
  listNewsletters,
  NEWSLETTER,
  rewriteNewsletter,
  stopSending,
} from './newsletter.store.ts';
import { checkNewsletter, type Newsletter, type SendRefusal, stateOf } from './newsletter.ts';
import type { TypedNewsletter } from './newsletter-form.page.tsx';
import { SendingPage } from './newsletter-send.page.tsx';
import {
  checkWriter,
  composeFor,
  listSegmentChoices,
  loadNewsletter,
  nameSegment,
  showConfirm,
  showForm,
} from './newsletter-visit.routes.tsx';
import { LETTER_NAMES, sayLetterProblems, sendWords } from './newsletter-words.page.ts';
import { NewslettersPage } from './newsletters.page.tsx';
import { findPlans } from './plan.store.ts';
import type { Plan } from './plan.ts';
import { countSegment } from './segment.store.ts';

/** Newsletters: written, looked at, tried, sent in batches, stopped (R41). */
export const newsletterRoutes: readonly Route[] = [
  get(urls.adminNewsletters, 'communicator', async (visit) => {
    checkWriter(visit);
    const { db, organisation, url } = visit;
    const listed = await listNewsletters(db, organisation.id, url.searchParams.get('apres'));
    const ids = listed.newsletters.map(({ id }) => id);
    const plans = await findPlans(db, organisation.id, ids);
    const newsletters = await Promise.all(
      listed.newsletters.map(async (one) => {
        const plan = plans.get(one.id) ?? null;
        return { ...one, plan, state: await findState(visit, one, plan) };
      }),
    );
    return page({
      title: m.newsletter_office_title(),
      section: 'admin',
      body: (
        <NewslettersPage
          newsletters={newsletters}
          next={listed.next}
          subscribers={await countSegment(db, organisation.id, { kind: 'all' })}
        />
      ),
    });
  }),

  get(urls.adminNewNewsletter, 'communicator', async (visit) => {
    checkWriter(visit);
    return showForm(visit, null);
  }),

  post(urls.adminNewNewsletter, 'communicator', async (visit) => {
    checkWriter(visit);
    const { typed, problems, written } = await readNewsletter(visit);
    if (!written) return showForm(visit, null, { typed, problems });
    const id = await insertNewsletter(visit.db, actOf(visit), written);
    return seeOther(visit, urls.adminNewsletter({ newsletter: id }), 'newsletter-saved');
  }),

  get(urls.adminNewsletter, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const { sending } = newsletter;
    if (!sending) return showForm(visit, newsletter);
    const { db, organisation } = visit;
    const target = { kind: NEWSLETTER, id: newsletter.id };
    const letters = await countLettersAbout(db, organisation.id, target);
    return page({
      title: newsletter.own.fr.subject,
      section: 'admin',
      body: (
        <SendingPage
          newsletter={{ ...newsletter, sending }}
          state={stateOf(sending, letters.waiting)}
          segment={nameSegment(await listSegmentChoices(visit), newsletter.segment)}
          letters={letters}
        />
      ),
    });
  }),

  post(urls.adminNewsletter, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const address = urls.adminNewsletter({ newsletter: newsletter.id });
    if (newsletter.sending) return seeOther(visit, address, 'newsletter-sent-already');
    const { typed, problems, written, version } = await readNewsletter(visit);
    if (!written) return showForm(visit, newsletter, { typed, problems });
    const at = { id: newsletter.id, version };
    const saved = await rewriteNewsletter(visit.db, actOf(visit), at, written);
    if (saved.ok) return seeOther(visit, address, 'newsletter-saved');
    const theirs = found(saved.newsletter, 'newsletter');
    if (theirs.sending) return seeOther(visit, address, 'newsletter-sent-already');
    const fields = (['subject', 'words'] as const).filter(
      (field) => typed.own.fr[field] !== theirs.own.fr[field],
    );
    const said = fields.map((field) => [
      LETTER_NAMES[field],
      theirs.own.fr[field] === ''
        ? m.decide_conflict_empty()
        : m.decide_conflict_field({ saved: theirs.own.fr[field] }),
    ]);
    const shown = { typed, problems: Object.fromEntries(said), conflict: true };
    return showForm(visit, theirs, shown);
  }),

  get(urls.adminNewsletterMail, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const { mails } = await composeFor(visit, newsletter);
    const mail = mails[visit.url.searchParams.get('langue') === 'en' ? 'en' : 'fr'];
    return new Response(mail.html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        // the sheet of a mail stands in it; nothing runs and nothing is sent from it
        'content-security-policy':
          "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'",
      },
    });
  }),

  post(urls.adminNewsletterTrial, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const { db, organisation } = visit;
    const locale = (await visit.form()).text('langue') === 'en' ? 'en' : 'fr';
    const { letters, reader } = await composeFor(visit, newsletter);
    const { subject, text, html } = letters[locale];
    await db.transaction().execute((tx) =>
      queueLetter(tx, {
        organisationId: organisation.id,
        topic: 'newsletter',
        personId: reader.id,
        address: reader.email,
        locale,
        subject: m.announce_trial_subject({ subject }, { locale }),
        text,
        html,
        target: { kind: NEWSLETTER, id: newsletter.id },
        isOwed: true,
      }),
    );
    return seeOther(visit, urls.adminNewsletter({ newsletter: newsletter.id }), 'newsletter-tried');
  }),

  get(urls.adminNewsletterSend, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const address = urls.adminNewsletter({ newsletter: newsletter.id });
    return newsletter.sending ? seeOther(visit, address) : showConfirm(visit, newsletter);
  }),

  post(urls.adminNewsletterSend, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const { db, organisation } = visit;
    const address = urls.adminNewsletter({ newsletter: newsletter.id });
    if (newsletter.sending) return seeOther(visit, address, 'newsletter-sent-already');
    const form = await visit.form();
    const reason = form.text(NEWS_NAMES.pause);
    const pause = await findPromotionPause(db, organisation.id);
    const { letters, gone } = await composeFor(visit, newsletter);
    const counted = await countSegment(db, organisation.id, newsletter.segment);
    const refuse = (refusal: SendRefusal) => showRefused(visit, newsletter, { refusal, reason });
    if (counted === 0) return refuse('nobody');
    if (gone) return refuse('items-gone');
    if (pause && checkReason(reason)) return refuse('pause-unexplained');
    const at = { id: newsletter.id, version: Number(form.text('version')) || 0 };
    const ready = { letters, counted, pauseReason: pause ? reason : '' };
    const done = await beginSending(db, actOf(visit), at, ready);
    if (done === 'changed-meanwhile') return refuse(done);
    return seeOther(visit, address, `newsletter-${done}`);
  }),

  post(urls.adminNewsletterStop, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const taken = await stopSending(visit.db, actOf(visit), newsletter.id);
    const notice = taken === null ? 'newsletter-over' : 'newsletter-stopped';
    return seeOther(visit, urls.adminNewsletter({ newsletter: newsletter.id }), notice);
  }),
];

async function findState(
  { db, organisation }: SignedInVisit,
  { id, sending }: Newsletter,
  plan: Plan | null,
) {
  if (!sending) return stateOf(null, 0, plan);
  const { waiting } = await countLettersAbout(db, organisation.id, { kind: NEWSLETTER, id });
  return stateOf(sending, waiting);
}

async function readNewsletter(visit: SignedInVisit) {
  const form = await visit.form();
  const typed = readTyped(form);
  const { db, organisation } = visit;
  const choices = await listChoices(db, organisation.id, await readNow(db));
  const among = (ids: readonly string[], listed: readonly { id: string }[]) =>
    listed.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  const segments = await listSegmentChoices(visit);
  const draft = {
    own: typed.own,
    // what left the lists since the form was shown may not be told of any more
    news: among(typed.news, choices.news),
    posts: among(typed.posts, choices.posts),
    meetings: among(typed.meetings, choices.meetings),
    segment: segments.find(({ value }) => value === typed.segment)?.segment ?? null,
  };
  const problems = sayLetterProblems(checkNewsletter(draft));
  const { segment } = draft;
  const isGood = Object.keys(problems).length === 0 && segment !== null;
  const version = Number(form.text('version')) || 0;
  return { typed, problems, version, written: isGood ? { ...draft, segment } : null };
}

const readTyped = (form: Form): TypedNewsletter => ({
  own: {
    fr: { subject: form.text(LETTER_NAMES.subject), words: form.text(LETTER_NAMES.words) },
    en: {
      subject: form.text(LETTER_NAMES['subject-en']),
      words: form.text(LETTER_NAMES['words-en']),
    },
  },
  news: form.all('actualite'),
  posts: form.all('nouvelle'),
  meetings: form.all('rencontre'),
  segment: form.text(LETTER_NAMES.segment),
});

function showRefused(
  visit: SignedInVisit,
  newsletter: Newsletter,
  { refusal, reason }: { refusal: SendRefusal; reason: string },
) {
  const { field, words } = sendWords[refusal];
  const problems = { [field]: words() };
  return showConfirm(visit, newsletter, {
    reason,
    problems,
    conflict: refusal === 'changed-meanwhile',
  });
}
