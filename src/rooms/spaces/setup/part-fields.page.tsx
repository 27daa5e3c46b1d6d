import * as m from '../../../paraglide/messages.js';
import { Checkbox, OnlyFor, Radios } from '../../../ui/choices.tsx';
import { Field, NumberField, OutputField, TextArea } from '../../../ui/field.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import { BALLOTS, type Edition, IDEA_PLACES, type IntendedBallot } from '../edition.ts';
import { type FieldsProps, placeAskedWords } from '../edition-form-words.page.ts';
import { LONGEST } from '../edition-settings.ts';
import { BudgetFields } from './budget-fields.page.tsx';
import { CriteriaFields } from './criteria-fields.page.tsx';
import { HelpFields } from './help-fields.page.tsx';
import type { SettingsPart } from './parts.ts';
import { RulesFields } from './rules-fields.page.tsx';

interface Props extends FieldsProps {
  part: SettingsPart;
  edition: Edition;
  /** Name of the kept file of the council's decision; null: none. */
  decisionFile: { name: string; href: string } | null;
}

/** The fields of one part, the same before and after the opening. */
export function PartFields({ part, edition, decisionFile, ...fields }: Props) {
  switch (part) {
    case 'presentation':
      return <PresentationFields edition={edition} {...fields} />;
    case 'places':
      return <PlacesFields {...fields} />;
    case 'budget':
      return <BudgetFields edition={edition} {...fields} />;
    case 'participation':
      return <ParticipationFields {...fields} />;
    case 'criteria':
      return <CriteriaFields {...fields} />;
    case 'help':
      return <HelpFields edition={edition} {...fields} />;
    case 'rules':
      return <RulesFields decisionFile={decisionFile} {...fields} />;
  }
}

function PresentationFields({ edition, typed, problems }: FieldsProps & { edition: Edition }) {
  return (
    <>
      <Field
        name="title"
        label={m.spaces_form_title()}
        hint={m.spaces_form_title_hint()}
        value={typed.title}
        problems={problems}
        required
      />
      {edition.openedAt === null ? (
        <Field
          name="slug"
          label={m.spaces_form_slug()}
          hint={m.spaces_form_slug_hint()}
          value={typed.slug}
          problems={problems}
          spellcheck={false}
          width="medium"
        />
      ) : (
        <OutputField label={m.spaces_form_slug()}>
          <code>{edition.slug}</code> {m.spaces_form_slug_permanent()}
          <input type="hidden" name="slug" value={edition.slug} />
        </OutputField>
      )}
      <TextArea
        name="summary"
        label={m.spaces_form_summary()}
        hint={m.spaces_form_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={4}
        limit={LONGEST.summary}
      />
    </>
  );
}

function PlacesFields({ typed, problems }: FieldsProps) {
  return (
    <>
      <TextArea
        name="categories"
        label={m.spaces_form_categories()}
        hint={m.spaces_form_categories_hint()}
        value={typed.categories}
        problems={problems}
        rows={7}
        required
      />
      <TextArea
        name="districts"
        label={m.spaces_form_districts()}
        hint={m.spaces_form_districts_hint()}
        value={typed.districts}
        problems={problems}
        rows={5}
      />
    </>
  );
}

export const ballotWords: Record<IntendedBallot, { label: () => string; hint: () => string }> = {
  approval: { label: m.setup_ballot_approval, hint: m.setup_ballot_approval_hint },
  knapsack: { label: m.setup_ballot_knapsack, hint: m.setup_ballot_knapsack_hint },
  points: { label: m.setup_ballot_points, hint: m.setup_ballot_points_hint },
  ranking: { label: m.setup_ballot_ranking, hint: m.setup_ballot_ranking_hint },
  judgment: { label: m.setup_ballot_judgment, hint: m.setup_ballot_judgment_hint },
};

function ParticipationFields({ typed, problems }: FieldsProps) {
  const number = (name: string, label: string, suffix?: string, hint?: string) => (
    <NumberField
      name={name}
      label={label}
      value={typed[name]}
      problems={problems}
      {...(suffix && { suffix })}
      {...(hint && { hint })}
    />
  );
  return (
    <>
      <Fieldset legend={m.spaces_form_people()}>
        {number(
          'minimumAgePropose',
          m.spaces_form_age_propose(),
          m.spaces_form_years(),
          m.spaces_form_age_hint(),
        )}
        {number(
          'minimumAgeVote',
          m.spaces_form_age_vote(),
          m.spaces_form_years(),
          m.spaces_form_age_hint(),
        )}
        <Checkbox
          name="residenceRequired"
          label={m.spaces_form_residence()}
          hint={m.spaces_form_residence_hint()}
          checked={typed.residenceRequired === 'oui'}
          problems={problems}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_ideas()}>
        {number('maximumIdeas', m.spaces_form_maximum_ideas())}
        {number('ideaLength', m.spaces_form_idea_length(), m.spaces_form_characters())}
        {number(
          'editMinutes',
          m.spaces_form_edit_minutes(),
          m.spaces_form_minutes(),
          m.spaces_form_edit_minutes_hint(),
        )}
        <Radios
          name="ideaPlace"
          label={m.territory_setting_place()}
          hint={m.territory_setting_place_hint()}
          value={typed.ideaPlace}
          problems={problems}
          options={IDEA_PLACES.map((value) => ({ value, label: placeAskedWords[value]() }))}
        />
        <Radios
          name="commentsOpen"
          label={m.comments_setting()}
          hint={m.comments_setting_hint()}
          look="row"
          value={typed.commentsOpen}
          problems={problems}
          options={[
            { value: 'oui', label: m.comments_setting_yes() },
            { value: 'non', label: m.comments_setting_no() },
          ]}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_vote()}>
        <Radios
          name="intendedBallot"
          label={m.setup_ballot()}
          hint={m.setup_ballot_hint()}
          value={typed.intendedBallot}
          problems={problems}
          look="cards"
          options={BALLOTS.map((ballot) => ({
            value: ballot,
            label: ballotWords[ballot].label(),
            hint: ballotWords[ballot].hint(),
          }))}
        />
        <OnlyFor choices={['approval', 'points', 'ranking', 'knapsack']}>
          {number('minimumChoices', m.spaces_form_minimum_choices())}
          {number('maximumChoices', m.spaces_form_maximum_choices(), '', m.setup_choices_hint())}
        </OnlyFor>
      </Fieldset>
    </>
  );
}
