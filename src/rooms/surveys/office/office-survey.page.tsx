import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';
import { say } from '../question.ts';
import { mayChangeDates, mayChangeQuestions, type Survey, stateOf } from '../survey.ts';
import { stateWords } from '../survey-words.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';
import { QuestionLines } from './question-lines.page.tsx';

type Locale = 'fr' | 'en';

/** Nothing is asked yet: the preset is one gesture away. */
export function NoSurveyPage({ place }: { place: Place }) {
  return (
    <Stack>
      <PageHeader
        title={place.heading ?? m.survey_office_title()}
        {...(place.kind === 'component' && { kicker: m.survey_office_title() })}
        lead={place.kind === 'edition' ? m.survey_office_lead() : m.survey_office_space_lead()}
        breadcrumb={surveyCrumbs(place, { deep: false })}
      />
      <EmptyState
        icon="comment"
        title={place.kind === 'edition' ? m.survey_none_title() : m.survey_none_space_title()}
        {...(!place.isKept && {
          actions: (
            <ButtonForm action={addressesOf(place).office()}>{m.survey_none_button()}</ButtonForm>
          ),
        })}
      >
        <p>{place.kind === 'edition' ? m.survey_none_words() : m.survey_none_space_words()}</p>
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
  place: Place;
  survey: Survey;
  now: Date;
  locale: Locale;
  /** The pre-electoral period that holds its letter, and until when; null: none does. */
  held: HeldLetter | null;
}

/** The questionnaire of an edition: how it stands, what to do next, its dates, its questions. */
export function OfficeSurveyPage({ place, survey, now, locale, held }: Props) {
  const to = addressesOf(place);
  const state = stateOf(survey, now);
  const isKept = place.isKept;
  const mayChange = !isKept && mayChangeQuestions(survey, now);
  return (
    <Stack>
      <PageHeader
        title={place.heading ?? m.survey_office_title()}
        {...(place.kind === 'component' && { kicker: m.survey_office_title() })}
        lead={place.kind === 'edition' ? m.survey_office_lead() : m.survey_office_space_lead()}
        breadcrumb={surveyCrumbs(place, { deep: false })}
        meta={<StateBadge tone={stateWords[state].tone}>{stateWords[state].name()}</StateBadge>}
        actions={<MainActions {...{ place, survey, now }} />}
      />
      <Section
        title={m.survey_dates_title()}
        {...(!isKept &&
          mayChangeDates(survey, now) && {
            action: <a href={to.dates()}>{m.survey_change_dates()}</a>,
          })}
      >
        <DescriptionList
          items={[
            { term: m.survey_opens(), detail: sayMoment(survey.opensAt) },
            { term: m.survey_closes(), detail: sayMoment(survey.closesAt) },
            ...(place.kind === 'edition'
              ? [
                  {
                    term: m.survey_invites(),
                    detail: survey.invites ? m.survey_invites_yes() : m.survey_invites_no(),
                  },
                ]
              : []),
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
          action: <a href={to.introduction()}>{m.survey_intro_change()}</a>,
        })}
      >
        <p>{say(survey.introduction, locale) || m.survey_intro_none()}</p>
      </Section>
      <Section
        title={m.survey_questions_title()}
        {...(mayChange && {
          action: <a href={to.question('nouvelle')}>{m.survey_question_add()}</a>,
        })}
      >
        {state === 'open' && !mayChange && (
          <Notice>
            <p>{m.survey_questions_kept()}</p>
          </Notice>
        )}
        <QuestionLines place={place} survey={survey} locale={locale} mayChange={mayChange} />
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
function MainActions({ place, survey, now }: Pick<Props, 'place' | 'survey' | 'now'>) {
  const to = addressesOf(place);
  const state = stateOf(survey, now);
  const isKept = place.isKept;
  const preview = (
    <ButtonLink kind="secondary" icon="eye" href={to.preview()}>
      {m.survey_preview_title()}
    </ButtonLink>
  );
  const read = (
    <ButtonLink kind="secondary" href={to.answers()}>
      {m.survey_read_title()}
    </ButtonLink>
  );
  switch (state) {
    case 'draft':
      return (
        <Actions>
          {!isKept && <ButtonLink href={to.dates()}>{m.survey_open_button()}</ButtonLink>}
          {preview}
        </Actions>
      );
    case 'planned':
      return <Actions>{preview}</Actions>;
    case 'open':
      return (
        <Actions>
          {place.isOpened && (
            <ButtonLink kind="secondary" icon="eye" href={to.survey()}>
              {m.survey_see_open()}
            </ButtonLink>
          )}
          {!isKept && (
            <ButtonForm kind="quiet" action={to.close()}>
              {m.survey_close_button()}
            </ButtonForm>
          )}
        </Actions>
      );
    case 'closed':
      return (
        <Actions>
          {!isKept && <ButtonForm action={to.publish()}>{m.survey_publish_button()}</ButtonForm>}
          {read}
        </Actions>
      );
    case 'published':
      return (
        <Actions>
          <ButtonLink icon="eye" href={to.results()}>
            {m.survey_results_title()}
          </ButtonLink>
          {read}
        </Actions>
      );
  }
}
