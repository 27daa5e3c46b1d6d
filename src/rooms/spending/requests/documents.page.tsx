import * as m from '../../../paraglide/messages.js';
import { Field, FileField, Select } from '../../../ui/field.tsx';
import { ButtonForm, ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Panel, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Table } from '../../../ui/table.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { DOCUMENT_KINDS, type DocumentKind, type SpendingDocument } from '../proof.ts';
import { isRequestOpen, type Request } from '../request.ts';
import { type StepFrame, StepPage } from './frame.page.tsx';
import { kindWords } from './words.page.ts';

export interface TypedDocument {
  kind: string;
  title: string;
  amount: string;
}

export const KIND_SEGMENTS: Record<DocumentKind, string> = {
  invoice: 'facture',
  receipt: 'ticket-de-caisse',
  ticket: 'transport',
  quote: 'devis',
  'pro-forma': 'pro-forma',
  print: 'bat',
  photo: 'photo',
  other: 'autre',
};

/** A document with the address of its file. */
export interface ShownDocument extends SpendingDocument {
  href: string;
  isPicture: boolean;
}

interface Props extends StepFrame {
  documents: readonly ShownDocument[];
  /** Cents. */
  receipts: number;
  typed: TypedDocument;
  accept: string;
}

/** Second step: what proves the expense, and what shows it. */
export function DocumentsPage({ documents, receipts, typed, accept, ...frame }: Props) {
  const { request, problems } = frame;
  const at = { request: String(request.number) };
  const isOpen = isRequestOpen(request);
  return (
    <StepPage step="documents" {...frame}>
      {!isOpen && <Notice tone="info">{m.requests_documents_invoice_due()}</Notice>}
      <Panel tone="quiet" title={m.requests_documents_help()}>
        <p>{m.requests_documents_help_past()}</p>
        {request.timing === 'future' && <p>{m.requests_documents_help_future()}</p>}
        <p>{m.requests_documents_help_more()}</p>
      </Panel>
      {documents.length === 0 ? (
        <p>{m.requests_documents_none()}</p>
      ) : (
        <DocumentTable
          request={request}
          documents={documents}
          receipts={receipts}
          removes={isOpen}
        />
      )}
      <Section title={m.requests_document_add()}>
        <Form action={urls.requestDocuments(at)} upload>
          <Select
            name="nature"
            label={m.requests_document_kind()}
            value={typed.kind}
            empty
            options={DOCUMENT_KINDS.map((kind) => ({
              value: KIND_SEGMENTS[kind],
              label: kindWords[kind](),
            }))}
            problems={problems}
          />
          <Field
            name="titre"
            label={m.requests_document_title()}
            hint={m.requests_document_title_hint()}
            value={typed.title}
            problems={problems}
          />
          <Field
            name="montant"
            label={m.requests_document_amount()}
            hint={m.requests_document_amount_hint()}
            value={typed.amount}
            problems={problems}
            inputMode="decimal"
            width="short"
            suffix="€"
          />
          <FileField
            name="file"
            label={m.requests_document_file()}
            hint={m.requests_document_file_hint()}
            accept={accept}
            problems={problems}
          />
          <Actions>
            <SubmitButton icon="upload">{m.requests_document_send()}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      {isOpen && documents.length > 0 && (
        <Actions>
          <ButtonLink href={urls.requestAmount(at)} kind="secondary">
            {m.requests_documents_next()}
          </ButtonLink>
        </Actions>
      )}
    </StepPage>
  );
}

export function DocumentTable({
  request,
  documents,
  receipts,
  removes,
}: {
  request: Request;
  documents: readonly ShownDocument[];
  receipts: number;
  removes: boolean;
}) {
  return (
    <Table
      caption={m.requests_documents_list()}
      columns={[
        { key: 'title', label: m.requests_document_title(), sentences: true },
        { key: 'kind', label: m.requests_column_kind() },
        { key: 'amount', label: m.requests_column_amount(), numeric: true },
        ...(removes ? [{ key: 'remove', label: m.requests_column_remove(), ownWords: true }] : []),
      ]}
      rows={documents.map(({ id, title, kind, amount, href }) => ({
        title: (
          <a href={href}>
            <bdi>{title}</bdi>
          </a>
        ),
        kind: kindWords[kind](),
        amount: amount === null ? '–' : <Money cents={amount} />,
        remove: (
          <ButtonForm
            action={urls.requestDocumentRemoval({
              request: String(request.number),
              document: id,
            })}
            kind="quiet"
            size="small"
            about={m.requests_document_about({ title })}
          >
            {m.requests_document_remove()}
          </ButtonForm>
        ),
      }))}
      total={{ title: m.requests_documents_total(), amount: <Money cents={receipts} /> }}
    />
  );
}
