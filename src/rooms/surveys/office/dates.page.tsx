import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';
import { LENGTHS } from '../question.ts';
import { type Survey, stateOf } from '../survey.ts';
import { surveyCrumbs } from './crumbs.page.ts';

export interface TypedMoment {
  day: string;
  month: string;
  year: string;
  time: string;
}

export interface TypedDates {
  opens: TypedMoment;
  closes: TypedMoment;
  invites: boolean;
}

interface DatesProps {
  place: Place;
  survey: Survey;
  now: Date;
  typed: TypedDates;
  problems: Problems;
}

/** From when to when everybody may answer, and whether those who took part are written to. */
export function DatesPage({ place, survey, now, typed, problems }: DatesProps) {
  const isOpen = stateOf(survey, now) === 'open';
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.survey_dates_title()}
        lead={isOpen ? m.survey_dates_open_lead() : m.survey_dates_lead()}
        breadcrumb={surveyCrumbs(place)}
      />
      <Form action={addressesOf(place).dates()}>
        <DateField
          name="ouverture"
          label={m.survey_opens()}
          value={typed.opens}
          problems={problems}
          withTime
          required
        />
        <DateField
          name="cloture"
          label={m.survey_closes()}
          value={typed.closes}
          problems={problems}
          withTime
          required
        />
        {place.kind === 'edition' && (
          <Checkbox
            name="courriel"
            label={m.survey_invites_label()}
            hint={m.survey_invites_hint()}
            checked={typed.invites}
          />
        )}
        <SubmitButton>{m.survey_dates_save()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface IntroductionProps {
  place: Place;
  typed: { fr: string; en: string };
  problems: Problems;
}

/** What is said before the questions, and in the letter. */
export function IntroductionPage({ place, typed, problems }: IntroductionProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.survey_intro_title()}
        lead={m.survey_intro_lead()}
        breadcrumb={surveyCrumbs(place)}
      />
      <Form action={addressesOf(place).introduction()}>
        <TextArea
          name="introduction"
          label={m.survey_intro_fr()}
          value={typed.fr}
          limit={LENGTHS.introduction}
          problems={problems}
        />
        <TextArea
          name="introduction-en"
          label={m.survey_intro_en()}
          hint={m.survey_field_english_hint()}
          value={typed.en}
          limit={LENGTHS.introduction}
          problems={problems}
        />
        <SubmitButton>{m.survey_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
