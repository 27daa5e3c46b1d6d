import { randomUUID } from 'node:crypto';
import { insertMessage } from '../../src/rooms/contact/message.store.ts';
import { declarePause } from '../../src/rooms/organisations/pauses/pause.store.ts';
import type { TestSite } from '../site-client.ts';

/** A message to the organisation, as its form keeps it. Returns its id. */
export async function makeMessage(
  site: Pick<TestSite, 'db'>,
  organisationId: string,
  body: string,
): Promise<string> {
  const message = await site.db.transaction().execute((tx) =>
    insertMessage(tx, {
      organisationId,
      topic: 'question',
      name: 'Odile',
      email: 'odile@exemple.fr',
      body,
      lang: 'fr',
      formId: randomUUID(),
    }),
  );
  return message!.id;
}

/** A pre-electoral period of a year far ahead, where it switches nothing off, unless told. Returns its id. */
export async function makePause(
  site: Pick<TestSite, 'db'>,
  organisationId: string,
  by: string,
  pause: { startsOn?: string; endsOn?: string; reason?: string } = {},
): Promise<string> {
  const reason = pause.reason ?? 'Élections municipales de mars 2099';
  await declarePause(
    site.db,
    { organisationId, by },
    { startsOn: '2098-09-01', endsOn: '2099-03-22', ...pause, reason },
  );
  const { id } = await site.db
    .selectFrom('promotion_pause')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('reason', '=', reason)
    .executeTakeFirstOrThrow();
  return id;
}
