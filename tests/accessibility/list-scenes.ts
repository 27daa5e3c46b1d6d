import { writeListLink } from '../../src/rooms/lists/list-token.crypto.ts';
import { findSubscription } from '../../src/rooms/lists/subscription.store.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeMailingList, subscribeTo, writeMessage } from '../make/lists.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A list with a thread, a message that waits for the team and one that waits for its author's word. */
export async function writeToLists(site: BrowserSite, resident: MadePerson): Promise<Particulars> {
  const made = await makeMailingList(site, { moderation: 'first' });
  const { at, list } = made;
  const author = await makePerson(site, { nickname: 'Malika des listes' });
  for (const person of [resident, author]) await subscribeTo(site, made, person);
  await site.db.updateTable('list_subscription').set({ trusted_at: new Date() }).execute();
  const thread = await writeMessage(site, made, author, {
    subject: 'Le captage de la source',
    body: 'Il baisse depuis août : voir https://exemple.fr/captage.',
  });
  await writeMessage(site, made, resident, { body: 'Depuis quand ?', answers: thread });
  await site.db.updateTable('list_subscription').set({ trusted_at: null }).execute();
  const waiting = await writeMessage(site, made, author, { subject: 'À lire', body: 'D’abord.' });
  const { config, organisationId } = site;
  const own = (await findSubscription(site.db, organisationId, list.id, author.id))!;
  const everybody = ['anonymous', 'resident', 'officer', 'administrator'] as const;
  const signedIn = ['resident', 'officer', 'administrator'] as const;
  const office = ['officer', 'administrator'] as const;
  return {
    [urls.spaceList.pattern]: { path: urls.spaceList(at), roles: everybody },
    [urls.listThread.pattern]: { path: urls.listThread({ ...at, thread }), roles: everybody },
    [urls.listWrite.pattern]: { path: urls.listWrite(at), roles: signedIn },
    [urls.listSubscription.pattern]: { path: urls.listSubscription(at), roles: signedIn },
    [urls.listQueue.pattern]: { path: urls.listQueue(at), roles: office },
    [urls.listJudgement.pattern]: {
      path: urls.listJudgement({ ...at, message: waiting }),
      roles: office,
    },
    [urls.listWithdrawal.pattern]: {
      path: urls.listWithdrawal({ ...at, message: thread }),
      roles: office,
    },
    [urls.adminList.pattern]: { path: urls.adminList(at), roles: office },
    [urls.stopList.pattern]: {
      path: urls.stopList({ token: writeListLink(config, organisationId, 'stop', own.id) }),
      roles: ['anonymous'],
    },
    [urls.confirmListMessage.pattern]: {
      path: urls.confirmListMessage({
        token: writeListLink(config, organisationId, 'confirm', thread),
      }),
      roles: ['anonymous'],
    },
  };
}
