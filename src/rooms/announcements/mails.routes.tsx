import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { readNow } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import {
  type Announced,
  writeAnnouncement,
  writeOfficeAnnouncement,
} from './announcement.mails.ts';
import { listMailings } from './announcement.store.ts';
import { loadCalendar } from './mail-visit.routes.ts';
import { MailsPage } from './mails.page.tsx';
import { MOMENTS, READERS } from './moment.ts';
import { listDecisionMails, listStudyMails, listVoteMails } from './other-mails.page.ts';
import { sendingOf } from './sending.ts';
import { listOwnLetters } from './words.store.ts';
import { NO_WORDS, WORD_KEYS, WORD_LOCALES } from './words.ts';

/** Every mail of an edition. */
export const mailsRoutes: readonly Route[] = [
  get(urls.adminMails, 'officer', async (visit) => {
    const calendar = await loadCalendar(visit);
    const { db, organisation, config } = visit;
    const { edition } = calendar;
    const [own, mailings, now] = await Promise.all([
      listOwnLetters(db, organisation.id, edition.id),
      listMailings(db, organisation.id, edition.id),
      readNow(db),
    ]);
    const origin = originOf(organisation.host, config);
    const steps = MOMENTS.map((moment) => {
      const kept = own.get(moment) ?? { words: NO_WORDS, silent: false };
      const about: Announced = { ...calendar, moment, organisation, origin, own: kept };
      const isForResidents = READERS[moment].length > 1;
      return {
        moment,
        sending: sendingOf(moment, calendar, mailings, now),
        silent: kept.silent,
        isOwn: WORD_LOCALES.some((locale) => WORD_KEYS.some((key) => kept.words[locale][key])),
        residents: isForResidents ? writeAnnouncement(about, getLocale()) : null,
        office: writeOfficeAnnouncement(about, getLocale()),
      };
    });
    const from = { edition, organisation, origin, at: now };
    return page({
      title: m.announce_title(),
      section: 'admin',
      body: (
        <MailsPage
          edition={edition}
          steps={steps}
          study={listStudyMails(from)}
          decisions={listDecisionMails(from)}
          vote={listVoteMails(from)}
        />
      ),
    });
  }),
];
