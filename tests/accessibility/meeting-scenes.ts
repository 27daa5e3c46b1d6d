import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeHosted, makeMeeting, makeRegistration, makeSession } from '../make/meetings.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { makeSpace } from '../make/spaces.ts';
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
  const session = await makeSession(site, coming, 0, { title: 'Quel budget ?', capacity: 20 });
  const of = { meeting: coming.number, session: session.id };
  const office = ['officer', 'administrator'] as const;
  return {
    [urls.programme.pattern]: {
      path: urls.programme({ meeting: coming.number }),
      roles: ['anonymous', 'resident', 'officer'],
    },
    [urls.ownProgramme.pattern]: {
      path: urls.ownProgramme({ meeting: coming.number }),
      roles: ['resident'],
    },
    [urls.newSession.pattern]: { path: urls.newSession(of), roles: office },
    [urls.changeSession.pattern]: { path: urls.changeSession(of), roles: office },
    [urls.cancelSession.pattern]: { path: urls.cancelSession(of), roles: office },
    [urls.sessionPeople.pattern]: { path: urls.sessionPeople(of), roles: office },
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

/** Events that somebody hosts in a space: one to come, one that is over and may be closed. */
export async function hostEvents(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const { space, component } = await makeSpace(site, { kindOfComponent: 'events' });
  const coming = await makeHosted(site, component.id, person.id, { title: 'Café des libertés' });
  const over = await makeHosted(site, component.id, person.id, { inHours: -40 });
  const at = { space: space.slug, component: component.slug };
  const roles = ['resident'] as const;
  return {
    [urls.spaceEvents.pattern]: { path: urls.spaceEvents(at), roles: ['anonymous', 'resident'] },
    [urls.proposeEvent.pattern]: { path: urls.proposeEvent(at), roles },
    [urls.meetingChange.pattern]: {
      path: urls.meetingChange({ meeting: coming.number }),
      roles,
    },
    [urls.meetingCancel.pattern]: {
      path: urls.meetingCancel({ meeting: coming.number }),
      roles,
    },
    [urls.meetingClose.pattern]: { path: urls.meetingClose({ meeting: over.number }), roles },
  };
}

function linkTo(site: BrowserSite, email: string, end: string): string {
  const mail = site.mails.findLast(({ to }) => to === email)!;
  return new RegExp(`/agenda/inscriptions/[0-9a-f]+/${end}`).exec(mail.text)![0];
}
