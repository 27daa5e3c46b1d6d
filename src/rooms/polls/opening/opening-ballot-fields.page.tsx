import * as m from '../../../paraglide/messages.js';
import { OnlyFor, Radios } from '../../../ui/choices.tsx';
import { OptionalNumber, TextArea } from '../../../ui/field.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import { type BallotScreen, type Subject, USUAL_MENTIONS } from '../settings.ts';
import { chooseAmong, type FieldsProps, type FormGround } from './opening-parts.page.tsx';
import { SCREENS, SUBJECTS } from './opening-settings.ts';

const subjectWords: Record<Subject, { label: () => string; hint: () => string }> = {
  projects: { label: m.opening_subject_projects, hint: m.opening_subject_projects_hint },
  people: { label: m.opening_subject_people, hint: m.opening_subject_people_hint },
  questions: { label: m.opening_subject_questions, hint: m.opening_subject_questions_hint },
};

export const screenWords: Record<BallotScreen, { label: () => string; hint: () => string }> = {
  approval: { label: m.opening_ballot_approval, hint: m.opening_ballot_approval_hint },
  knapsack: { label: m.opening_ballot_knapsack, hint: m.opening_ballot_knapsack_hint },
  points: { label: m.opening_ballot_points, hint: m.opening_ballot_points_hint },
  ranking: { label: m.opening_ballot_ranking, hint: m.opening_ballot_ranking_hint },
  judgment: { label: m.opening_ballot_judgment, hint: m.opening_ballot_judgment_hint },
  'yes-no': { label: m.opening_ballot_yes_no, hint: m.opening_ballot_yes_no_hint },
};

/** Ballots that hold a number of choices of their own. */
const COUNTED: readonly BallotScreen[] = ['approval', 'knapsack', 'points', 'ranking'];

/** What is put to the vote, and how a ballot is filled in. */
export function BallotFields({ ground, ...fields }: FieldsProps & { ground: FormGround }) {
  const { typed, problems } = fields;
  const number = (name: string, label: string, hint: string, suffix?: string) => (
    <OptionalNumber
      {...{ name, label, hint, typed, problems }}
      {...(suffix !== undefined && { suffix })}
    />
  );
  return (
    <>
      <Fieldset legend={m.opening_what()}>
        <Radios
          name="subject"
          label={m.opening_subject()}
          value={typed.subject}
          problems={problems}
          options={SUBJECTS.map((subject) => ({
            value: subject,
            label: subjectWords[subject].label(),
            hint: subjectWords[subject].hint(),
          }))}
        />
        <OnlyFor choices={['people', 'questions']}>
          <TextArea
            name="labels"
            label={m.opening_labels()}
            hint={m.opening_labels_hint()}
            value={typed.labels}
            problems={problems}
            rows={4}
          />
        </OnlyFor>
      </Fieldset>
      <Fieldset legend={m.opening_ballot()}>
        <Radios
          name="ballot"
          label={m.opening_ballot_kind()}
          value={typed.ballot}
          problems={problems}
          look="cards"
          options={SCREENS.map((screen) => ({
            value: screen,
            label: screenWords[screen].label(),
            hint: screenWords[screen].hint(),
          }))}
        />
        <OnlyFor choices={COUNTED}>
          {number('minimum', m.opening_minimum(), m.opening_minimum_hint())}
          {number('maximum', m.opening_maximum(), m.opening_maximum_hint())}
        </OnlyFor>
        <OnlyFor choices={['knapsack']}>
          {number('share', m.opening_share(), m.opening_share_hint(), '%')}
        </OnlyFor>
        <OnlyFor choices={['points']}>
          {number('points', m.opening_points(), m.opening_points_hint())}
          {number('cap', m.opening_cap(), m.opening_cap_hint())}
        </OnlyFor>
        <OnlyFor choices={['judgment']}>
          <TextArea
            name="mentions"
            label={m.opening_mentions()}
            hint={m.opening_mentions_hint()}
            value={typed.mentions ?? USUAL_MENTIONS.join('\n')}
            problems={problems}
            rows={5}
          />
          {chooseAmong(fields, 'defaultGrade', m.opening_default_grade(), [
            { value: '', label: m.opening_default_grade_worst() },
            { value: '1', label: m.opening_default_grade_second() },
            { value: '2', label: m.opening_default_grade_third() },
          ])}
        </OnlyFor>
        {ground.categories.length + ground.districts.length > 0 && (
          <TextArea
            name="groups"
            label={m.opening_groups()}
            hint={m.opening_groups_hint({
              name: ground.categories[0] ?? ground.districts[0] ?? '',
            })}
            value={typed.groups}
            problems={problems}
            rows={3}
          />
        )}
      </Fieldset>
    </>
  );
}
