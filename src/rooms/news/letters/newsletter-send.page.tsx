import * as m from '../../../paraglide/messages.js';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { PauseReason } from '../office/news-publish.page.tsx';
import type { Newsletter, Sending, SendingState } from './newsletter.ts';
import { LetterPreview } from './newsletter-form.page.tsx';
import { sendingLooks } from './newsletter-words.page.ts';
import { PlanPart, type TypedPlan } from './plan.page.tsx';
import type { Plan } from './plan.ts';

const crumbs = () => [
  { label: m.site_nav_admin(), href: urls.admin() },
  { label: m.newsletter_office_title(), href: urls.adminNewsletters() },
];

interface ConfirmProps {
  newsletter: Newsletter;
  segment: string;
  /** Who would be written to now. */
  count: number;
  pause: PromotionPause | null;
  reason: string;
  /** When it leaves by itself; null: it does not. */
  plan: Plan | null;
  typedPlan: TypedPlan;
  /** That covers the day typed. */
  planPause: PromotionPause | null;
  problems: Problems;
}

/** The second step: to whom, how many, and no way back for what has left. */
export function ConfirmSendingPage(props: ConfirmProps) {
  const { newsletter, plan, segment, count, pause, reason, problems } = props;
  const at = { newsletter: newsletter.id };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.newsletter_confirm_sending()}
        breadcrumb={[
          ...crumbs(),
          { label: newsletter.own.fr.subject, href: urls.adminNewsletter(at) },
        ]}
      />
      <DescriptionList
        items={[
          { term: m.newsletter_subject(), detail: <bdi>{newsletter.own.fr.subject}</bdi> },
          { term: m.newsletter_segment(), detail: segment },
          { term: m.newsletter_readers(), detail: <strong>{formatNumber(count)}</strong> },
        ]}
      />
      {pause && <PromotionPauseNotice pause={pause} />}
      {count === 0 ? (
        <Notice tone="warning" title={m.newsletter_refused_nobody()}>
          <p>{m.newsletter_nobody_words()}</p>
        </Notice>
      ) : (
        <>
          <Section title={m.newsletter_send_now()} id="maintenant">
            <Form action={urls.adminNewsletterSend(at)}>
              <Hidden name="version" value={newsletter.version} />
              {pause && <PauseReason value={reason} problems={problems} />}
              <p>{m.newsletter_confirm_words()}</p>
              <SubmitButton size="large" icon="mail">
                {m.newsletter_confirm_send({ count })}
              </SubmitButton>
            </Form>
          </Section>
          <PlanPart
            newsletter={newsletter}
            plan={plan}
            typed={props.typedPlan}
            pause={props.planPause}
            problems={problems}
          />
        </>
      )}
      <p>
        <ButtonLink kind="quiet" href={urls.adminNewsletter(at)}>
          {m.newsletter_back()}
        </ButtonLink>
      </p>
    </Column>
  );
}

interface ProgressProps {
  newsletter: Newsletter & { sending: Sending };
  state: SendingState;
  segment: string;
  letters: Record<'waiting' | 'sent' | 'undelivered', number>;
}

/** How far it went, and what came of it. */
export function SendingPage({ newsletter, state, segment, letters }: ProgressProps) {
  const { sending, id } = newsletter;
  const look = sendingLooks[state];
  return (
    <Column>
      <PageHeader
        title={newsletter.own.fr.subject}
        breadcrumb={crumbs()}
        meta={<StateBadge tone={look.tone}>{look.words()}</StateBadge>}
      />
      <DescriptionList
        items={[
          {
            term: m.newsletter_begun(),
            detail: <DateText at={sending.begunAt} shape="moment" />,
          },
          { term: m.newsletter_segment(), detail: segment },
          { term: m.newsletter_counted(), detail: formatNumber(sending.counted) },
          { term: m.newsletter_sent(), detail: formatNumber(letters.sent) },
          { term: m.newsletter_waiting(), detail: formatNumber(letters.waiting) },
          {
            term: m.newsletter_undelivered(),
            detail:
              letters.undelivered === 0 ? (
                '0'
              ) : (
                <a href={urls.adminLetters({ q: newsletter.own.fr.subject })}>
                  {formatNumber(letters.undelivered)}
                </a>
              ),
          },
        ]}
      />
      {state === 'going' && (
        <Section title={m.newsletter_going()} lead={m.newsletter_going_lead()}>
          <Actions>
            <ButtonLink kind="secondary" href={urls.adminNewsletter({ newsletter: id })}>
              {m.newsletter_look_again()}
            </ButtonLink>
            <ButtonForm kind="danger" action={urls.adminNewsletterStop({ newsletter: id })}>
              {m.newsletter_stop()}
            </ButtonForm>
          </Actions>
        </Section>
      )}
      {state === 'stopped' && <Notice tone="warning">{m.newsletter_stopped_words()}</Notice>}
      <LetterPreview
        newsletter={id}
        texts={{ fr: sending.letters.fr.text, en: sending.letters.en.text }}
      />
    </Column>
  );
}
