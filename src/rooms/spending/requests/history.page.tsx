import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime, formatMoney } from '../../../ui/format.ts';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { urls } from '../../../urls.ts';
import type { Group } from '../../groups/index.ts';
import { awaitsInvoice } from '../proof.ts';
import type { RequestAct } from '../request.store.ts';
import { isDeletable, isRequestOpen } from '../request.ts';
import { RequestBadge, requestCrumbs } from './frame.page.tsx';
import { RequestSheet, type SheetProps } from './sheet.page.tsx';
import { fieldWords, requestStateWords, titleOf } from './words.page.ts';

interface Props {
  group: Group;
  sheet: SheetProps;
  acts: readonly RequestAct[];
  writes: boolean;
}

/** All of a request and its history, for treasurers and leads (part 2.1). */
export function HistoryPage({ group, sheet, acts, writes }: Props) {
  const { request, documents, expense } = sheet;
  const at = { request: String(request.number) };
  return (
    <Column>
      <PageHeader
        title={titleOf(request)}
        breadcrumb={requestCrumbs(group)}
        meta={<RequestBadge request={request} />}
        actions={
          writes &&
          isRequestOpen(request) && (
            <ButtonLink
              href={request.state === 'draft' ? urls.requestDetails(at) : urls.requestEnding(at)}
            >
              {m.requests_sheet_edit()}
            </ButtonLink>
          )
        }
      />
      {awaitsInvoice(request, documents) && (
        <Notice
          tone="warning"
          actions={
            writes && (
              <ButtonLink kind="secondary" href={urls.requestDocuments(at)}>
                {m.requests_sheet_add_invoice()}
              </ButtonLink>
            )
          }
        >
          {m.requests_documents_invoice_due()}
        </Notice>
      )}
      {request.state === 'validated' && (
        <Section title={m.requests_state_validated()}>
          <p>{m.requests_book_words({ balance: formatMoney(expense.balance) })}</p>
          {writes && expense.balance >= Math.min(request.amount, expense.receipts) && (
            <Form action={urls.requestBooking(at)}>
              <Hidden name="version" value={request.version} />
              <Actions>
                <SubmitButton>{m.requests_book()}</SubmitButton>
              </Actions>
            </Form>
          )}
        </Section>
      )}
      <Section title={m.requests_sheet()}>
        <RequestSheet {...sheet} />
      </Section>
      <RequestHistory acts={acts} nicknames={sheet.nicknames} />
      {writes && isDeletable(request) && (
        <Actions>
          <ButtonLink kind="quiet" icon="delete" href={urls.requestDeletion(at)}>
            {m.requests_delete()}
          </ButtonLink>
        </Actions>
      )}
    </Column>
  );
}

/** Who, when, from what to what, what changed, in which words; people of the desk are « Équipe de suivi ». */
export function RequestHistory({
  acts,
  nicknames,
}: {
  acts: readonly RequestAct[];
  nicknames: ReadonlyMap<string, string>;
}) {
  const nameOf = ({ byDesk, byPersonId }: RequestAct) => {
    if (byDesk) return m.requests_history_desk();
    return byPersonId === null ? m.requests_history_process() : (nicknames.get(byPersonId) ?? '');
  };
  const stateOf = (state: RequestAct['after']) =>
    state === 'deleted' ? m.requests_state_deleted() : requestStateWords[state]();
  const titleOfAct = ({ before, after }: RequestAct) => {
    if (before === '') return m.requests_history_opened();
    if (before === after) return m.requests_history_changed();
    return m.requests_history_moved({ from: stateOf(before), to: stateOf(after) });
  };
  return (
    <Section title={m.requests_step_history()} lead={m.requests_history_lead()}>
      <Timeline
        label={m.requests_step_history()}
        items={acts.map((act) => ({
          title: titleOfAct(act),
          date: formatDateTime(act.at),
          state: 'done',
          children: (
            <>
              <p>
                <bdi>{nameOf(act)}</bdi>
              </p>
              {act.changed.length > 0 && (
                <p class="hint">
                  {m.requests_history_fields({
                    fields: act.changed.map((one) => fieldWords[one]?.() ?? one).join(', '),
                  })}
                </p>
              )}
              {act.words && <p class="kept-lines">{act.words}</p>}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** Asked once more before a draft goes. */
export const DeleteButton = ({ number, version }: { number: number; version: number }) => (
  <ButtonForm
    action={urls.requestDeletion({ request: String(number) })}
    values={{ version }}
    kind="danger"
  >
    {m.requests_delete_yes()}
  </ButtonForm>
);
