import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { ownProofProblems } from '../../identity/index.page.ts';
import { ProofForm } from './personal.page.tsx';

export const CONFIRM_FIELD = 'confirmation';

interface Props {
  proof: { by: 'password' | 'code'; asked: boolean };
  /** Nobody else gives roles: they cannot leave. */
  lastAdministrator: boolean;
  typed: string;
  refusals: {
    proof: 'current-password-refused' | 'code-refused' | null;
    word: 'word-not-typed' | null;
  };
}

/** What goes, what stays without a name and why; then the word and the proof. */
export function ErasurePage({ proof, lastAdministrator, typed, refusals }: Props) {
  const problems = {
    ...(refusals.word && { [CONFIRM_FIELD]: m.personal_refused_word({ word: m.personal_word() }) }),
    ...ownProofProblems(refusals.proof),
  };
  return (
    <Column>
      <PageHeader
        title={m.personal_erase()}
        lead={m.personal_erase_long()}
        breadcrumb={[{ label: m.personal_title(), href: urls.ownData() }]}
      />
      <ErrorSummary problems={problems} />
      <Section title={m.personal_goes()}>
        <ul>
          {GOES.map((words) => (
            <li key={words()}>{words()}</li>
          ))}
        </ul>
      </Section>
      <Section title={m.personal_stays()} lead={m.personal_stays_lead()}>
        <ul>
          {STAYS.map((words) => (
            <li key={words()}>{words()}</li>
          ))}
        </ul>
      </Section>
      {lastAdministrator ? (
        <Notice tone="warning" title={m.personal_last_title()}>
          <p>{m.personal_last()}</p>
        </Notice>
      ) : (
        <Section title={m.personal_confirm()}>
          <Notice tone="warning">
            <p>{m.personal_irreversible()}</p>
          </Notice>
          <ProofForm
            proof={proof}
            action={urls.ownDataErasure()}
            purpose="effacement"
            problems={problems}
            submit={m.personal_erase_submit()}
            danger
          >
            <Field
              name={CONFIRM_FIELD}
              label={m.personal_type_word({ word: m.personal_word() })}
              value={typed}
              autocomplete="off"
              spellcheck={false}
              width="medium"
              problems={problems}
              required
            />
          </ProofForm>
        </Section>
      )}
    </Column>
  );
}

const GOES = [
  m.personal_goes_identity,
  m.personal_goes_access,
  m.personal_goes_drafts,
  m.personal_goes_follows,
  m.personal_goes_seats,
  m.personal_goes_roles,
] as const;

const STAYS = [
  m.personal_stays_published,
  m.personal_stays_supports,
  m.personal_stays_comments,
  m.personal_stays_votes,
  m.personal_stays_acts,
  m.personal_stays_contact,
] as const;
