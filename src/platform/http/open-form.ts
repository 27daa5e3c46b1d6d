import { readNow } from '../database/database.ts';
import { openKeys } from '../keys/keys.ts';
import { hashSecret } from '../secrets/token.ts';
import { bitsUnder, readWork, spendWork, writeChallenge } from '../secrets/work.ts';
import { countHit, countLately } from './limits.ts';
import type { Visit } from './visit.ts';

/**
 * Forms that are open to everybody, without an account: counted by what is sent and by what the browser did for it. The
 * network counts against floods only: a library is one address, and so is a school.
 */
export interface OpenFormLimits {
  /** `sign-up`. */
  name: string;
  /** How many an hour are sent here, all together, by browsers that did no work: where no scripts run, people go slower. */
  withoutWork: number;
}

/** The form's field that the browser's work is sent in. */
export const WORK_NAME = 'travail';
/** Two classes, a library and a workshop at once send fewer. */
const FLOOD = { hits: 3000, seconds: 900 };

const formOf = ({ organisation }: Visit, name: string) => ({
  organisationId: organisation.id,
  name,
});
const keyOf = ({ config }: Visit) => openKeys(config.keysFolder).secretsKey();
const lately = ({ organisation }: Visit, name: string) => `${name}-lately:${organisation.id}`;

/** What the browser of whoever fills in a form is given to work on, the more the more are sent. */
export async function giveWork(
  visit: Visit,
  { name }: Pick<OpenFormLimits, 'name'>,
): Promise<string> {
  const now = await readNow(visit.db);
  const bits = bitsUnder(await countLately(visit.db, lately(visit, name)));
  return writeChallenge(keyOf(visit), formOf(visit, name), { bits, now });
}

/** Counts one form; over a limit: 429. `sentWork`: as the form holds it, '' where no script ran. */
export async function countOpenForm(
  visit: Visit,
  { name, withoutWork }: OpenFormLimits,
  sentWork: string,
): Promise<void> {
  const { db, organisation } = visit;
  await limitFloods(visit, name);
  await countHit(db, { key: lately(visit, name), hits: 1_000_000, seconds: FLOOD.seconds });
  const work = readWork(keyOf(visit), formOf(visit, name), sentWork, await readNow(db));
  if (work && (await spendWork(db, work))) return;
  await countHit(db, {
    key: `${name}-without-work:${organisation.id}`,
    hits: withoutWork,
    seconds: 3600,
  });
}

/** What comes from one network at one kind of act: far more than people send. Over it: 429. */
export const limitFloods = ({ db, organisation, address }: Visit, act: string): Promise<void> =>
  countHit(db, { key: `${act}-from:${hashSecret(organisation.id, address)}`, ...FLOOD });
