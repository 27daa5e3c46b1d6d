import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { WORDS_LENGTH } from './merge.ts';

/** What was typed, sent back as it was. */
export interface TypedProposal {
  /** Numbers, as typed: « 12, 45 ». */
  ideas: string;
  title: string;
  words: string;
  lead: string;
  answerBy: { day: string; month: string; year: string };
}

interface Props {
  edition: Edition;
  /** Those of the numbers typed that exist. */
  ideas: readonly Idea[];
  supporters: number;
  typed: TypedProposal;
  problems: Problems;
}

/** Ideas side by side, then what is proposed to their holders. */
export function NewMergePage({ edition, ideas, supporters, typed, problems }: Props) {
  const at = { edition: edition.slug };
  return (
    <>
      <ErrorSummary problems={problems} ids={{ answerBy: 'answerBy-day' }} />
      <PageHeader
        title={m.merges_new()}
        lead={m.merges_new_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.merges_title(), href: urls.adminMerges(at) },
        ]}
      />
      <Form action={urls.adminNewMerge(at)}>
        <Field
          name="ideas"
          label={m.merges_field_ideas()}
          hint={m.merges_field_ideas_hint()}
          value={typed.ideas}
          width="medium"
          problems={problems}
          required
        />
        {ideas.length > 0 && (
          <Section title={m.merges_side_by_side()}>
            <div class="merge-pair-ideas">
              {ideas.map((idea) => (
                <article key={idea.id}>
                  <h3>
                    <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                      {m.merges_idea({ number: idea.number })}{' '}
                      <bdi lang={idea.lang}>{idea.title}</bdi>
                    </a>
                  </h3>
                  <p class="hint">{m.ideas_supports({ count: idea.supportCount })}</p>
                  <Prose text={idea.body} lang={idea.lang} />
                </article>
              ))}
            </div>
            <p>{m.merges_supporters({ count: supporters })}</p>
          </Section>
        )}
        <Field
          name="title"
          label={m.merges_field_title()}
          value={typed.title}
          problems={problems}
          required
        />
        {ideas.length > 0 && (
          <Radios
            name="lead"
            label={m.merges_field_lead()}
            hint={m.merges_field_lead_hint()}
            value={typed.lead}
            options={ideas.map((idea) => ({
              value: idea.id,
              label: (
                <>
                  {m.merges_idea({ number: idea.number })} <bdi>{idea.title}</bdi>
                </>
              ),
            }))}
            problems={problems}
            required
          />
        )}
        <TextArea
          name="words"
          label={m.merges_field_words()}
          hint={m.merges_field_words_hint()}
          rows={5}
          limit={WORDS_LENGTH}
          value={typed.words}
          problems={problems}
          required
        />
        <DateField
          name="answerBy"
          label={m.merges_field_day()}
          value={typed.answerBy}
          problems={problems}
          required
        />
        <SubmitButton>{m.merges_send()}</SubmitButton>
      </Form>
    </>
  );
}
