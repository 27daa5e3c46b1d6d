import * as m from '../../paraglide/messages.js';
import { BankFields, type TypedAccount } from '../../ui/bank-fields.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Group } from '../groups/index.ts';
import { type BankAgainRefusal, refuseConfirming, refuseGiving } from './bank-again.ts';
import type { Request } from './request.ts';

export const bankAgainProblems: Record<BankAgainRefusal, () => string> = {
  'not-asked': m.spending_again_problem_not_asked,
  'not-given': m.spending_again_problem_not_given,
  'same-person': m.spending_again_problem_same,
  'own-payment': m.spending_again_problem_own,
  'changed-meanwhile': m.spending_again_problem_meanwhile,
};

interface Props {
  group: Group;
  request: Request;
  /** Of the account that was given again; null: none yet. */
  holder: string | null;
  visitorId: string;
  typed: TypedAccount | null;
  problems: Problems;
}

const NOTHING: TypedAccount = { holder: '', iban: '', bic: '' };

/** A transfer came back: one gives the account again, another confirms it. */
export function BankAgainPage({ group, request, holder, visitorId, typed, problems }: Props) {
  const at = { request: String(request.number) };
  const isGiven = request.bankGivenBy !== null;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.spending_again_title()}
        lead={m.spending_again_lead({
          number: at.request,
          title: request.title,
          amount: formatMoney(request.fundAmount + request.groupAmount),
        })}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group({ group: group.slug }) },
          { label: request.title, href: urls.spendingHistory(at) },
        ]}
      />
      {refuseGiving(request) ? (
        <Notice tone="info">{m.spending_again_not_asked()}</Notice>
      ) : (
        <>
          {isGiven ? (
            <Confirming request={request} holder={holder ?? ''} visitorId={visitorId} />
          ) : (
            <p>
              {request.ibanLast4
                ? m.spending_again_why({ last4: request.ibanLast4 })
                : m.spending_again_why_none()}
            </p>
          )}
          <Section title={isGiven ? m.spending_again_replace() : m.spending_again_give()}>
            <Form action={urls.spendingBankAgain(at)} label={m.spending_again_give()}>
              <Hidden name="version" value={request.version} />
              <BankFields typed={typed ?? NOTHING} problems={problems} />
              <SubmitButton kind={isGiven ? 'secondary' : 'primary'}>
                {m.spending_again_give()}
              </SubmitButton>
            </Form>
          </Section>
        </>
      )}
    </Column>
  );
}

function Confirming({
  request,
  holder,
  visitorId,
}: {
  request: Request;
  holder: string;
  visitorId: string;
}) {
  const refusal = refuseConfirming(request, visitorId);
  const at = { request: String(request.number) };
  return (
    <Section title={m.spending_again_confirm()}>
      <p>{m.spending_again_given({ last4: request.ibanLast4, holder })}</p>
      {refusal ? (
        <Notice tone="info">{bankAgainProblems[refusal]()}</Notice>
      ) : (
        <Form action={urls.spendingBankConfirm(at)} label={m.spending_again_confirm()}>
          <Hidden name="version" value={request.version} />
          <SubmitButton>{m.spending_again_confirm()}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}
