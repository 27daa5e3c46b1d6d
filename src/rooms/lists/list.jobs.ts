import { type Database, readNow } from '../../platform/database/database.ts';
import { deleteFile, listFiles, openStorage, removeBytes } from '../../platform/files/index.ts';
import { fileSegment } from '../../platform/files/upload.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Tools } from '../../platform/room.ts';
import { listSpaceReaders } from '../consultations/index.ts';
import { findContacts, listPublicNicknames } from '../identity/index.ts';
import {
  isPatienceOver,
  isRefusedForGood,
  type SendingFailure,
  secondsToNextTry,
} from '../notifications/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { insertDigest, listDigested } from './digest.store.ts';
import { listFileIds } from './file.store.ts';
import {
  findUnsent,
  markFailed,
  markSent,
  queueListLetters,
  type UnsentLetter,
} from './letter.store.ts';
import { findList } from './list.store.ts';
import { findMessage, forgetUnproven, listAnswered } from './message.store.ts';
import { findPlace } from './place.store.ts';
import { tellPaused } from './post/asking.mails.ts';
import { composeDigest, composeMessage, type ListLetter } from './post/letter.mails.ts';
import { findSubscription, recordBounce } from './subscription.store.ts';

interface Sending {
  organisationId: string;
  letterId: string;
}

export function listJobs({ db, config, postman }: Tools): Jobs {
  return {
    /**
     * Sends one letter of a list. A server that is down is asked again for three days (F6); one that refuses this reader for good is
     * as good as a letter that came back. Killed between the server's yes and ours, it is sent again under the same Message-ID.
     */
    'send-list-letter': async ({ organisationId, letterId }: Sending) => {
      const letter = await findUnsent(db, organisationId, letterId);
      if (!letter) return;
      const mail = await compose({ db, config }, organisationId, letter);
      if (mail) {
        try {
          await postman.send(mail);
        } catch (error) {
          await noteFailure(db, organisationId, letter, error as SendingFailure);
          return;
        }
      }
      await markSent(db, organisationId, letterId);
    },

    /** What a day brought, to those who read it together. */
    'write-list-digest': async ({
      organisationId,
      listId,
    }: {
      organisationId: string;
      listId: string;
    }) => {
      await db.transaction().execute(async (tx) => {
        const digestId = await insertDigest(tx, organisationId, listId);
        if (digestId) await queueListLetters(tx, organisationId, listId, { digestId });
      });
    },

    /** Nobody said that they wrote it. */
    'forget-list-message': async (at: { organisationId: string; messageId: string }) => {
      const gone = await db.transaction().execute(async (tx) => {
        const files = await forgetUnproven(tx, at.organisationId, at.messageId);
        const kept = [];
        for (const file of files) kept.push(await deleteFile(tx, at.organisationId, file));
        return kept;
      });
      for (const file of gone) if (file) await removeBytes(openStorage(config), file.storageKey);
    },
  };
}

async function noteFailure(
  db: Database,
  organisationId: string,
  letter: UnsentLetter,
  failure: SendingFailure,
): Promise<void> {
  const isRefused = isRefusedForGood(failure);
  const isOver = isRefused || isPatienceOver(letter, await readNow(db));
  await db.transaction().execute(async (tx) => {
    const after = isOver ? null : secondsToNextTry(letter.tries + 1);
    await markFailed(tx, organisationId, letter.id, after);
    const paused = isRefused ? await recordBounce(tx, letter.id) : null;
    if (paused) await tellPaused(tx, paused);
  });
}

/** null: its reader may not read the space any more, or what it brings is gone. */
async function compose(
  { db, config }: Pick<Tools, 'db' | 'config'>,
  organisationId: string,
  unsent: UnsentLetter,
): Promise<Mail | null> {
  const { personId, messageId, digestId } = unsent;
  const organisation = await findOrganisation(db, organisationId);
  const list = await findList(db, organisationId, unsent.listId);
  const place = list && (await findPlace(db, organisationId, list.componentId));
  const contact = (await findContacts(db, organisationId, [personId])).get(personId);
  if (!organisation || !list || !place || !contact) return null;
  const readers = await listSpaceReaders(db, organisationId, place.space.id, [personId]);
  if (readers.length === 0 || place.component.isHidden) return null;
  const letter: ListLetter = {
    letterId: unsent.id,
    subscriptionId: unsent.subscriptionId,
    to: contact.email,
    locale: contact.locale,
    list,
    title: place.component.title,
    organisation,
    origin: originOf(organisation.host, config),
    at: { space: place.space.slug, component: place.component.slug },
  };
  const nameAll = (ids: readonly (string | null)[]) =>
    listPublicNicknames(db, organisationId, [...new Set(ids.flatMap((id) => id ?? []))]);
  if (digestId) {
    const messages = await listDigested(db, organisationId, digestId);
    const names = await nameAll(messages.map(({ authorId }) => authorId));
    return messages.length > 0
      ? composeDigest(letter, config, { digestId, messages, names })
      : null;
  }
  const message = messageId ? await findMessage(db, organisationId, messageId) : null;
  if (!message?.publishedAt || message.withdrawnAt) return null;
  const { authorId } = message;
  const kept = await listFileIds(db, organisationId, [message.id]);
  const files = await listFiles(db, organisationId, kept.get(message.id) ?? []);
  const own = authorId ? await findSubscription(db, organisationId, list.id, authorId) : null;
  const shown =
    own?.showsAddress && authorId
      ? ((await findContacts(db, organisationId, [authorId])).get(authorId)?.email ?? null)
      : null;
  return composeMessage(letter, config, {
    message,
    names: await nameAll([authorId]),
    answers: await listAnswered(db, organisationId, message),
    files: files.map((file) => ({ ...file, segment: fileSegment(file) })),
    shownAddress: shown,
  });
}
