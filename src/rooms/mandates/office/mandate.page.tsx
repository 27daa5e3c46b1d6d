import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Panel, Section, Split, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Space } from '../../consultations/index.ts';
import { LENGTHS, type Mandate, nameOfMandate, stateOf } from '../mandate.ts';
import { levelWords, sayDays, stateTones, stateWords } from '../mandate-words.page.ts';

interface Props {
  space: Space;
  mandate: Mandate;
  /** Who declares it; of one that was brought in, who is invited. */
  holder: { name: string; email: string } | null;
  typed: { reason: string; note: string };
  problems: Problems;
  now: Date;
}

/** One mandate, for the team that verifies it. */
export function OfficeMandatePage({ space, mandate, holder, typed, problems, now }: Props) {
  const state = stateOf(mandate, now);
  const at = { space: space.slug, mandate: mandate.id };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={nameOfMandate(mandate)}
        kicker={levelWords[mandate.level]()}
        breadcrumb={officeCrumbs(space, [
          { label: m.mandates_office_title(), href: urls.adminMandates({ space: space.slug }) },
        ])}
        meta={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
      />
      <Split aside={<NotePanel at={at} note={typed.note} problems={problems} />}>
        <DescriptionList
          items={[
            {
              term: m.mandates_holder(),
              detail: holder ? (
                <bdi>{[holder.name, holder.email].filter((part) => part !== '').join(' – ')}</bdi>
              ) : (
                m.mandates_holder_none()
              ),
            },
            { term: m.mandates_body(), detail: <bdi>{mandate.body}</bdi> },
            {
              term: m.mandates_territory(),
              detail: <bdi>{[mandate.territory, mandate.code].filter(Boolean).join(' – ')}</bdi>,
            },
            { term: m.mandates_dates(), detail: sayDays(mandate) },
            {
              term: m.mandates_origin(),
              detail:
                mandate.origin === 'declared'
                  ? m.mandates_origin_declared({ date: formatDate(mandate.declaredAt, 'day') })
                  : m.mandates_origin_imported({ date: formatDate(mandate.declaredAt, 'day') }),
            },
            ...(mandate.refusal ? [{ term: m.mandates_refusal(), detail: mandate.refusal }] : []),
          ]}
        />
        {mandate.proofFileId ? (
          <p>
            <ButtonLink kind="secondary" icon="download" href={urls.adminMandateProof(at)}>
              {m.mandates_proof_open()}
            </ButtonLink>
          </p>
        ) : (
          state === 'waiting' && <p>{m.mandates_proof_none()}</p>
        )}
        {state === 'waiting' && (
          <Section title={m.mandates_verify_title()} lead={m.mandates_verify_lead()}>
            <ButtonForm icon="check" action={urls.adminMandateVerify(at)}>
              {m.mandates_verify()}
            </ButtonForm>
          </Section>
        )}
        {state === 'invited' && (
          <Section title={m.mandates_invited_title()} lead={m.mandates_invited_lead()}>
            <ButtonForm kind="danger" action={urls.adminMandateRefuse(at)}>
              {m.mandates_invitation_withdraw()}
            </ButtonForm>
          </Section>
        )}
        {(state === 'waiting' || state === 'verified') && (
          <Section
            title={state === 'waiting' ? m.mandates_refuse_title() : m.mandates_take_back_title()}
            lead={state === 'waiting' ? m.mandates_refuse_lead() : m.mandates_take_back_lead()}
          >
            <Form action={urls.adminMandateRefuse(at)}>
              <TextArea
                name="motif"
                label={m.mandates_refusal()}
                hint={m.mandates_refusal_hint()}
                value={typed.reason}
                rows={3}
                limit={LENGTHS.refusal}
                problems={problems}
                required
              />
              <SubmitButton kind="danger">
                {state === 'waiting' ? m.mandates_refuse() : m.mandates_take_back()}
              </SubmitButton>
            </Form>
          </Section>
        )}
      </Split>
    </Stack>
  );
}

function NotePanel({
  at,
  note,
  problems,
}: {
  at: { space: string; mandate: string };
  note: string;
  problems: Problems;
}) {
  return (
    <Panel title={m.mandates_note()} tone="quiet">
      <Form action={urls.adminMandateNote(at)}>
        <TextArea
          name="note"
          label={m.mandates_note_label()}
          hint={m.mandates_note_hint()}
          value={note}
          rows={4}
          limit={LENGTHS.note}
          problems={problems}
        />
        <SubmitButton kind="secondary">{m.mandates_note_save()}</SubmitButton>
      </Form>
    </Panel>
  );
}
