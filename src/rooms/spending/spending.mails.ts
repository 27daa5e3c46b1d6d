import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { findActionById } from '../actions/index.ts';
import { noteFundUse } from '../funds/index.ts';
import { findGroupById, type Group, listGroupLeaders, listTreasurers } from '../groups/index.ts';
import { findContacts, listPeopleInRoles } from '../identity/index.ts';
import { findBudgetAct, findBudgetById } from './budget.store.ts';
import type { BudgetActKind } from './budget.ts';
import { awaitsInvoice } from './proof.ts';
import { findRequestAct, findRequestById, listDocuments } from './request.store.ts';
import type { RequestState } from './request.ts';

/** From whom. */
export interface Sender {
  organisation: { id: string; name: string; host: string; contactEmail: string };
  config: Config;
}

type BudgetWords = (inputs: { group: string; action: string }) => string;
type RequestWords = (inputs: { group: string; title: string }) => string;

/** Who reads about it, and what; an expense that was booked is told by the letter about the expense. */
const budgetLetters: Partial<
  Record<BudgetActKind, { group: boolean; desk: boolean; subject: BudgetWords; text: BudgetWords }>
> = {
  submitted: {
    group: false,
    desk: true,
    subject: m.spending_mail_budget_submitted_subject,
    text: m.spending_mail_budget_submitted,
  },
  'info-asked': {
    group: true,
    desk: false,
    subject: m.spending_mail_budget_info_asked_subject,
    text: m.spending_mail_budget_info_asked,
  },
  validated: {
    group: true,
    desk: false,
    subject: m.spending_mail_budget_validated_subject,
    text: m.spending_mail_budget_validated,
  },
  refused: {
    group: true,
    desk: false,
    subject: m.spending_mail_budget_refused_subject,
    text: m.spending_mail_budget_refused,
  },
  flagged: {
    group: true,
    desk: true,
    subject: m.spending_mail_budget_flagged_subject,
    text: m.spending_mail_budget_flagged,
  },
  kept: {
    group: true,
    desk: false,
    subject: m.spending_mail_budget_kept_subject,
    text: m.spending_mail_budget_kept,
  },
  released: {
    group: true,
    desk: false,
    subject: m.spending_mail_budget_released_subject,
    text: m.spending_mail_budget_released,
  },
};

type RequestNews =
  | Exclude<RequestState, 'draft'>
  | 'returned'
  | 'sent-back'
  | 'bank-asked'
  | 'bank-given';

const requestLetters: Record<RequestNews, { subject: RequestWords; text: RequestWords }> = {
  'sent-back': { subject: m.requests_back_mail_subject, text: m.requests_back_mail },
  'peer-review': {
    subject: m.spending_mail_request_peer_subject,
    text: m.spending_mail_request_peer,
  },
  'finance-review': {
    subject: m.spending_mail_request_finance_subject,
    text: m.spending_mail_request_finance,
  },
  'info-needed': {
    subject: m.spending_mail_request_info_subject,
    text: m.spending_mail_request_info,
  },
  validated: {
    subject: m.spending_mail_request_validated_subject,
    text: m.spending_mail_request_validated,
  },
  'to-pay': {
    subject: m.spending_mail_request_to_pay_subject,
    text: m.spending_mail_request_to_pay,
  },
  returned: {
    subject: m.spending_mail_request_returned_subject,
    text: m.spending_mail_request_returned,
  },
  'bank-asked': { subject: m.spending_mail_bank_asked_subject, text: m.spending_mail_bank_asked },
  'bank-given': { subject: m.spending_mail_bank_given_subject, text: m.spending_mail_bank_given },
  paid: { subject: m.spending_mail_request_paid_subject, text: m.spending_mail_request_paid },
  refused: {
    subject: m.spending_mail_request_refused_subject,
    text: m.spending_mail_request_refused,
  },
};

/** Of an act of a budget: to those who write budgets of the group, or to the desk; never to who did it. */
export async function writeAboutBudget(tx: Tx, sender: Sender, actId: string): Promise<void> {
  const organisationId = sender.organisation.id;
  const told = await findBudgetAct(tx, organisationId, actId);
  const letter = told && budgetLetters[told.kind];
  if (!letter) return;
  const budget = (await findBudgetById(tx, organisationId, told.budgetId))!;
  // R26: the office hears of a fund that is used up, once
  if (told.kind === 'validated') await noteFundUse(tx, sender, budget.fundId);
  const group = (await findGroupById(tx, organisationId, budget.groupId))!;
  const action = await findActionById(tx, organisationId, budget.actionId);
  const named = { group: group.name, action: action?.title ?? '' };
  const write = (people: readonly string[], address: string) =>
    send(tx, sender, people, told.byPersonId, address, () => ({
      subject: letter.subject(named),
      paragraphs: [
        letter.text(named),
        m.spending_mail_amount({ amount: formatMoney(budget.amount) }),
        ...(told.words ? [m.spending_mail_words({ words: told.words })] : []),
      ],
    }));
  if (letter.group) {
    const at = { group: group.slug, budget: String(budget.number) };
    await write(await listWriters(tx, organisationId, group), urls.groupBudget(at));
  }
  if (letter.desk)
    await write(
      await listDesk(tx, organisationId),
      urls.financeBudget({ budget: String(budget.number) }),
    );
}

/** Of an act of a request: to the treasurers at each change, and to the desk when it is its turn (part 2.1). */
export async function writeAboutRequest(tx: Tx, sender: Sender, actId: string): Promise<void> {
  const organisationId = sender.organisation.id;
  const told = await findRequestAct(tx, organisationId, actId);
  const request = told && (await findRequestById(tx, organisationId, told.requestId));
  if (!request || told.after === 'deleted') return;
  // taken back without a word: nobody else is concerned
  if (told.after === 'draft' && told.words === '') return;
  const again = (['bank-asked', 'bank-given'] as const).find((one) => told.changed.includes(one));
  const returned = told.before === 'paid' && told.after === 'to-pay';
  const stands = told.after === 'draft' ? 'sent-back' : told.after;
  const news: RequestNews = again ?? (returned ? 'returned' : stands);
  const group = (await findGroupById(tx, organisationId, request.groupId))!;
  const documents = await listDocuments(tx, organisationId, request.id);
  const named = { group: group.name, title: request.title };
  const letter = requestLetters[news];
  const owed = request.fundAmount + request.groupAmount;
  const write = (people: readonly string[], address: string) =>
    send(tx, sender, people, told.byPersonId, address, () => ({
      subject: letter.subject(named),
      paragraphs: [
        letter.text(named),
        m.spending_mail_amount({ amount: formatMoney(owed > 0 ? owed : request.amount) }),
        ...(told.words ? [m.spending_mail_words({ words: told.words })] : []),
        ...(news === 'paid' && awaitsInvoice(request, documents)
          ? [m.spending_mail_request_paid_invoice()]
          : []),
      ],
    }));
  const at = { request: String(request.number) };
  const address = again ? urls.spendingBankAgain(at) : urls.spendingHistory(at);
  await write(await listTreasurers(tx, organisationId, group.id), address);
  if (news === 'finance-review' || news === 'returned')
    await write(await listDesk(tx, organisationId), urls.financeRequest(at));
}

const listWriters = async (tx: Tx, organisationId: string, { id }: Group) => [
  ...(await listTreasurers(tx, organisationId, id)),
  ...(await listGroupLeaders(tx, organisationId, id)).map(({ personId }) => personId),
];

const listDesk = async (tx: Tx, organisationId: string) =>
  (await listPeopleInRoles(tx, organisationId, ['finance'])).map(({ id }) => id);

async function send(
  tx: Tx,
  { organisation, config }: Sender,
  people: readonly string[],
  by: string | null,
  address: string,
  write: () => { subject: string; paragraphs: string[] },
): Promise<void> {
  const others = people.filter((one) => one !== by);
  for (const { name, email, locale } of (await findContacts(tx, organisation.id, others)).values())
    await queueMail(
      tx,
      withLocale(locale, () => {
        const { subject, paragraphs } = write();
        return {
          to: email,
          locale,
          replyTo: organisation.contactEmail,
          subject: subject.replaceAll(/\s+/g, ' ').trim(),
          text: [
            m.spending_mail_hello({ name }),
            ...paragraphs,
            originOf(organisation.host, config) + address,
            organisation.name,
          ].join('\n\n'),
        };
      }),
    );
}
