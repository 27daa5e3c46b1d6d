import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Head } from '../box/head.ts';

/** Hashes in hexadecimal. */
export type ProofAnswer =
  | {
      found: 'in-head';
      commitment: string;
      head: Head;
      steps: readonly { side: 'left' | 'right'; hash: string }[];
    }
  | { found: 'in-box' }
  | { found: 'nowhere' };

interface Props {
  edition: Edition;
  now: Date;
  typed: string;
  problems: Problems;
  answer: ProofAnswer | null;
}

/** Whether a ballot is in the box, with what anyone needs to compute it again. */
export function ProofPage({ edition, now, typed, problems, answer }: Props) {
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader title={m.polls_proof_title()} lead={m.polls_proof_lead()} />
        {answer && <Answer answer={answer} />}
        <Form action={urls.voteProof({ edition: edition.slug })}>
          <Field
            name="code"
            label={m.polls_proof_code()}
            hint={m.polls_proof_code_hint()}
            value={typed}
            problems={problems}
            autocomplete="off"
            spellcheck={false}
            required
          />
          <SubmitButton>{m.polls_proof_button()}</SubmitButton>
        </Form>
        <ButtonLink href={urls.findBallot({ edition: edition.slug })} kind="quiet">
          {m.receipts_find_title()}
        </ButtonLink>
        {answer?.found === 'in-head' && <Path answer={answer} />}
      </Column>
    </EditionFrame>
  );
}

function Answer({ answer }: { answer: ProofAnswer }) {
  if (answer.found === 'nowhere')
    return (
      <Notice tone="danger" title={m.polls_proof_absent_title()}>
        <p>{m.polls_proof_absent()}</p>
      </Notice>
    );
  if (answer.found === 'in-box')
    return (
      <Notice tone="success" title={m.polls_proof_later_title()}>
        <p>{m.polls_proof_later()}</p>
      </Notice>
    );
  return (
    <Notice tone="success" title={m.polls_proof_found_title()}>
      <p>
        {m.polls_proof_found({
          date: formatDateTime(new Date(answer.head.at)),
          ballots: formatNumber(answer.head.ballots),
        })}
      </p>
    </Notice>
  );
}

function Path({ answer }: { answer: ProofAnswer & { found: 'in-head' } }) {
  const { head } = answer;
  const code = (text: string) => (
    <code class="machine-words" translate={false}>
      {text}
    </code>
  );
  return (
    <Section title={m.polls_proof_steps()} lead={m.polls_proof_how()}>
      <DescriptionList
        look="stack"
        items={[
          { term: m.polls_proof_commitment(), detail: code(answer.commitment) },
          { term: m.polls_proof_root(), detail: code(head.root) },
          { term: m.polls_proof_signature(), detail: code(head.signature) },
        ]}
      />
      {answer.steps.length > 0 && (
        <Table
          caption={m.polls_proof_steps()}
          captionHidden
          columns={[
            { key: 'step', label: m.polls_proof_step(), numeric: true },
            { key: 'side', label: m.polls_proof_side() },
            { key: 'hash', label: m.polls_proof_hash() },
          ]}
          rows={answer.steps.map((step, at) => ({
            step: at + 1,
            side: step.side === 'left' ? m.polls_proof_left() : m.polls_proof_right(),
            hash: code(step.hash),
          }))}
        />
      )}
    </Section>
  );
}
