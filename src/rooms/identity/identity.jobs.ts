import type { Database } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { passwordLinkMail, type Sender, signInCodeMail } from './identity.mails.ts';
import { deleteUnconfirmed, findCredentials } from './person.store.ts';
import { forgetProof, insertProof } from './proof.store.ts';

/**
 * Asked by somebody who is not signed in. Whether the mailbox is known is found out here and not in
 * the request, which takes the same time and says the same words for every address (W10).
 */
type MailAsked = {
  organisationId: string;
  mailbox: string;
  sender: Sender;
  /** Of the browser that will type the code. */
  browserHash: string;
};

export const askForSignInCode = (db: Database, asked: MailAsked) =>
  queueJob(db, 'send-sign-in-code', asked, { priority: -10 });

export const askForPasswordLink = (db: Database, asked: Omit<MailAsked, 'browserHash'>) =>
  queueJob(db, 'send-password-link', asked, { priority: -10 });

const DAYS_TO_CONFIRM = 7;

/** A sign-up that nobody confirms holds a nickname and a name: both are forgotten after a week. */
export const forgetUnlessConfirmed = (
  db: Parameters<typeof queueJob>[0],
  person: { organisationId: string; id: string },
) =>
  queueJob(db, 'forget-unconfirmed', person, {
    runAt: new Date(Date.now() + DAYS_TO_CONFIRM * 86_400_000),
  });

export function identityJobs({ db }: { db: Database }): Jobs {
  const confirmed = async (organisationId: string, mailbox: string) => {
    const person = await findCredentials(db, organisationId, { mailbox });
    return person?.confirmedAt ? person : null;
  };
  return {
    'send-sign-in-code': async (asked: MailAsked) => {
      const person = await confirmed(asked.organisationId, asked.mailbox);
      if (!person) return;
      await db.transaction().execute(async (tx) => {
        const { code } = await insertProof(tx, asked.organisationId, {
          purpose: 'sign-in',
          personId: person.id,
          browserHash: asked.browserHash,
        });
        await queueMail(tx, signInCodeMail(asked.sender, person, code));
      });
    },
    'send-password-link': async (asked: Omit<MailAsked, 'browserHash'>) => {
      const person = await confirmed(asked.organisationId, asked.mailbox);
      if (!person) return;
      await db.transaction().execute(async (tx) => {
        const { token } = await insertProof(tx, asked.organisationId, {
          purpose: 'reset-password',
          personId: person.id,
        });
        await queueMail(tx, passwordLinkMail(asked.sender, person, token));
      });
    },
    'forget-proof': ({ organisationId, id }: { organisationId: string; id: string }) =>
      forgetProof(db, organisationId, id),
    'forget-unconfirmed': ({ organisationId, id }: { organisationId: string; id: string }) =>
      db.transaction().execute((tx) => deleteUnconfirmed(tx, organisationId, { id })),
  };
}
