import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Section } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import {
  type Appeal,
  type Article,
  type Hiding,
  type ModerationCase,
  OTHER,
  SUSPENSION_DAYS,
  WORDS_LENGTH,
} from './moderation.ts';
import { FIELDS } from './reporting.page.tsx';
import type { Sanctions } from './suspension.store.ts';
import { articleOptions } from './words.page.ts';

/** Which form of the case came back. */
export type FormName = 'hide' | 'keep' | 'restore' | 'warn' | 'suspend' | 'lift' | 'answer';

export interface TypedJudgement {
  article: string;
  words: string;
  days: string;
  outcome: string;
}

export interface JudgementProps {
  one: ModerationCase;
  articles: readonly Article[];
  hiding: Hiding | null;
  appeal: Appeal | null;
  sanctions: Sanctions;
  now: Date;
  /** The form that came back; null: none did. */
  sent: FormName | null;
  typed: TypedJudgement;
  problems: Problems;
}

const suspensionWords: Record<(typeof SUSPENSION_DAYS)[number], () => string> = {
  1: m.moderation_suspend_days_1,
  7: m.moderation_suspend_days_7,
  30: m.moderation_suspend_days_30,
  90: m.moderation_suspend_days_90,
};

/** What may still be decided about a case. */
export function JudgementForms(props: JudgementProps) {
  const { one, hiding, appeal, sanctions, now } = props;
  const at = { case: one.id };
  const stands = sanctions.suspension && !sanctions.suspension.liftedAt;
  return (
    <>
      {appeal && !appeal.answeredAt && <AnswerForm {...props} />}
      {!one.closedAt && (
        <>
          <HideForm {...props} />
          <Section title={m.moderation_keep_title()} lead={m.moderation_keep_lead()}>
            <ButtonForm kind="secondary" action={urls.keepContribution(at)}>
              {m.moderation_keep_submit()}
            </ButtonForm>
          </Section>
        </>
      )}
      {hiding && !hiding.liftedAt && !(appeal && !appeal.answeredAt) && (
        <Section title={m.moderation_restore_title()} lead={m.moderation_restore_lead()}>
          <Form action={urls.restoreContribution(at)}>
            <Words {...props} form="restore" />
            <SubmitButton kind="secondary">{m.moderation_restore_submit()}</SubmitButton>
          </Form>
        </Section>
      )}
      {one.authorId && !sanctions.warning && (
        <Section title={m.moderation_warn_title()}>
          <Form action={urls.warnAuthor(at)}>
            <ArticleChoice {...props} form="warn" />
            <Words {...props} form="warn" required />
            <SubmitButton kind="secondary">{m.moderation_warn_submit()}</SubmitButton>
          </Form>
        </Section>
      )}
      {one.authorId && !sanctions.suspension && <SuspendForm {...props} />}
      {stands && sanctions.suspension!.until > now && (
        <ButtonForm kind="secondary" action={urls.liftSuspension(at)}>
          {m.moderation_lift_suspension()}
        </ButtonForm>
      )}
    </>
  );
}

type OfForm = JudgementProps & { form: FormName };

const typedIn = ({ sent, typed, form }: OfForm): TypedJudgement =>
  sent === form ? typed : { article: '', words: '', days: '', outcome: '' };
const problemsIn = ({ sent, problems, form }: OfForm): Problems => (sent === form ? problems : {});
/** The form that came back is the one that the summary of problems leads to. */
const idIn = ({ sent, form }: OfForm, name: string): string =>
  sent === form ? name : `${form}-${name}`;

function Words(props: OfForm & { required?: boolean }) {
  return (
    <TextArea
      id={idIn(props, FIELDS.words)}
      name={FIELDS.words}
      label={m.moderation_words_to_author()}
      value={typedIn(props).words}
      rows={4}
      limit={WORDS_LENGTH}
      problems={problemsIn(props)}
      {...(props.required && { required: true })}
    />
  );
}

/** Many articles under what matters less: a list that opens. */
function ArticleChoice(props: OfForm) {
  return (
    <Select
      id={idIn(props, FIELDS.article)}
      name={FIELDS.article}
      label={m.moderation_article()}
      options={articleOptions(props.articles)}
      empty
      value={typedIn(props).article}
      problems={problemsIn(props)}
      required
    />
  );
}

function HideForm(props: JudgementProps) {
  const own = { ...props, form: 'hide' } as const;
  return (
    <Section title={m.moderation_hide_title()} lead={m.moderation_hide_lead()}>
      <Form action={urls.hideContribution({ case: props.one.id })}>
        <Radios
          id={idIn(own, FIELDS.article)}
          name={FIELDS.article}
          label={m.moderation_article()}
          options={[
            ...(props.one.askedAt ? [{ value: OTHER, label: m.moderation_at_request() }] : []),
            ...articleOptions(props.articles),
          ]}
          value={typedIn(own).article}
          problems={problemsIn(own)}
          required
        />
        <Words {...own} />
        <SubmitButton>{m.moderation_hide_submit()}</SubmitButton>
      </Form>
    </Section>
  );
}

function SuspendForm(props: JudgementProps) {
  const own = { ...props, form: 'suspend' } as const;
  return (
    <Section title={m.moderation_suspend_title()} lead={m.moderation_suspend_lead()}>
      <Form action={urls.suspendAuthor({ case: props.one.id })}>
        <ArticleChoice {...own} />
        <Select
          id={idIn(own, FIELDS.days)}
          name={FIELDS.days}
          label={m.moderation_suspend_days()}
          options={SUSPENSION_DAYS.map((days) => ({
            value: String(days),
            label: suspensionWords[days](),
          }))}
          value={typedIn(own).days || '7'}
          problems={problemsIn(own)}
        />
        <Words {...own} required />
        <SubmitButton kind="secondary">{m.moderation_suspend_submit()}</SubmitButton>
      </Form>
    </Section>
  );
}

function AnswerForm(props: JudgementProps) {
  const own = { ...props, form: 'answer' } as const;
  return (
    <Section title={m.moderation_answer_title()} lead={m.moderation_appeals_lead()}>
      <Form action={urls.answerAppeal({ case: props.one.id })}>
        <Radios
          id={idIn(own, FIELDS.outcome)}
          name={FIELDS.outcome}
          label={m.moderation_answer_outcome()}
          options={[
            { value: 'retablir', label: m.moderation_answer_lift() },
            { value: 'maintenir', label: m.moderation_answer_uphold() },
          ]}
          value={typedIn(own).outcome}
          problems={problemsIn(own)}
          required
        />
        <Words {...own} required />
        <SubmitButton>{m.moderation_answer_submit()}</SubmitButton>
      </Form>
    </Section>
  );
}
