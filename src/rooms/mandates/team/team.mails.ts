import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { urls } from '../../../urls.ts';
import { findContacts } from '../../identity/index.ts';
import { tellPerson } from '../../notifications/index.ts';

type TeamNews = 'asked' | 'accepted' | 'declined';

const words = {
  asked: { notice: m.team_told_asked, subject: m.team_mail_asked_subject },
  accepted: { notice: m.team_told_accepted, subject: m.team_mail_accepted_subject },
  declined: { notice: m.team_told_declined, subject: m.team_mail_declined_subject },
} as const;

/** Tells leads that somebody asks, or whoever asked what was answered, in the transaction of the act. */
export async function tellOfTeam(
  tx: Tx,
  { organisation, origin }: Pick<SignedInVisit, 'organisation' | 'origin'>,
  network: { id: string; slug: string; title: string },
  told: { kind: TeamNews; requestId: string; personIds: readonly string[]; quoted?: string },
): Promise<void> {
  const contacts = await findContacts(tx, organisation.id, told.personIds);
  const said = { title: network.title };
  const href = urls.spaceTeam({ space: network.slug });
  const { notice, subject } = words[told.kind];
  for (const [personId, { email, locale, nickname }] of contacts)
    await tellPerson(tx, organisation.id, {
      personId,
      topic: 'exchanges',
      kind: 'space',
      target: { kind: 'space', id: network.id },
      href,
      words: () => notice(said),
      onceKey: `team:${told.kind}:${told.requestId}`,
      letter: {
        address: email,
        locale,
        onceKey: `team:${told.kind}:${told.requestId}:${personId}`,
        ...withLocale(locale, () => ({
          subject: subject(said).replaceAll(/\s+/g, ' '),
          text: [
            m.mandates_mail_hello({ name: nickname }),
            notice(said),
            ...(told.quoted ? [m.team_mail_quoted({ words: excerptOf(told.quoted, 300) })] : []),
            origin + href,
            organisation.name,
          ].join('\n\n'),
        })),
      },
    });
}
