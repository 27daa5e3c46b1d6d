import { countOpenForm, giveWork } from '../../platform/http/open-form.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { limitTries } from './browser.routes.tsx';

/** Without scripts nobody works: a class, another and a library pass, a program waits. */
const SIGN_UP = { name: 'sign-up', withoutWork: 120 };

/** What the browser of somebody who signs up is given to work on. */
export const giveSignUpWork = (visit: Visit): Promise<string> => giveWork(visit, SIGN_UP);

/** Of one domain of mailboxes in an hour; of those where everybody has theirs, many more. */
const OF_DOMAIN = 300;
const EVERYBODYS = new Set(
  `gmail.com outlook.com outlook.fr hotmail.com hotmail.fr live.fr live.com msn.com yahoo.fr yahoo.com icloud.com
    me.com proton.me protonmail.com gmx.fr gmx.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr laposte.net
    numericable.fr`.split(/\s+/),
);
/**
 * Counts a sign-up, by mailbox, by domain and by what its browser did for it, never by network but for floods: a library
 * is one address. Over a limit: 429.
 */
export async function countSignUp(visit: Visit, mailbox: string, sentWork: string): Promise<void> {
  await limitTries(visit, 'sign-up', mailbox, { hits: 5, minutes: 60 });
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  const hits = EVERYBODYS.has(domain) ? 10 * OF_DOMAIN : OF_DOMAIN;
  await limitTries(visit, 'sign-up-domain', domain, { hits, minutes: 60 });
  await countOpenForm(visit, SIGN_UP, sentWork);
}
