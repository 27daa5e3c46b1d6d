import { openKeys } from '../../src/platform/keys/keys.ts';
import { createInstallationLink } from '../../src/rooms/organisations/index.ts';
import { writeStopToken } from '../../src/rooms/polls/reminders/reminder.crypto.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { linkIn } from '../make/mails.ts';
import type { MadePerson } from '../make/people.ts';
import { type Particulars, STAGE_PASSWORD } from './stage.ts';

/** The pages that only a mail leads to. */
export async function askForMails(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const visitor = site.visitor();
  await visitor.post(urls.signUp(), {
    nom: 'Camille Durand',
    surnom: 'Camille',
    courriel: 'camille@exemple.fr',
    'mot-de-passe': STAGE_PASSWORD,
    charte: 'oui',
  });
  await visitor.post(urls.forgottenPassword(), { courriel: person.email });
  await person.client.post(urls.accountEmail(), {
    courriel: 'odile@exemple.fr',
    'mot-de-passe-actuel': STAGE_PASSWORD,
  });
  await site.runJobs();
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  const stopToken = writeStopToken(rollKey, site.organisationId, person.id);
  const linkTo = (address: string) => linkIn(site.mails.findLast(({ to }) => to === address)!);
  return {
    [urls.confirmAddress.pattern]: { path: linkTo('camille@exemple.fr'), roles: ['anonymous'] },
    [urls.newPassword.pattern]: { path: linkTo(person.email), roles: ['anonymous'] },
    // asked for with the town
    [urls.invitation.pattern]: { path: linkTo('invitee@exemple.fr'), roles: ['anonymous'] },
    [urls.confirmEmail.pattern]: { path: linkTo('odile@exemple.fr'), roles: ['resident'] },
    [urls.stopReminders.pattern]: {
      path: urls.stopReminders({ token: stopToken }),
      roles: ['anonymous'],
    },
  };
}

/** What is met once: an installation to begin, a charter that has changed, a mail kept on this machine. */
export async function meetThresholds(site: BrowserSite): Promise<Particulars> {
  const answer = await fetch(`${site.origin}${urls.mails()}`);
  const [, mail] = /href="(\/_mails\/[^"]+)"/.exec(await answer.text()) ?? [];
  if (!mail) throw new Error(`No mail at ${urls.mails()}: ${answer.status}`);
  return {
    [urls.mail.pattern]: { path: mail, roles: ['anonymous'] },
    [urls.installation.pattern]: {
      path: await createInstallationLink(site.db),
      roles: ['anonymous'],
    },
    [urls.acceptCharter.pattern]: { path: urls.acceptCharter(), roles: ['hesitant'] },
  };
}
