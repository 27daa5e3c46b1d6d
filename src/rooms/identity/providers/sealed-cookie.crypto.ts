import { readNow } from '../../../platform/database/database.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { openSealed, sealText } from '../../../platform/secrets/seal.ts';

/** What waits in somebody's own browser, which can neither read nor change it: for ten minutes, in database time. */
const MINUTES = 10;

export interface Place {
  name: string;
  path: string;
}

const purposeOf = (visit: Visit, { name }: Place) => `cookie ${name}:${visit.organisation.id}`;
const keyOf = (visit: Visit) => openKeys(visit.config.keysFolder).secretsKey();

export function keepSealed(visit: Visit, place: Place, value: object): void {
  const sealed = sealText(keyOf(visit), purposeOf(visit, place), JSON.stringify(value));
  visit.cookies.set(place.name, sealed, { path: place.path, maxAge: MINUTES * 60 });
}

export function readSealed(visit: Visit, place: Place): unknown {
  const sealed = visit.cookies.get(place.name);
  const text = sealed ? openSealed(keyOf(visit), purposeOf(visit, place), sealed) : null;
  return text === null ? null : JSON.parse(text);
}

/** Milliseconds since 1970: when what is kept now is of no use any more. */
export const endOfWait = async ({ db }: Visit) => (await readNow(db)).getTime() + MINUTES * 60_000;
export const isOver = async ({ db }: Visit, until: number) => (await readNow(db)).getTime() > until;
