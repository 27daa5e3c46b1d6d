import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { figureSet } from './figure-set.routes.ts';
import { exportRoutes } from './office/export.routes.ts';
import { officeRoutes } from './office/office.routes.tsx';
import { questionRoutes } from './office/question.routes.tsx';
import { resultsRoutes } from './office/results.routes.tsx';
import { addressOfComponent } from './place/place-address.page.ts';
import { surveyJobs } from './survey.jobs.ts';
import { surveyRoutes } from './survey.routes.tsx';
import { searchedSurveys } from './survey-search.routes.ts';

/** The questionnaires: at the close of an edition, and in the components of a space. */
export const surveysRoom: Room = {
  name: 'surveys',
  routes: [...surveyRoutes, ...officeRoutes, ...questionRoutes, ...resultsRoutes, ...exportRoutes],
  jobs: surveyJobs,
  components: { survey: { address: addressOfComponent } },
  dataSets: [figureSet],
  searchables: [searchedSurveys],
  notices: {
    'survey-made': { tone: 'success', words: m.survey_notice_made },
    'survey-saved': { tone: 'success', words: m.survey_notice_saved },
    'survey-dated': { tone: 'success', words: m.survey_notice_dated },
    'survey-answered': { tone: 'warning', words: m.survey_notice_answered },
    'survey-changed-meanwhile': { tone: 'warning', words: m.survey_notice_changed },
    'survey-branch-kept': { tone: 'warning', words: m.survey_refused_branch },
    'survey-closed': { tone: 'success', words: m.survey_notice_closed },
    'survey-not-closed': { tone: 'warning', words: m.survey_notice_not_closed },
    'survey-published': { tone: 'success', words: m.survey_notice_published },
    'survey-not-published': { tone: 'warning', words: m.survey_notice_not_published },
  },
};
