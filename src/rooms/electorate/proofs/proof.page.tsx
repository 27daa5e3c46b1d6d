import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, FileField, TextArea } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { ProofDecision } from './proof.store.ts';
import { PROOF_FIELDS } from './proof.ts';
import type { ProofRefusals, TypedProof } from './sending.store.ts';
import { proofProblems, reasonWords } from './words.page.ts';

interface ProofFormProps {
  action: string;
  typed?: TypedProof;
  refusals?: ProofRefusals;
  /** Whether the answer may be sent to an address given here: for who has no account. */
  asksEmail: boolean;
}

/** Asks for one document and who it is about; a part of a page. The file is never sent back: browsers cannot. */
export function ProofForm({ action, typed, refusals = {}, asksEmail }: ProofFormProps) {
  const problems: Problems = Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [
      field === 'form' ? 'form' : PROOF_FIELDS[field as keyof typeof PROOF_FIELDS],
      proofProblems[refusal](),
    ]),
  );
  return (
    <>
      <ErrorSummary problems={problems} />
      <p>{m.proofs_form_lead()}</p>
      <Form action={action} upload>
        <Field
          name={PROOF_FIELDS.names}
          label={m.proofs_form_names()}
          hint={m.proofs_form_names_hint()}
          value={typed?.names}
          autocomplete="name"
          problems={problems}
          required
        />
        <DateField
          name={PROOF_FIELDS.birth}
          label={m.proofs_birth()}
          value={typed?.birth}
          birth
          example="31 8 1951"
          problems={problems}
          required
        />
        <TextArea
          name={PROOF_FIELDS.address}
          label={m.proofs_address()}
          value={typed?.address}
          rows={3}
          problems={problems}
          required
        />
        {asksEmail && (
          <Field
            name={PROOF_FIELDS.email}
            type="email"
            label={m.proofs_form_email()}
            hint={m.proofs_form_email_hint()}
            value={typed?.email}
            autocomplete="email"
            problems={problems}
          />
        )}
        <FileField
          name={PROOF_FIELDS.file}
          label={m.proofs_form_file()}
          hint={m.proofs_form_file_hint()}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          problems={problems}
          required
        />
        <p>{m.proofs_form_privacy()}</p>
        <SubmitButton size="large">{m.proofs_form_submit()}</SubmitButton>
      </Form>
    </>
  );
}

interface ProofStateProps {
  decision: Exclude<ProofDecision, 'none'>;
  /** Where the vote goes on once it is accepted. */
  next: string;
  /** Address of the page with `ProofForm`, for another document. */
  again: string;
}

/** What became of the document, told to who sent it. */
export function ProofState({ decision, next, again }: ProofStateProps) {
  if (decision === 'waiting')
    return (
      <Notice tone="info" title={m.proofs_told_waiting_title()}>
        <p>{m.proofs_told_waiting()}</p>
      </Notice>
    );
  if ('accepted' in decision)
    return (
      <Notice
        tone="success"
        title={m.proofs_told_accepted_title()}
        actions={<ButtonLink href={next}>{m.proofs_told_next()}</ButtonLink>}
      >
        <p>{m.proofs_told_accepted()}</p>
      </Notice>
    );
  const { refused, words, attemptsLeft } = decision;
  return (
    <Notice
      tone="warning"
      title={m.proofs_told_refused_title()}
      actions={attemptsLeft > 0 && <ButtonLink href={again}>{m.proofs_told_again()}</ButtonLink>}
    >
      <p>{reasonWords[refused]()}</p>
      {words !== '' && <p dir="auto">{words}</p>}
      <p>
        {attemptsLeft > 0
          ? m.proofs_told_left({ count: attemptsLeft, number: String(attemptsLeft) })
          : m.proofs_told_spent()}
      </p>
    </Notice>
  );
}
