import * as m from '../../paraglide/messages.js';
import type { Contribution } from '../../platform/http/contribution.ts';
import { Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Panel } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { type Article, KIND_SLUGS, OTHER, WORDS_LENGTH } from './moderation.ts';
import { articleOptions, kindWords } from './words.page.ts';

/** Names of the fields of every form of this room. */
export const FIELDS = {
  article: 'article',
  words: 'mots',
  days: 'jours',
  outcome: 'reponse',
} as const;

export interface Typed {
  article: string;
  words: string;
}

interface Props {
  contribution: Contribution;
  typed: Typed;
  problems: Problems;
}

/** Reporting somebody's contribution (R118): which article, and a few words. */
export function ReportPage({
  contribution,
  articles,
  typed,
  problems,
}: Props & { articles: readonly Article[] }) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.moderation_report_title()} lead={m.moderation_report_lead()} />
      <About contribution={contribution} />
      <Form action={urls.reportContribution(addressOf(contribution))}>
        <Radios
          name={FIELDS.article}
          label={m.moderation_report_why()}
          options={[
            ...articleOptions(articles),
            { value: OTHER, label: m.moderation_other_reason() },
          ]}
          value={typed.article}
          problems={problems}
          required
        />
        <TextArea
          name={FIELDS.words}
          label={m.moderation_report_words()}
          hint={m.moderation_report_words_hint()}
          value={typed.words}
          rows={4}
          limit={WORDS_LENGTH}
          problems={problems}
        />
        <SubmitButton>{m.moderation_report_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** An author asks that their own be hidden, and says why (R117). */
export function AskHidingPage({ contribution, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.moderation_ask_title()} lead={m.moderation_ask_lead()} />
      <About contribution={contribution} />
      <Form action={urls.askHiding(addressOf(contribution))}>
        <TextArea
          name={FIELDS.words}
          label={m.moderation_ask_why()}
          hint={m.moderation_ask_why_hint()}
          value={typed.words}
          rows={6}
          limit={WORDS_LENGTH}
          problems={problems}
          required
        />
        <SubmitButton>{m.moderation_ask_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

const addressOf = ({ kind, id }: Contribution) => ({ kind: KIND_SLUGS[kind], contribution: id });

function About({ contribution }: { contribution: Contribution }) {
  return (
    <Panel title={kindWords[contribution.kind]()} tone="quiet">
      <p lang={contribution.lang}>
        <strong>{contribution.title}</strong>
      </p>
      <p>
        <a href={contribution.href}>{m.moderation_report_back()}</a>
      </p>
    </Panel>
  );
}
