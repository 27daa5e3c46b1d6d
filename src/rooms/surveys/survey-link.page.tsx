import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { SurveyStanding } from './standing.ts';

/** On the page of its edition: the questionnaire while it is open, what it said once that is public. */
export function SurveyLink({ edition, survey }: { edition: string; survey: SurveyStanding }) {
  if (survey.state === 'published')
    return (
      <p>
        <a class="standalone-link" href={urls.surveyResults({ edition })}>
          {m.survey_link_results()}
        </a>
      </p>
    );
  return (
    <Notice
      title={m.survey_link_title()}
      actions={
        <ButtonLink kind="secondary" href={urls.survey({ edition })}>
          {m.survey_link_answer()}
        </ButtonLink>
      }
    >
      <p>{m.survey_link_words({ until: formatDateTime(survey.closesAt) })}</p>
    </Notice>
  );
}
