import * as m from '../../../paraglide/messages.js';
import { Checkboxes } from '../../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Column, Panel, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { timeWords } from '../../meetings/index.page.ts';
import type { LetterItems } from './letter-body.page.tsx';
import { LONGEST, type Newsletter, type OwnWords } from './newsletter.ts';
import { LETTER_NAMES, type SegmentChoice } from './newsletter-words.page.ts';
import { PlanNotice } from './plan.page.tsx';
import type { Plan } from './plan.ts';

export interface TypedNewsletter {
  own: { fr: OwnWords; en: OwnWords };
  news: readonly string[];
  posts: readonly string[];
  meetings: readonly string[];
  /** As `writeSegment` says it. */
  segment: string;
}

interface Props {
  /** null: not written yet. */
  newsletter: Newsletter | null;
  /** When it leaves by itself; null: it waits for somebody to send it. */
  plan: Plan | null;
  typed: TypedNewsletter;
  choices: LetterItems;
  segments: readonly SegmentChoice[];
  /** The letter as it stands, plain text, in each language; null: not written yet. */
  texts: { fr: string; en: string } | null;
  /** Where a trial goes. */
  email: string;
  problems: Problems;
  conflict: boolean;
}

/** A newsletter that is being written: its words, what it tells of, to whom; then what it looks like, and a trial. */
export function NewsletterFormPage(props: Props) {
  const { newsletter, plan, problems, conflict } = props;
  const title = newsletter ? m.newsletter_office_one() : m.newsletter_office_new();
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ objet: m.newsletter_subject(), mots: m.newsletter_words() }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={title}
        lead={m.newsletter_form_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.newsletter_office_title(), href: urls.adminNewsletters() },
        ]}
      />
      {newsletter && plan && <PlanNotice newsletter={newsletter.id} plan={plan} />}
      <Words {...props} />
      {newsletter && <Preview {...props} newsletter={newsletter} />}
    </Column>
  );
}

function Words({ newsletter, typed, choices, segments, problems }: Props) {
  const action = newsletter
    ? urls.adminNewsletter({ newsletter: newsletter.id })
    : urls.adminNewNewsletter();
  return (
    <Form action={action}>
      {newsletter && <Hidden name="version" value={newsletter.version} />}
      <Field
        name={LETTER_NAMES.subject}
        label={m.newsletter_subject()}
        value={typed.own.fr.subject}
        problems={problems}
        autocomplete="off"
        required
      />
      <TextArea
        name={LETTER_NAMES.words}
        label={m.newsletter_words()}
        hint={m.newsletter_words_hint()}
        value={typed.own.fr.words}
        limit={LONGEST.words}
        rows={6}
        problems={problems}
      />
      {choices.news.length > 0 && (
        <Checkboxes
          name="actualite"
          label={m.newsletter_items_news()}
          values={[...typed.news]}
          options={choices.news.map(({ id, title, showsAt }) => ({
            value: id,
            label: title,
            hint: formatDate(showsAt),
          }))}
          problems={problems}
        />
      )}
      {choices.posts.length > 0 && (
        <Checkboxes
          name="nouvelle"
          label={m.newsletter_part_posts()}
          values={[...typed.posts]}
          options={choices.posts.map((post) => ({
            value: post.id,
            label: m.news_feed_post(post),
            hint: formatDate(post.publishedAt),
          }))}
        />
      )}
      {choices.meetings.length > 0 && (
        <Checkboxes
          name="rencontre"
          label={m.newsletter_part_meetings()}
          values={[...typed.meetings]}
          options={choices.meetings.map((meeting) => ({
            value: meeting.id,
            label: meeting.title,
            hint: timeWords(meeting),
          }))}
        />
      )}
      <Select
        name={LETTER_NAMES.segment}
        label={m.newsletter_segment()}
        hint={m.newsletter_segment_hint()}
        options={segments.map(({ value, label }) => ({ value, label }))}
        value={typed.segment}
        problems={problems}
      />
      <Fieldset legend={m.newsletter_english()} hint={m.newsletter_english_hint()}>
        <Field
          name={LETTER_NAMES['subject-en']}
          label={m.newsletter_subject_en()}
          value={typed.own.en.subject}
          problems={problems}
          autocomplete="off"
        />
        <TextArea
          name={LETTER_NAMES['words-en']}
          label={m.newsletter_words_en()}
          value={typed.own.en.words}
          limit={LONGEST.words}
          rows={6}
          problems={problems}
        />
      </Fieldset>
      <SubmitButton kind={newsletter ? 'secondary' : 'primary'}>{m.newsletter_save()}</SubmitButton>
    </Form>
  );
}

function Preview({ newsletter, texts, email }: Props & { newsletter: Newsletter }) {
  const at = { newsletter: newsletter.id };
  return (
    <>
      <LetterPreview newsletter={newsletter.id} texts={texts} />
      <Section title={m.newsletter_trial()} lead={m.newsletter_trial_lead({ email })}>
        <Actions>
          <ButtonForm
            kind="secondary"
            action={urls.adminNewsletterTrial(at)}
            values={{ langue: 'fr' }}
          >
            {m.newsletter_trial_fr()}
          </ButtonForm>
          <ButtonForm
            kind="secondary"
            action={urls.adminNewsletterTrial(at)}
            values={{ langue: 'en' }}
          >
            {m.newsletter_trial_en()}
          </ButtonForm>
        </Actions>
      </Section>
      <Section title={m.newsletter_send()} lead={m.newsletter_send_lead()}>
        <ButtonLink size="large" icon="mail" href={urls.adminNewsletterSend(at)}>
          {m.newsletter_send_go()}
        </ButtonLink>
      </Section>
    </>
  );
}

/** As it is received, in both languages: as pages of its own in HTML, here in plain text. */
export function LetterPreview(props: {
  newsletter: string;
  texts: { fr: string; en: string } | null;
}) {
  const href = (langue: string) =>
    urls.adminNewsletterMail({ newsletter: props.newsletter }, { langue });
  return (
    <Section title={m.newsletter_preview()} lead={m.newsletter_preview_lead()} id="apercu">
      <Actions>
        <ButtonLink kind="secondary" icon="eye" href={href('fr')}>
          {m.newsletter_preview_fr()}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="eye" href={href('en')}>
          {m.newsletter_preview_en()}
        </ButtonLink>
      </Actions>
      {(['fr', 'en'] as const).map((locale) => (
        <details class="long-list" key={locale}>
          <summary>{locale === 'fr' ? m.newsletter_text_fr() : m.newsletter_text_en()}</summary>
          <Panel>
            <Prose text={props.texts?.[locale] ?? ''} lang={locale} />
          </Panel>
        </details>
      ))}
    </Section>
  );
}
