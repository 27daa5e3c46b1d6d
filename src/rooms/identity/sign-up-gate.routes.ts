import { readNow } from '../../platform/database/database.ts';
import { countHit, countLately } from '../../platform/http/limits.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { bitsUnder, readWork, spendWork, writeChallenge } from '../../platform/secrets/work.ts';
import { limitAddress, limitTries } from './browser.routes.tsx';

const formOf = ({ organisation }: Visit) => ({ organisationId: organisation.id, name: 'sign-up' });
const keyOf = ({ config }: Visit) => openKeys(config.keysFolder).secretsKey();

/** What the browser of somebody who signs up is given to work on. */
export async function giveWork(visit: Visit): Promise<string> {
  const now = await readNow(visit.db);
  const bits = bitsUnder(await countLately(visit.db, lately(visit)));
  return writeChallenge(keyOf(visit), formOf(visit), { bits, now });
}

const lately = ({ organisation }: Visit) => `sign-ups:${organisation.id}`;

/** Of one domain of mailboxes in an hour; of those where everybody has theirs, many more. */
const OF_DOMAIN = 300;
const EVERYBODYS = new Set([
  ...[
    'gmail.com',
    'outlook.com',
    'outlook.fr',
    'hotmail.com',
    'hotmail.fr',
    'live.fr',
    'live.com',
    'msn.com',
  ],
  ...[
    'yahoo.fr',
    'yahoo.com',
    'icloud.com',
    'me.com',
    'proton.me',
    'protonmail.com',
    'gmx.fr',
    'gmx.com',
  ],
  ...[
    'orange.fr',
    'wanadoo.fr',
    'free.fr',
    'sfr.fr',
    'neuf.fr',
    'bbox.fr',
    'laposte.net',
    'numericable.fr',
  ],
]);
/** Without scripts nobody works: a class, another and a library pass, a program waits. */
const WITHOUT_WORK = 120;

/**
 * Counts a sign-up, by mailbox, by domain and by what its browser did for it, never by network but for floods: a library
 * is one address. Over a limit: 429.
 */
export async function countSignUp(visit: Visit, mailbox: string, sentWork: string): Promise<void> {
  await limitAddress(visit, 'sign-up');
  await limitTries(visit, 'sign-up', mailbox, { hits: 5, minutes: 60 });
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  const hits = EVERYBODYS.has(domain) ? 10 * OF_DOMAIN : OF_DOMAIN;
  await limitTries(visit, 'sign-up-domain', domain, { hits, minutes: 60 });
  const { db, organisation } = visit;
  await countHit(db, { key: lately(visit), hits: 1_000_000, seconds: 900 });
  const work = readWork(keyOf(visit), formOf(visit), sentWork, await readNow(db));
  if (work && (await spendWork(db, work))) return;
  await limitTries(visit, 'sign-up-without-work', organisation.id, {
    hits: WITHOUT_WORK,
    minutes: 60,
  });
}
