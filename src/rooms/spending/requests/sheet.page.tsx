import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import { DescriptionList } from '../../../ui/table.tsx';
import type { Request } from '../request.ts';
import type { FundExpense } from '../share.ts';
import { WrittenAmount } from '../written-amount.page.tsx';
import { ShareTable, shareOf } from './amount.page.tsx';
import { DocumentTable, type ShownDocument } from './documents.page.tsx';
import { sourceWords, tellCategory, timingWords } from './words.page.ts';

export interface SheetProps {
  request: Request;
  documents: readonly ShownDocument[];
  expense: FundExpense;
  nicknames: ReadonlyMap<string, string>;
  /** Of a claim on a fund: where its budget is read. */
  budgetHref: string | null;
  /** Where the bank's paper is read; null: not by this reader. */
  paper: string | null;
}

/** All that a request says, to be read. */
export function RequestSheet(props: SheetProps) {
  const { request, documents, expense } = props;
  return (
    <>
      <DescriptionList items={listFacts(props)} />
      {request.explanation && <p class="kept-lines">{request.explanation}</p>}
      {request.amount > 0 && (
        <ShareTable share={shareOf(request, expense)} source={request.source} />
      )}
      {documents.length === 0 ? (
        <p>{m.requests_documents_none()}</p>
      ) : (
        <DocumentTable
          request={request}
          documents={documents}
          receipts={expense.receipts}
          removes={false}
        />
      )}
    </>
  );
}

/** Who wrote, sent and checked it, who is paid, and where. */
export function listFacts({ request, nicknames, budgetHref, paper }: SheetProps) {
  const nameOf = (id: string | null) => (id === null ? '–' : (nicknames.get(id) ?? ''));
  const contact = [request.contactName, request.contactPhone, request.contactEmail];
  const none = m.requests_sheet_none();
  return [
    { term: m.requests_amount(), detail: <WrittenAmount cents={request.amount} /> },
    {
      term: m.requests_column_source(),
      detail: budgetHref ? (
        <a href={budgetHref}>{sourceWords[request.source]()}</a>
      ) : (
        sourceWords[request.source]()
      ),
    },
    { term: m.requests_sheet_timing(), detail: timingWords[request.timing]() },
    { term: m.requests_category(), detail: tellCategory(request.category) || none },
    {
      term: m.requests_spent_on(),
      detail: request.spentOn ? formatDate(new Date(`${request.spentOn}T12:00:00Z`)) : none,
    },
    ...(request.campaign ? [{ term: m.requests_campaign(), detail: m.requests_desk_yes() }] : []),
    {
      term: m.requests_sheet_contact(),
      detail: <bdi>{contact.filter((one) => one !== '').join(' · ') || none}</bdi>,
    },
    { term: m.requests_sheet_created(), detail: <bdi>{nameOf(request.createdBy)}</bdi> },
    { term: m.requests_sheet_sent(), detail: <bdi>{nameOf(request.sentBy)}</bdi> },
    { term: m.requests_sheet_checked(), detail: <bdi>{nameOf(request.checkedBy)}</bdi> },
    {
      term: m.requests_sheet_payee(),
      detail: (
        <bdi>
          {request.payeeId === null ? m.requests_sheet_payee_outside() : nameOf(request.payeeId)}
        </bdi>
      ),
    },
    {
      term: m.requests_sheet_bank(),
      detail: (
        <>
          {request.ibanLast4 ? m.requests_bank_ends({ last4: request.ibanLast4 }) : none}
          {paper && (
            <>
              {' '}
              <a href={paper}>{m.requests_desk_rib()}</a>
            </>
          )}
        </>
      ),
    },
  ];
}
