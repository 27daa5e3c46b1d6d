import * as m from '../../../paraglide/messages.js';
import { Checkboxes } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { HELPS, LONGEST_OFFER, type Offer, type WrittenOffer } from './help.ts';
import { helpWords, sayHelps } from './words.page.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  /** Their own; null: none. */
  offer: Offer | null;
  isOpen: boolean;
  typed: WrittenOffer;
  problems: Problems;
}

/** « Proposer mon aide »: what somebody can bring to a realisation, and what became of their offer. */
export function HelpPage({ at, project, offer, isOpen, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ helps: m.together_help_what(), body: m.together_help_body() }}
      />
      <PageHeader
        title={m.together_help_title()}
        kicker={<bdi>{project}</bdi>}
        lead={offer || !isOpen ? undefined : m.together_help_lead()}
        breadcrumb={[
          { label: m.delivery_project_title({ title: project }), href: urls.delivery(at) },
        ]}
      />
      {offer ? (
        <OwnOffer at={at} offer={offer} />
      ) : isOpen || typed.body !== '' ? (
        <Form action={urls.deliveryHelp(at)}>
          <Checkboxes
            name="helps"
            label={m.together_help_what()}
            values={[...typed.helps]}
            options={HELPS.map((help) => ({
              value: help,
              label: helpWords[help].name(),
              hint: helpWords[help].hint(),
            }))}
            problems={problems}
            required
          />
          <TextArea
            name="body"
            label={m.together_help_body()}
            hint={m.together_help_body_hint()}
            value={typed.body}
            limit={LONGEST_OFFER}
            problems={problems}
            required
          />
          <p class="hint">{m.together_help_readers()}</p>
          <SubmitButton size="large">{m.together_help_submit()}</SubmitButton>
        </Form>
      ) : (
        <Notice>{m.together_refused_over()}</Notice>
      )}
    </Column>
  );
}

function OwnOffer({ at, offer }: { at: Props['at']; offer: Offer }) {
  return (
    <>
      <Section
        title={m.together_help_own()}
        lead={m.together_help_own_on({ date: formatDate(offer.offeredAt, 'day') })}
      >
        <p>
          <strong>{sayHelps(offer.helps)}</strong>
        </p>
        <Prose text={offer.body} />
      </Section>
      <Section title={m.together_help_answer()}>
        {offer.answeredAt === null ? (
          <p>{m.together_help_unanswered()}</p>
        ) : (
          <>
            <Prose text={offer.answer} />
            <p class="hint">
              {m.together_help_answered_on({ date: formatDate(offer.answeredAt, 'day') })}
            </p>
          </>
        )}
      </Section>
      <Section title={m.together_help_withdraw()} lead={m.together_help_withdraw_words()}>
        <ButtonForm kind="danger" action={urls.deliveryHelpWithdraw(at)}>
          {m.together_help_withdraw()}
        </ButtonForm>
      </Section>
    </>
  );
}
