import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Select, TextArea } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { codesCrumbs } from '../codes/codes.page.tsx';
import { daysBetween, REFUSAL_REASONS, WORDS_LENGTH } from './proof.ts';
import { sayAttempt, sayDay, sayWaiting } from './proofs.page.tsx';
import type { QueuedProof } from './queue.store.ts';
import { reasonWords } from './words.page.ts';

export interface TypedDecision {
  decision: string;
  reason: string;
  words: string;
}

interface Props {
  edition: Edition;
  proof: QueuedProof;
  /** null: deleted with the decision. */
  document: { name: string; isPicture: boolean } | null;
  typed: TypedDecision;
  problems: Problems;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** One document beside what was declared with it, and the decision. */
export function ProofPage({ edition, proof, document, typed, problems, today }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.proofs_one_title()}
        breadcrumb={[
          ...codesCrumbs(edition),
          { label: m.proofs_title(), href: urls.adminProofs({ edition: edition.slug }) },
        ]}
      />
      {proof.decision === null ? (
        <>
          <DescriptionList
            items={[
              { term: m.proofs_names(), detail: <span dir="auto">{proof.names}</span> },
              { term: m.proofs_birth(), detail: sayDay(proof.birthDate!) },
              { term: m.proofs_address(), detail: <span dir="auto">{proof.address}</span> },
              { term: m.proofs_waits(), detail: sayWaiting(daysBetween(proof.sentOn, today)) },
              { term: m.proofs_attempt(), detail: sayAttempt(proof.attempt) },
            ]}
          />
          {document && <Document edition={edition} proof={proof} document={document} />}
          <Decide edition={edition} proof={proof} typed={typed} problems={problems} />
        </>
      ) : (
        <Notice tone="info" title={m.proofs_decided_title({ day: sayDay(proof.decidedOn!) })}>
          <p>
            {proof.decision === 'accepted'
              ? m.proofs_accepted()
              : m.proofs_refused_for({ reason: reasonWords[proof.reason!]() })}
          </p>
          <p>{m.proofs_deleted()}</p>
        </Notice>
      )}
    </Stack>
  );
}

function Document({
  edition,
  proof,
  document: { name, isPicture },
}: Pick<Props, 'edition' | 'proof'> & { document: NonNullable<Props['document']> }) {
  const href = urls.adminProofFile({ edition: edition.slug, proof: proof.id });
  return (
    <Section title={m.proofs_document()}>
      {isPicture && (
        <p>
          <img src={href} alt={m.proofs_document_alternative()} />
        </p>
      )}
      <p>
        <ButtonLink href={href} kind="secondary" icon="download" download>
          {m.proofs_download({ name })}
        </ButtonLink>
      </p>
      <p class="hint">{m.proofs_document_care()}</p>
    </Section>
  );
}

function Decide({
  edition,
  proof,
  typed,
  problems,
}: Pick<Props, 'edition' | 'proof' | 'typed' | 'problems'>) {
  return (
    <Section title={m.proofs_decide_title()} lead={m.proofs_decide_lead()}>
      <Form action={urls.adminProof({ edition: edition.slug, proof: proof.id })}>
        <Radios
          name="decision"
          label={m.proofs_decision()}
          value={typed.decision}
          problems={problems}
          required
          options={[
            { value: 'accepter', label: m.proofs_accept(), hint: m.proofs_accept_hint() },
            { value: 'refuser', label: m.proofs_refuse(), hint: m.proofs_refuse_hint() },
          ]}
        />
        <Select
          name="motif"
          label={m.proofs_reason()}
          hint={m.proofs_reason_hint()}
          value={typed.reason}
          problems={problems}
          empty
          options={REFUSAL_REASONS.map((reason) => ({
            value: reason,
            label: reasonWords[reason](),
          }))}
        />
        <TextArea
          name="precisions"
          label={m.proofs_words()}
          hint={m.proofs_words_hint()}
          value={typed.words}
          limit={WORDS_LENGTH}
          rows={3}
          problems={problems}
        />
        <SubmitButton>{m.proofs_decide()}</SubmitButton>
      </Form>
    </Section>
  );
}
