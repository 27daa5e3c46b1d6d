import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { listTreasurers } from '../groups/index.ts';
import { findContacts } from '../identity/index.ts';
import { findRequestById } from '../spending/index.ts';
import { findPayment } from './settling.store.ts';

interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

/** The bank refused a transfer before it was ever paid: the group's treasurers learn why, its request waits again. */
export async function writeAboutRejection(
  tx: Tx,
  { organisation, config }: Sender,
  paymentId: string,
): Promise<void> {
  const payment = await findPayment(tx, organisation.id, paymentId);
  const request = payment && (await findRequestById(tx, organisation.id, payment.requestId));
  if (!payment || !request) return;
  const treasurers = await listTreasurers(tx, organisation.id, request.groupId);
  const contacts = await findContacts(tx, organisation.id, treasurers);
  const number = String(request.number);
  for (const { name, email, locale } of contacts.values())
    await queueMail(
      tx,
      withLocale(locale, () => ({
        to: email,
        locale,
        replyTo: organisation.contactEmail,
        subject: m.payments_mail_rejected_subject({ number }),
        text: [
          m.payments_mail_hello({ name }),
          m.payments_mail_rejected({ number, amount: formatMoney(payment.amount) }),
          m.payments_mail_reason({ reason: payment.reason }),
          m.payments_mail_rejected_after(),
          originOf(organisation.host, config) + urls.spendingHistory({ request: number }),
          organisation.name,
        ].join('\n\n'),
      })),
    );
}
