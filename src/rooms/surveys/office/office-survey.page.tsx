import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { say } from '../question.ts';
import { mayChangeDates, mayChangeQuestions, type Survey, stateOf } from '../survey.ts';
import { stateWords } from '../survey-words.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';
import { QuestionLines } from './question-lines.page.tsx';

type Locale = 'fr' | 'en';

/** Nothing is asked yet: the preset is one gesture away. */
export function NoSurveyPage({ edition }: { edition: Edition }) {
  return (
    <Stack>
      <PageHeader
        title={m.survey_office_title()}
        lead={m.survey_office_lead()}
        breadcrumb={surveyCrumbs(edition, { deep: false })}
      />
      <EmptyState
        icon="comment"
        title={m.survey_none_title()}
        {...(edition.archivedAt === null && {
          actions: (
            <ButtonForm action={urls.adminSurvey({ edition: edition.slug })}>
              {m.survey_none_button()}
            </ButtonForm>
          ),
        })}
      >
        <p>{m.survey_none_words()}</p>
      </EmptyState>
    </Stack>
  );
}

export interface HeldLetter {
  /** Which election. */
  reason: string;
  until: Date;
}

interface Props {
  edition: Edition;
  survey: Survey;
  now: Date;
  locale: Locale;
  /** The pre-electoral period that holds its letter, and until when; null: none does. */
  held: HeldLetter | null;
}

/** The questionnaire of an edition: how it stands, what to do next, its dates, its questions. */
export function OfficeSurveyPage({ edition, survey, now, locale, held }: Props) {
  const at = { edition: edition.slug };
  const state = stateOf(survey, now);
  const isKept = edition.archivedAt !== null;
  const mayChange = !isKept && mayChangeQuestions(survey, now);
  return (
    <Stack>
      <PageHeader
        title={m.survey_office_title()}
        lead={m.survey_office_lead()}
        breadcrumb={surveyCrumbs(edition, { deep: false })}
        meta={<StateBadge tone={stateWords[state].tone}>{stateWords[state].name()}</StateBadge>}
        actions={<MainActions {...{ edition, survey, now }} />}
      />
      <Section
        title={m.survey_dates_title()}
        {...(!isKept &&
          mayChangeDates(survey, now) && {
            action: <a href={urls.adminSurveyDates(at)}>{m.survey_change_dates()}</a>,
          })}
      >
        <DescriptionList
          items={[
            { term: m.survey_opens(), detail: sayMoment(survey.opensAt) },
            { term: m.survey_closes(), detail: sayMoment(survey.closesAt) },
            {
              term: m.survey_invites(),
              detail: survey.invites ? m.survey_invites_yes() : m.survey_invites_no(),
            },
            {
              term: m.survey_answers_term(),
              detail: formatNumber(survey.answers),
            },
          ]}
        />
        {held && <LetterHeld {...held} />}
        {(state === 'open' || state === 'planned') && <p>{m.survey_read_later()}</p>}
      </Section>
      <Section
        title={m.survey_intro_title()}
        {...(mayChange && {
          action: <a href={urls.adminSurveyIntroduction(at)}>{m.survey_intro_change()}</a>,
        })}
      >
        <p>{say(survey.introduction, locale) || m.survey_intro_none()}</p>
      </Section>
      <Section
        title={m.survey_questions_title()}
        {...(mayChange && {
          action: (
            <a href={urls.adminSurveyQuestion({ ...at, question: 'nouvelle' })}>
              {m.survey_question_add()}
            </a>
          ),
        })}
      >
        {state === 'open' && !mayChange && (
          <Notice>
            <p>{m.survey_questions_kept()}</p>
          </Notice>
        )}
        <QuestionLines
          edition={edition.slug}
          survey={survey}
          locale={locale}
          mayChange={mayChange}
        />
      </Section>
    </Stack>
  );
}

/** The questionnaire opens all the same: only its letter promotes. */
function LetterHeld({ reason, until }: HeldLetter) {
  return (
    <Notice tone="warning" title={m.survey_pause_title()}>
      <p>{m.survey_pause_words({ reason, date: formatDateTime(until) })}</p>
    </Notice>
  );
}

const sayMoment = (at: Date | null) => (at ? formatDateTime(at) : m.survey_no_date());

/** The next thing to do first; what an archived edition cannot do any more is left out. */
function MainActions({ edition, survey, now }: Pick<Props, 'edition' | 'survey' | 'now'>) {
  const at = { edition: edition.slug };
  const state = stateOf(survey, now);
  const isKept = edition.archivedAt !== null;
  const preview = (
    <ButtonLink kind="secondary" icon="eye" href={urls.adminSurveyPreview(at)}>
      {m.survey_preview_title()}
    </ButtonLink>
  );
  const read = (
    <ButtonLink kind="secondary" href={urls.adminSurveyResults(at)}>
      {m.survey_read_title()}
    </ButtonLink>
  );
  switch (state) {
    case 'draft':
      return (
        <Actions>
          {!isKept && (
            <ButtonLink href={urls.adminSurveyDates(at)}>{m.survey_open_button()}</ButtonLink>
          )}
          {preview}
        </Actions>
      );
    case 'planned':
      return <Actions>{preview}</Actions>;
    case 'open':
      return (
        <Actions>
          {edition.openedAt !== null && (
            <ButtonLink kind="secondary" icon="eye" href={urls.survey(at)}>
              {m.survey_see_open()}
            </ButtonLink>
          )}
          {!isKept && (
            <ButtonForm kind="quiet" action={urls.adminSurveyClose(at)}>
              {m.survey_close_button()}
            </ButtonForm>
          )}
        </Actions>
      );
    case 'closed':
      return (
        <Actions>
          {!isKept && (
            <ButtonForm action={urls.adminSurveyPublish(at)}>
              {m.survey_publish_button()}
            </ButtonForm>
          )}
          {read}
        </Actions>
      );
    case 'published':
      return (
        <Actions>
          <ButtonLink icon="eye" href={urls.surveyResults(at)}>
            {m.survey_results_title()}
          </ButtonLink>
          {read}
        </Actions>
      );
  }
}
