import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { originOf } from '../../platform/http/origin.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { composeMail, queueLetter } from '../notifications/index.ts';
import { writeAnnouncement } from './announcement.mails.ts';
import { listMailings } from './announcement.store.ts';
import { loadCalendar } from './mail-visit.routes.ts';
import { MailWordsPage, wordField, wordProblems } from './mail-words.page.tsx';
import { WORDED_MOMENTS } from './moment.ts';
import { momentWords } from './moment-words.page.ts';
import { sendingOf } from './sending.ts';
import { findOwnLetter, saveOwnLetter } from './words.store.ts';
import {
  checkWords,
  NO_WORDS,
  type OwnLetter,
  type OwnWords,
  WORD_KEYS,
  WORD_LOCALES,
} from './words.ts';

type MomentVisit = SignedInVisit<'edition' | 'moment'>;

/** One mail of an edition: the office's own words, what it then looks like, a trial. */
export const mailWordsRoutes: readonly Route[] = [
  get(urls.adminMailWords, 'officer', async (visit) => {
    const asked = await loadMoment(visit);
    const kept = await findOwnLetter(
      visit.db,
      visit.organisation.id,
      asked.edition.id,
      asked.moment,
    );
    return wordsPage(visit, asked, kept, kept.version);
  }),

  post(urls.adminMailWords, 'officer', async (visit) => {
    const asked = await loadMoment(visit);
    const { edition, moment } = asked;
    const form = await visit.form();
    const typed: OwnLetter = { words: readTyped(form), silent: form.text('silence') === 'oui' };
    const version = Number(form.text('version'));
    const problems = wordProblems(checkWords(typed.words));
    if (Object.keys(problems).length > 0)
      return wordsPage(visit, asked, typed, version, { problems });
    if (form.text('act') === 'preview')
      return wordsPage(visit, asked, typed, version, { isUnsaved: true });
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    const saved = await saveOwnLetter(db, act, { editionId: edition.id, moment }, typed, version);
    const differences = saved.ok ? {} : listDifferences(typed, saved.saved);
    if (saved.ok || Object.keys(differences).length === 0)
      return seeOther(visit, addressOf(asked), 'mail-words-saved');
    const shown = { problems: differences, conflict: true, isUnsaved: true };
    return wordsPage(visit, asked, typed, saved.saved.version, shown);
  }),

  post(urls.adminMailTrial, 'officer', async (visit) => {
    const asked = await loadMoment(visit);
    const { db, organisation, config, visitor } = visit;
    const locale = (await visit.form()).text('langue') === 'en' ? 'en' : 'fr';
    const own = await findOwnLetter(db, organisation.id, asked.edition.id, asked.moment);
    const origin = originOf(organisation.host, config);
    const letter = writeAnnouncement({ ...asked, organisation, origin, own }, locale);
    const { email } = await readVisitor(visit);
    await db.transaction().execute((tx) =>
      queueLetter(tx, {
        organisationId: organisation.id,
        topic: 'tasks',
        personId: visitor.id,
        address: email,
        locale,
        subject: m.announce_trial_subject({ subject: letter.subject }, { locale }),
        text: letter.text,
        target: { kind: 'edition', id: asked.edition.id },
        isOwed: true,
      }),
    );
    return seeOther(visit, addressOf(asked), 'mail-trial-sent');
  }),
];

async function loadMoment(visit: MomentVisit) {
  const asked = visit.params.moment;
  const moment = WORDED_MOMENTS.find((one) => momentWords[one].segment === asked);
  return { ...(await loadCalendar(visit)), moment: found(moment, 'moment') };
}
type Asked = Awaited<ReturnType<typeof loadMoment>>;

const addressOf = ({ edition, moment }: Asked) =>
  urls.adminMailWords({ edition: edition.slug, moment: momentWords[moment].segment });

function readTyped(form: Form): OwnWords {
  const of = (locale: (typeof WORD_LOCALES)[number]) => ({
    subject: form.text(wordField(locale, 'subject')),
    paragraph: form.text(wordField(locale, 'paragraph')),
  });
  return { fr: of('fr'), en: of('en') };
}

/** What somebody else saved meanwhile, said beside each field that differs. */
function listDifferences(typed: OwnLetter, saved: OwnLetter): Problems {
  const problems: Problems = {};
  for (const locale of WORD_LOCALES)
    for (const key of WORD_KEYS) {
      const theirs = saved.words[locale][key];
      if (theirs !== typed.words[locale][key])
        problems[wordField(locale, key)] =
          theirs === '' ? m.decide_conflict_empty() : m.decide_conflict_field({ saved: theirs });
    }
  if (saved.silent !== typed.silent)
    problems.silence = m.decide_conflict_field({
      saved: saved.silent ? m.setup_yes() : m.setup_no(),
    });
  return problems;
}

async function readVisitor({ db, organisation, visitor }: MomentVisit) {
  const contacts = await findContacts(db, organisation.id, [visitor.id]);
  return found(contacts.get(visitor.id), 'person');
}

interface Shown {
  problems?: Problems;
  conflict?: boolean;
  isUnsaved?: boolean;
}

async function wordsPage(
  visit: MomentVisit,
  asked: Asked,
  typed: OwnLetter,
  version: number,
  { problems = {}, conflict = false, isUnsaved = false }: Shown = {},
): Promise<Answer> {
  const { db, organisation, config, visitor } = visit;
  const { edition, moment } = asked;
  const [mailings, now, reader] = [
    await listMailings(db, organisation.id, edition.id),
    await readNow(db),
    await readVisitor(visit),
  ];
  const origin = originOf(organisation.host, config);
  const write = (locale: 'fr' | 'en', own: { words: OwnWords }) =>
    writeAnnouncement({ ...asked, organisation, origin, own }, locale);
  const preview = (locale: 'fr' | 'en') =>
    composeMail(
      {
        ...write(locale, typed),
        personId: visitor.id,
        topic: 'calendar',
        isOwed: false,
        to: reader.email,
        locale,
        queuedAt: now,
        tries: 0,
      },
      'preview',
      organisation,
      config,
    );
  const usual = (locale: 'fr' | 'en') => write(locale, { words: NO_WORDS }).subject;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: momentWords[moment].name(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <MailWordsPage
        edition={edition}
        moment={moment}
        sending={sendingOf(moment, asked, mailings, now)}
        typed={typed}
        version={version}
        problems={problems}
        conflict={conflict}
        usual={{ fr: usual('fr'), en: usual('en') }}
        previews={{ fr: preview('fr'), en: preview('en') }}
        replyTo={organisation.contactEmail}
        isUnsaved={isUnsaved}
        reader={reader}
      />
    ),
  });
}
