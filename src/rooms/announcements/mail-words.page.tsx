import * as m from '../../paraglide/messages.js';
import { Checkbox, Radios } from '../../ui/choices.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Actions, Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { MailText } from './mail-text.page.tsx';
import { mailCrumbs, saySending } from './mails.page.tsx';
import type { Moment } from './moment.ts';
import { momentWords } from './moment-words.page.ts';
import type { Sending } from './sending.ts';
import {
  LONGEST,
  type OwnLetter,
  WORD_LOCALES,
  type WordKey,
  type WordLocale,
  type WordProblem,
} from './words.ts';

export const wordField = (locale: WordLocale, key: WordKey) => `${locale}-${key}`;

/** Said beside each field that does not hold. */
export function wordProblems(problems: readonly WordProblem[]): Problems {
  return Object.fromEntries(
    problems.map(({ locale, key, refusal }) => [
      wordField(locale, key),
      refusal === 'too-long'
        ? m.announce_problem_too_long({ max: LONGEST[key] })
        : m.announce_problem_several_lines(),
    ]),
  );
}

const localeWords: Record<WordLocale, { legend: () => string; preview: () => string }> = {
  fr: { legend: m.announce_form_in_french, preview: m.announce_preview_fr },
  en: { legend: m.announce_form_in_english, preview: m.announce_preview_en },
};

interface Props {
  edition: Edition;
  moment: Moment;
  sending: Sending;
  typed: OwnLetter;
  version: number;
  problems: Problems;
  conflict: boolean;
  /** The usual subjects, by language. */
  usual: Record<WordLocale, string>;
  /** The mail as somebody receives it, by language, with the words that were typed. */
  previews: Record<WordLocale, { subject: string; text: string }>;
  replyTo: string | undefined;
  /** Whether the preview shows what is not saved. */
  isUnsaved: boolean;
  reader: { email: string; locale: WordLocale };
}

/** One mail of an edition: its own words in both languages, what it then looks like, and a trial. */
export function MailWordsPage(props: Props) {
  const { edition, moment, typed, problems, conflict, previews, reader } = props;
  const at = { edition: edition.slug, moment: momentWords[moment].segment };
  const isPast = props.sending.kind === 'ended' || props.sending.kind === 'going';
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.decide_conflict_title() })} />
      {conflict && <Notice tone="warning">{m.decide_conflict_words()}</Notice>}
      <PageHeader
        title={momentWords[moment].name()}
        lead={m.announce_form_lead()}
        breadcrumb={[
          ...mailCrumbs(edition),
          { label: m.announce_title(), href: urls.adminMails({ edition: edition.slug }) },
        ]}
        meta={saySending(props.sending)}
      />
      {isPast && <Notice tone="warning">{m.announce_form_already()}</Notice>}
      <Form action={urls.adminMailWords(at)}>
        <Hidden name="version" value={props.version} />
        {WORD_LOCALES.map((locale) => (
          <Fieldset key={locale} legend={localeWords[locale].legend()}>
            <Field
              name={wordField(locale, 'subject')}
              label={m.announce_form_subject()}
              hint={m.announce_form_subject_hint({ subject: props.usual[locale] })}
              value={typed.words[locale].subject}
              problems={problems}
            />
            <TextArea
              name={wordField(locale, 'paragraph')}
              label={m.announce_form_paragraph()}
              hint={m.announce_form_paragraph_hint()}
              value={typed.words[locale].paragraph}
              problems={problems}
              rows={4}
              limit={LONGEST.paragraph}
              lang={locale}
            />
          </Fieldset>
        ))}
        <Checkbox
          name="silence"
          label={m.announce_form_silent()}
          hint={m.announce_form_silent_hint()}
          checked={typed.silent}
          problems={problems}
        />
        <Actions>
          <SubmitButton size="large">{m.announce_form_submit()}</SubmitButton>
          <SubmitButton kind="secondary" size="large" name="act" value="preview">
            {m.announce_form_preview()}
          </SubmitButton>
        </Actions>
      </Form>
      <Section id="apercu" title={m.announce_preview()} lead={m.announce_preview_lead()}>
        {props.isUnsaved && <Notice>{m.announce_preview_unsaved()}</Notice>}
        {WORD_LOCALES.map((locale) => (
          <Section key={locale} level={3} title={localeWords[locale].preview()}>
            <MailText {...previews[locale]} replyTo={props.replyTo} lang={locale} />
          </Section>
        ))}
      </Section>
      <Section
        id="essai"
        title={m.announce_trial()}
        lead={m.announce_trial_lead({ email: reader.email })}
      >
        <Form action={urls.adminMailTrial(at)}>
          <Radios
            name="langue"
            label={m.announce_trial_language()}
            value={reader.locale}
            options={WORD_LOCALES.map((locale) => ({
              value: locale,
              label: localeWords[locale].preview(),
            }))}
          />
          <SubmitButton kind="secondary" icon="mail">
            {m.announce_trial()}
          </SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}
