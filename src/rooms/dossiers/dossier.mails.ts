import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { findContacts } from '../identity/index.ts';
import { tellPerson } from '../notifications/index.ts';
import { hrefOf } from './dossier-words.page.ts';
import type { SeenDossier } from './load.routes.ts';

type Sender = Pick<SignedInVisit, 'organisation' | 'origin' | 'visitor' | 'listSpaceReaders'>;

type Told = 'invited' | 'asked' | 'let-in' | 'assigned' | 'closed' | 'reopened';

const words = {
  invited: { notice: m.dossiers_told_invited, subject: m.dossiers_mail_invited_subject },
  asked: { notice: m.dossiers_told_asked, subject: m.dossiers_mail_asked_subject },
  'let-in': { notice: m.dossiers_told_let_in, subject: m.dossiers_mail_let_in_subject },
  assigned: { notice: m.dossiers_told_assigned, subject: m.dossiers_mail_assigned_subject },
  closed: { notice: m.dossiers_told_closed, subject: m.dossiers_mail_closed_subject },
  reopened: { notice: m.dossiers_told_reopened, subject: m.dossiers_mail_reopened_subject },
} as const;

/**
 * Tells some people of one act, in its transaction, but never whoever did it, nor who is inside the space no more. `key`
 * names the act. A dossier has two hundred members at most: a letter each.
 */
export async function tellOfDossier(
  tx: Tx,
  visit: Sender,
  seen: SeenDossier,
  told: { kind: Told; key: string; personIds: readonly string[]; quoted?: string },
): Promise<void> {
  const { organisation, visitor, origin } = visit;
  const others = told.personIds.filter((id) => id !== visitor.id);
  const readers = await visit.listSpaceReaders(tx, seen.space.id, others);
  const contacts = await findContacts(tx, organisation.id, readers);
  const said = { title: excerptOf(seen.dossier.title, 100) };
  const href = hrefOf(seen);
  for (const [personId, { email, locale, nickname }] of contacts)
    await tellPerson(tx, organisation.id, {
      personId,
      topic: 'exchanges',
      kind: 'exchange',
      target: { kind: 'dossier', id: seen.dossier.id },
      href,
      words: () => words[told.kind].notice(said),
      onceKey: `dossier:${told.kind}:${told.key}`,
      letter: {
        address: email,
        locale,
        onceKey: `dossier:${told.kind}:${told.key}:${personId}`,
        ...withLocale(locale, () => ({
          subject: words[told.kind].subject(said).replaceAll(/[\r\n]+/g, ' '),
          text: [
            m.dossiers_mail_hello({ nickname }),
            words[told.kind].notice(said),
            ...(told.quoted
              ? [m.dossiers_mail_quoted({ words: excerptOf(told.quoted, 300) })]
              : []),
            `${m.dossiers_mail_read()}\n${origin}${href}`,
            organisation.name,
          ].join('\n\n'),
        })),
      },
    });
}
