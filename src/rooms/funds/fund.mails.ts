import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { listPeopleInRoles } from '../identity/index.ts';
import { noteAlert } from './alert.store.ts';
import type { AlertLevel } from './endowment.ts';
import { findFundById } from './fund.store.ts';

/** From whom. */
export interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

const subjects: Record<AlertLevel, (inputs: { fund: string }) => string> = {
  80: m.funds_mail_80_subject,
  100: m.funds_mail_100_subject,
};
const bodies: Record<AlertLevel, (inputs: { fund: string }) => string> = {
  80: m.funds_mail_80,
  100: m.funds_mail_100,
};

/**
 * To be called by whoever reserved money of a fund, in the same transaction and after the entries: writes to the office
 * and to the treasury when 80, then 100 percent are used (R26), once for each amount that the fund was given.
 */
export async function noteFundUse(
  tx: Tx,
  { organisation, config }: Sender,
  fundId: string,
): Promise<void> {
  const alert = await noteAlert(tx, organisation.id, fundId);
  if (!alert) return;
  const fund = (await findFundById(tx, organisation.id, fundId))!;
  const { level, money } = alert;
  const at = { fund: fund.slug };
  const office = await listPeopleInRoles(tx, organisation.id, ['officer', 'administrator']);
  const treasury = await listPeopleInRoles(tx, organisation.id, ['finance']);
  // whoever does both is written to once, with what only the treasury can do
  const endows = new Set(treasury.map(({ id }) => id));
  const people = [...treasury, ...office.filter(({ id }) => !endows.has(id))];
  for (const { id, name, email, locale } of people)
    await queueMail(
      tx,
      withLocale(locale, () => ({
        to: email,
        locale,
        replyTo: organisation.contactEmail,
        subject: subjects[level]({ fund: fund.name }),
        text: [
          m.funds_mail_hello({ name }),
          bodies[level]({ fund: fund.name }),
          m.funds_mail_remaining({
            remaining: formatMoney(money.remaining),
            endowed: formatMoney(money.endowed),
          }),
          endows.has(id) ? m.funds_mail_finance() : m.funds_mail_office(),
          originOf(organisation.host, config) +
            (endows.has(id) ? urls.fundEndowment(at) : urls.adminFund(at)),
          organisation.name,
        ].join('\n\n'),
      })),
    );
}
