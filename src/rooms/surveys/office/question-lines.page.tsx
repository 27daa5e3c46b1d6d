import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';
import { say } from '../question.ts';
import type { Survey } from '../survey.ts';
import { kindWords } from '../survey-words.page.ts';
import { sayConditions } from './conditions.page.ts';

interface Props {
  place: Place;
  survey: Survey;
  locale: 'fr' | 'en';
  mayChange: boolean;
}

/** The questions in order, each with what can be done with it while nobody has answered. */
export function QuestionLines({ place, survey, locale, mayChange }: Props) {
  if (survey.questions.length === 0) return <p>{m.survey_questions_none()}</p>;
  const to = addressesOf(place);
  const last = survey.questions.length - 1;
  const conditions = sayConditions(survey.questions, locale);
  return (
    <List ordered label={m.survey_questions_title()}>
      {survey.questions.map((question, at) => {
        const words = say(question.words, locale);
        const condition = conditions.get(question.id);
        const choices = [...(question.rows ?? []), ...question.choices].map((choice) =>
          say(choice, locale),
        );
        return (
          <Card
            key={question.id}
            mark={String(at + 1)}
            title={words}
            {...(choices.length > 0 && { excerpt: choices.join(' · ') })}
            meta={[
              kindWords[question.kind].name(),
              question.required ? m.survey_required() : m.survey_optional(),
              ...(condition ? [condition] : []),
            ]}
            {...(mayChange && {
              action: (
                <Actions>
                  <ButtonLink
                    kind="secondary"
                    size="small"
                    icon="edit"
                    href={to.question(question.id)}
                    about={words}
                  >
                    {m.survey_question_edit()}
                  </ButtonLink>
                  {at > 0 && (
                    <ButtonForm
                      kind="quiet"
                      size="small"
                      icon="arrow-up"
                      action={to.move(question.id)}
                      values={{ vers: 'haut' }}
                      about={words}
                    >
                      {m.survey_question_up()}
                    </ButtonForm>
                  )}
                  {at < last && (
                    <ButtonForm
                      kind="quiet"
                      size="small"
                      icon="arrow-down"
                      action={to.move(question.id)}
                      values={{ vers: 'bas' }}
                      about={words}
                    >
                      {m.survey_question_down()}
                    </ButtonForm>
                  )}
                  <ButtonForm
                    kind="quiet"
                    size="small"
                    icon="delete"
                    action={to.remove(question.id)}
                    about={words}
                  >
                    {m.survey_question_remove()}
                  </ButtonForm>
                </Actions>
              ),
            })}
          />
        );
      })}
    </List>
  );
}
