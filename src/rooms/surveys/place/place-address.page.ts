import { urls } from '../../../urls.ts';
import type { Place } from './place.ts';

/** Where the pages of an edition's questionnaire are, and those of a component's: two families of the same pages. */
const OF_EDITION = {
  right: 'officer',
  survey: urls.survey,
  thanks: urls.surveyThanks,
  results: urls.surveyResults,
  office: urls.adminSurvey,
  introduction: urls.adminSurveyIntroduction,
  dates: urls.adminSurveyDates,
  close: urls.adminSurveyClose,
  preview: urls.adminSurveyPreview,
  question: urls.adminSurveyQuestion,
  move: urls.adminSurveyMove,
  remove: urls.adminSurveyRemove,
  answers: urls.adminSurveyResults,
  publish: urls.adminSurveyPublish,
  csv: urls.adminSurveyCsv,
  xlsx: urls.adminSurveyXlsx,
} as const;

const OF_COMPONENT = {
  right: 'space-organiser',
  survey: urls.spaceSurvey,
  thanks: urls.spaceSurveyThanks,
  results: urls.spaceSurveyResults,
  office: urls.adminSpaceSurvey,
  introduction: urls.adminSpaceSurveyIntroduction,
  dates: urls.adminSpaceSurveyDates,
  close: urls.adminSpaceSurveyClose,
  preview: urls.adminSpaceSurveyPreview,
  question: urls.adminSpaceSurveyQuestion,
  move: urls.adminSpaceSurveyMove,
  remove: urls.adminSpaceSurveyRemove,
  answers: urls.adminSpaceSurveyResults,
  publish: urls.adminSpaceSurveyPublish,
  csv: urls.adminSpaceSurveyCsv,
  xlsx: urls.adminSpaceSurveyXlsx,
} as const;

export const FAMILIES = [OF_EDITION, OF_COMPONENT] as const;

type PageOfSurvey = Exclude<keyof typeof OF_EDITION, 'right'>;
type AnyAddress = (at: Record<string, string>) => string;

/** The addresses of one questionnaire: what says which one it is, is in them already. */
export type SurveyAddresses = {
  readonly [Page in PageOfSurvey]: Page extends 'question' | 'move' | 'remove'
    ? (question: string) => string
    : () => string;
};

export function addressesOf(place: Place): SurveyAddresses {
  const [family, at] =
    place.kind === 'edition'
      ? [OF_EDITION, { edition: place.edition.slug }]
      : [OF_COMPONENT, { space: place.space.slug, component: place.component.slug }];
  const { right: _, ...pages } = family;
  return Object.fromEntries(
    Object.entries(pages).map(([page, address]) => [
      page,
      (question = '') => (address as unknown as AnyAddress)({ ...at, question }),
    ]),
  ) as unknown as SurveyAddresses;
}

/** Under which entry of the menu its public pages stand. */
export const sectionOf = ({ kind }: Place): string =>
  kind === 'edition' ? 'editions' : 'participation';

/** Where a component's questionnaire is, by what its addresses say. */
export const addressOfComponent = (at: { space: string; component: string }): string =>
  urls.spaceSurvey(at);
