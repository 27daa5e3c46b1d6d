import * as m from '../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { formatDateTime } from '../../ui/format.ts';
import { addressesOf } from './boards/board-address.ts';
import { editableUntil } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import type { Published } from './publish.store.ts';

/** What an author receives for an idea just published (R34), in their own language. */
export function writeReceipt(
  idea: Published & { organisation: VisitedOrganisation; origin: string },
): Mail {
  const { author, board, organisation, origin, title, number } = idea;
  const address = addressesOf(board).idea({ idea: ideaSegment(idea) });
  return withLocale(author.locale, () => ({
    to: author.email,
    subject: m.ideas_mail_subject({ title }),
    text: m.ideas_mail_body({
      nickname: author.nickname,
      title,
      number,
      edition: board.title,
      address: origin + address,
      until: formatDateTime(editableUntil(idea, board)),
      organisation: organisation.name,
    }),
    locale: author.locale,
    replyTo: organisation.contactEmail,
  }));
}
