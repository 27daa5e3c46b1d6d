import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';
import { say } from '../question.ts';
import { SurveyQuestions } from '../survey.page.tsx';
import type { Survey } from '../survey.ts';
import { sayConditions } from './conditions.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';

interface Props {
  place: Place;
  survey: Survey;
  locale: 'fr' | 'en';
}

/** As residents will meet it; nothing can be sent. */
export function SurveyPreviewPage({ place, survey, locale }: Props) {
  return (
    <Column>
      <PageHeader title={m.survey_preview_title()} breadcrumb={surveyCrumbs(place)} />
      <Notice>
        <p>{m.survey_preview_words()}</p>
      </Notice>
      {survey.introduction.fr !== '' && <p class="lead">{say(survey.introduction, locale)}</p>}
      <div class="form stack">
        <SurveyQuestions
          questions={survey.questions}
          shown={survey.questions.map(({ id }) => id)}
          locale={locale}
          typed={new Map()}
          problems={{}}
          about={sayConditions(survey.questions, locale)}
        />
      </div>
      <p>
        <ButtonLink kind="secondary" href={addressesOf(place).office()}>
          {m.survey_preview_back()}
        </ButtonLink>
      </p>
    </Column>
  );
}
