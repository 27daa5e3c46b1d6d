import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import type { Head } from '../box/head.ts';
import type { Poll } from '../poll.ts';
import { BallotInWords } from './ballot-in-words.page.tsx';

export interface FoundBallot {
  choices: Choices;
  nonce: string;
  commitment: string;
  /** As they were hashed. */
  written: string;
  /** The last head, when it holds this ballot. */
  head: Head | null;
}

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  typed: string;
  problems: Problems;
  /** null: nothing was asked yet. */
  answer: FoundBallot | 'absent' | 'invalid' | null;
}

/** A ballot in clear, as it was counted, for whoever has its code. */
export function FindBallotPage({ edition, now, poll, typed, problems, answer }: Props) {
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader title={m.receipts_find_title()} lead={m.receipts_find_lead()} />
        {answer === 'absent' && (
          <Notice tone="danger" title={m.receipts_find_absent_title()}>
            <p>{m.receipts_find_absent()}</p>
          </Notice>
        )}
        {answer === 'invalid' && (
          <Notice tone="warning" title={m.sealed_receipt_invalid_title()}>
            <p>{m.sealed_receipt_invalid()}</p>
          </Notice>
        )}
        {answer !== null && typeof answer !== 'string' && (
          <Ballot edition={edition.slug} poll={poll} ballot={answer} />
        )}
        <Form action={urls.findBallot({ edition: edition.slug })}>
          <Field
            name="code"
            label={m.receipts_find_code()}
            hint={m.receipts_find_hint()}
            value={typed}
            problems={problems}
            autocomplete="off"
            spellcheck={false}
            required
          />
          <SubmitButton>{m.receipts_find_button()}</SubmitButton>
        </Form>
      </Column>
    </EditionFrame>
  );
}

function Ballot({ edition, poll, ballot }: { edition: string; poll: Poll; ballot: FoundBallot }) {
  const { head } = ballot;
  return (
    <>
      <Notice tone={head ? 'success' : 'danger'} title={m.receipts_find_found_title()}>
        <p>
          {head
            ? m.receipts_find_found({
                date: formatDateTime(new Date(head.at)),
                count: head.ballots,
                number: formatNumber(head.ballots),
              })
            : m.receipts_find_unheaded()}
        </p>
      </Notice>
      <Section title={m.receipts_find_ballot()}>
        <div class="prose">
          <BallotInWords edition={edition} poll={poll} choices={ballot.choices} />
        </div>
      </Section>
      <Section title={m.receipts_find_reading()}>
        <div class="prose">
          <ul>
            <li>
              {poll.profile === 'P0'
                ? m.receipts_find_reading_public()
                : m.receipts_find_reading_secret()}
            </li>
            {poll.profile !== 'P0' && <li>{m.receipts_find_reading_code()}</li>}
            <li>{m.receipts_find_reading_wrong()}</li>
          </ul>
        </div>
      </Section>
      {/* a sealed ballot is checked against its ciphertext, which the bundle holds */}
      {poll.profile !== 'P2' && (
        <details>
          <summary>{m.receipts_find_check()}</summary>
          <p>{m.receipts_find_check_how()}</p>
          <DescriptionList
            look="stack"
            items={[
              { term: m.receipts_find_commitment(), detail: machine(ballot.commitment) },
              { term: m.receipts_find_manifest(), detail: machine(poll.manifestHash) },
              { term: m.receipts_find_written(), detail: machine(ballot.written) },
              { term: m.receipts_find_nonce(), detail: machine(ballot.nonce) },
              ...(head ? [{ term: m.receipts_find_root(), detail: machine(head.root) }] : []),
            ]}
          />
        </details>
      )}
    </>
  );
}

const machine = (text: string) => (
  <code class="machine-words" translate={false}>
    {text}
  </code>
);

/** Nothing of the box before the publication, for anyone (V15). */
export function FindBallotLaterPage({ edition, now }: { edition: Edition; now: Date }) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <PageHeader
        title={m.receipts_find_later_title()}
        lead={m.receipts_find_later()}
        actions={
          <>
            <ButtonLink href={urls.voteProof(at)}>{m.polls_receipt_check()}</ButtonLink>
            <ButtonLink href={urls.edition(at)} kind="secondary">
              {m.polls_receipt_edition()}
            </ButtonLink>
          </>
        }
      />
    </EditionFrame>
  );
}
