import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { say } from '../question.ts';
import { SurveyQuestions } from '../survey.page.tsx';
import type { Survey } from '../survey.ts';
import { surveyCrumbs } from './crumbs.page.ts';

interface Props {
  edition: Edition;
  survey: Survey;
  locale: 'fr' | 'en';
}

/** As residents will meet it; nothing can be sent. */
export function SurveyPreviewPage({ edition, survey, locale }: Props) {
  return (
    <Column>
      <PageHeader title={m.survey_preview_title()} breadcrumb={surveyCrumbs(edition)} />
      <Notice>
        <p>{m.survey_preview_words()}</p>
      </Notice>
      {survey.introduction.fr !== '' && <p class="lead">{say(survey.introduction, locale)}</p>}
      <div class="form stack">
        <SurveyQuestions survey={survey} locale={locale} typed={new Map()} problems={{}} />
      </div>
      <p>
        <ButtonLink kind="secondary" href={urls.adminSurvey({ edition: edition.slug })}>
          {m.survey_preview_back()}
        </ButtonLink>
      </p>
    </Column>
  );
}
