import * as m from '../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { OwnProofFields, ownProofProblems } from '../../identity/index.page.ts';

interface Props {
  proof: { by: 'password' | 'code'; asked: boolean };
  refusal: 'current-password-refused' | 'code-refused' | null;
}

/** What is kept, for how long; everything as one file; the way to erase it. */
export function PersonalPage({ proof, refusal }: Props) {
  const problems = ownProofProblems(refusal);
  return (
    <Column>
      <PageHeader
        title={m.personal_title()}
        lead={m.personal_lead()}
        breadcrumb={[{ label: m.myspace_title(), href: urls.mySpace() }]}
      />
      <ErrorSummary problems={problems} />
      <Section title={m.personal_kept()}>
        <DescriptionList
          look="stack"
          items={KEPT.map(([what, long]) => ({ term: what(), detail: long() }))}
        />
        <p>{m.personal_never_choices()}</p>
      </Section>
      <Section title={m.personal_take()} lead={m.personal_take_lead()}>
        <ProofForm
          proof={proof}
          action={urls.ownDataExport()}
          purpose="export"
          problems={problems}
          submit={m.personal_take_submit()}
        />
      </Section>
      <Section title={m.personal_erase()} lead={m.personal_erase_lead()}>
        <p>
          <ButtonLink kind="secondary" href={urls.ownDataErasure()}>
            {m.personal_erase_see()}
          </ButtonLink>
        </p>
      </Section>
    </Column>
  );
}

const KEPT: readonly (readonly [() => string, () => string])[] = [
  [m.personal_kept_account, m.personal_long_account],
  [m.personal_kept_published, m.personal_long_published],
  [m.personal_kept_drafts, m.personal_long_drafts],
  [m.personal_kept_letters, m.personal_long_letters],
  [m.personal_kept_meetings, m.personal_long_meetings],
  [m.personal_kept_proofs, m.personal_long_proofs],
  [m.personal_kept_votes, m.personal_long_votes],
  [m.personal_kept_devices, m.personal_long_devices],
];

interface ProofFormProps {
  proof: Props['proof'];
  action: string;
  purpose: 'export' | 'effacement';
  problems: Record<string, string>;
  submit: string;
  danger?: boolean;
  children?: preact.ComponentChildren;
}

/** An act on one's own data with the proof of who does it; without a password, a code is mailed first. */
export function ProofForm(props: ProofFormProps) {
  const { proof, action, purpose, problems, submit, danger = false, children } = props;
  return (
    <>
      {proof.by === 'code' && (
        <Form action={urls.ownDataCode()}>
          <Hidden name="pour" value={purpose} />
          <p>{proof.asked ? m.personal_code_sent() : m.personal_code_first()}</p>
          <SubmitButton kind="secondary" icon="mail">
            {proof.asked ? m.personal_code_again() : m.personal_code_ask()}
          </SubmitButton>
        </Form>
      )}
      {(proof.by === 'password' || proof.asked) && (
        <Form action={action}>
          {children}
          <OwnProofFields by={proof.by} problems={problems} />
          <SubmitButton kind={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
        </Form>
      )}
    </>
  );
}
