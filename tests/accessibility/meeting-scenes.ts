import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeMeeting, makeRegistration } from '../make/meetings.ts';
import { makePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A meeting that somebody comes to by mail, and one that is over and may be told of. */
export async function announceMeetings(site: BrowserSite): Promise<Particulars> {
  const coming = await makeMeeting(site, { title: 'Atelier d’idées', capacity: 12 });
  const person = await makePerson(site);
  const registration = await makeRegistration(site, coming, person.id);
  const over = await makeMeeting(site, { title: 'Inauguration du verger', inHours: -30 });
  const links: Record<'confirm' | 'withdraw', string> = { confirm: '', withdraw: '' };
  for (const name of ['asking', 'coming']) {
    const visitor = site.visitor();
    const email = `${name}@exemple.fr`;
    await visitor.post(urls.meetingRegister({ meeting: coming.number }), {
      nom: 'Lucienne Aubry',
      courriel: email,
      profil: 'resident',
    });
    await site.runJobs();
    links.confirm = linkTo(site, email, 'confirmer');
    if (name !== 'coming') continue;
    await visitor.post(links.confirm);
    await site.runJobs();
    links.withdraw = linkTo(site, email, 'annuler');
    links.confirm = linkTo(site, 'asking@exemple.fr', 'confirmer');
  }
  const at = { meeting: over.number };
  return {
    [urls.registrationConfirm.pattern]: { path: links.confirm, roles: ['anonymous'] },
    [urls.registrationWithdraw.pattern]: { path: links.withdraw, roles: ['anonymous'] },
    [urls.adminRegistrationRemove.pattern]: {
      path: urls.adminRegistrationRemove({
        meeting: coming.number,
        registration,
      }),
      roles: ['officer', 'administrator'],
    },
    [urls.adminMeetingReport.pattern]: {
      path: urls.adminMeetingReport(at),
      roles: ['officer', 'administrator'],
    },
  };
}

function linkTo(site: BrowserSite, email: string, end: string): string {
  const mail = site.mails.findLast(({ to }) => to === email)!;
  return new RegExp(`/agenda/inscriptions/[0-9a-f]+/${end}`).exec(mail.text)![0];
}
