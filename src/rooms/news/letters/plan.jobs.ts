import type { Config } from '../../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listReaders } from '../../identity/index.ts';
import { queueLetter } from '../../notifications/index.ts';
import { findOrganisation, findPromotionPause } from '../../organisations/index.ts';
import { findItems, writeLetters } from './newsletter.mails.ts';
import { beginSending, type SendingKey } from './newsletter.store.ts';
import type { Newsletter } from './newsletter.ts';
import { writeHeldLetter } from './plan.mails.ts';
import { findHindrance, type HeldFor, type Plan } from './plan.ts';
import { holdPlan, lockDuePlan } from './planning.store.ts';
import { countSegment } from './segment.store.ts';

/**
 * Its hour has come: readers are counted and the letter is written as things stand now, then its sending begins; or it
 * is held, and whoever planned it is told. Called twice, it begins once: the plan is gone, or held.
 */
export async function sendPlanned(
  db: Database,
  config: Pick<Config, 'port'>,
  key: SendingKey,
): Promise<void> {
  const { organisationId } = key;
  await db.transaction().execute(async (tx) => {
    const now = await readNow(tx);
    const due = await lockDuePlan(tx, key, now);
    const organisation = await findOrganisation(tx, organisationId);
    if (!due || !organisation) return;
    const { newsletter, plan } = due;
    const pause = await findPromotionPause(tx, organisationId);
    const items = await findItems(tx, organisationId, newsletter, now);
    const counted = await countSegment(tx, organisationId, newsletter.segment);
    const heldFor = findHindrance({
      paused: pause !== null,
      explained: plan.pauseReason !== '',
      counted,
      gone: items.gone,
    });
    if (heldFor) return hold(tx, config, organisation, { newsletter, plan, heldFor });
    await beginSending(tx, { organisationId, by: plan.plannedBy }, newsletter, {
      letters: writeLetters(newsletter.own, items, organisation, config),
      counted,
      pauseReason: pause ? plan.pauseReason : '',
    });
  });
}

async function hold(
  tx: Tx,
  config: Pick<Config, 'port'>,
  organisation: VisitedOrganisation,
  { newsletter, plan, heldFor }: { newsletter: Newsletter; plan: Plan; heldFor: HeldFor },
): Promise<void> {
  await holdPlan(tx, organisation.id, newsletter, heldFor);
  const address = `${originOf(organisation.host, config)}${urls.adminNewsletter({ newsletter: newsletter.id })}`;
  const told = { organisation: organisation.name, subject: newsletter.own.fr.subject, address };
  for (const { id, email, locale } of await listReaders(tx, organisation.id, [plan.plannedBy]))
    await queueLetter(tx, {
      organisationId: organisation.id,
      topic: 'newsletter',
      personId: id,
      address: email,
      locale,
      ...writeHeldLetter({ ...told, heldFor }, locale),
      isOwed: true,
      target: null,
    });
}
