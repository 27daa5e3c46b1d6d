import * as m from '../../../paraglide/messages.js';
import { readNow, type Tx } from '../../../platform/database/database.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { urls } from '../../../urls.ts';
import { listPeopleInRoles } from '../../identity/index.ts';
import { queueLetter } from '../../notifications/index.ts';
import { dayInParis, type Edition } from '../../spaces/index.ts';
import { DECIDING_ROLES } from './decision.ts';
import { STATE_SLUGS } from './words.page.tsx';

interface From {
  organisation: { id: string; name: string };
  origin: string;
  /** Whoever prepares: they know. */
  visitor: { id: string };
}

/**
 * Writes to those who decide in an edition that something waits for them: once a day and person, whatever is prepared
 * after it. It names no number, which would be another one in the evening.
 */
export async function tellDeciders(
  tx: Tx,
  { organisation, origin, visitor }: From,
  edition: Pick<Edition, 'id' | 'slug' | 'title'>,
): Promise<void> {
  const people = await listPeopleInRoles(tx, organisation.id, DECIDING_ROLES, edition.id);
  const day = dayInParis(await readNow(tx));
  const list = urls.adminDecisions({ edition: edition.slug }, { etat: STATE_SLUGS['to-decide'] });
  for (const { id, name, email, locale } of people) {
    if (id === visitor.id) continue;
    const letter = withLocale(locale, () => ({
      subject: m.dash_mail_decide_subject({ edition: edition.title }),
      text: m.dash_mail_decide({
        name,
        edition: edition.title,
        address: origin + list,
        desk: origin + urls.admin(),
        organisation: organisation.name,
      }),
    }));
    await queueLetter(tx, {
      organisationId: organisation.id,
      topic: 'tasks',
      personId: id,
      address: email,
      locale,
      ...letter,
      target: { kind: 'edition', id: edition.id },
      onceKey: `decisions-wait:${id}:${day}`,
    });
  }
}
