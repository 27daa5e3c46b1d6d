import { randomUUID } from 'node:crypto';
import { type MadeKey, makeKey } from '../../src/browser/ballot/key-parts.ts';
import { sealChoices } from '../../src/browser/ballot/sealing.ts';
import { readNow } from '../../src/platform/database/database.ts';
import {
  type Cast,
  castBallot,
  openSealedBox,
  type Poll,
  type PollTerms,
  sealPoll,
} from '../../src/rooms/polls/index.ts';
import { tokenOf } from '../../src/rooms/polls/sealed/sealed.crypto.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePoll, makePoll, type PollOptions } from './polls.ts';

export const TRUSTEE_NAMES = ['Awa Élue', 'Bruno Agent', 'Chloé Habitante'];

export interface SealedPoll extends MadePoll {
  key: MadeKey;
}

/** An open sealed poll, and the parts that its trustees keep. */
export async function makeSealedPoll(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  options: PollOptions & { terms?: Partial<PollTerms> } = {},
): Promise<SealedPoll> {
  const key = await makeKey();
  const { publicKey, shareHashes } = key;
  const sealing = { publicKey, shareHashes, trustees: TRUSTEE_NAMES };
  const terms = { ...options.terms, profile: 'P2' as const, sealing };
  return { ...(await makePoll(site, { ...options, terms })), key };
}

/** As the script of the review page does: the choices are numbers of the list, or what stands in their place. */
export async function sealFor(
  site: Pick<TestSite, 'config'>,
  poll: Poll,
  choices: readonly number[] | string,
  idempotencyKey: string,
): Promise<string> {
  const { publicKey, size } = poll.settings.sealing!;
  const token = tokenOf(site.config.keysFolder, poll.id, idempotencyKey);
  const written =
    typeof choices === 'string'
      ? choices
      : JSON.stringify(choices.map((number) => poll.options[number - 1]!.key));
  return sealChoices(written, { publicKey, size, manifestHash: poll.manifestHash, token });
}

/** Casts what was sealed, or something else in its place. */
export async function castSealed(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  poll: Poll,
  personId: string,
  choices: readonly number[] | string,
  form: { sealed?: string; idempotencyKey?: string; believedRevision?: number } = {},
): Promise<Cast> {
  const { idempotencyKey = randomUUID(), believedRevision = 0 } = form;
  const sealed = form.sealed ?? (await sealFor(site, poll, choices, idempotencyKey));
  return castBallot(
    site.db,
    site.config,
    site.organisationId,
    poll,
    { personId, choices: [], nonce: '', idempotencyKey, believedRevision, sealed },
    await readNow(site.db),
  );
}

/** Closes, seals and opens with the first two parts; time travels past the close. */
export async function openBox(site: TestSite, { poll, key }: SealedPoll): Promise<void> {
  site.travel('11 days');
  const by = { organisationId: site.organisationId, by: null };
  const sealed = await sealPoll(site.db, site.config, by, poll.id);
  if (!sealed.ok) throw new Error(`openBox: ${sealed.refusal}`);
  const opened = await openSealedBox(site.db, by, poll.id, key.shares.slice(0, 2));
  if (!opened.ok) throw new Error(`openBox: ${opened.refusal}`);
}
