import * as m from '../../paraglide/messages.js';
import { Field, NumberField, Select } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Panel, Section, Stack } from '../../ui/layout.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type AssemblyState, stateOf, type Voter } from './assembly.ts';
import { collegeWords, voterWords, votesWords } from './assembly-words.page.ts';
import { AssemblyHeader, type AssemblyPlace, addressOf } from './frame.page.tsx';

interface Props {
  place: AssemblyPlace;
  voters: readonly Voter[];
  names: ReadonlyMap<string, string>;
  /** Whether a vote was opened: the roll stays as it was then. */
  isFixed: boolean;
  typed: Readonly<Record<string, string>>;
  problems: Problems;
}

/** The roll as whoever runs the assembly keeps it: who is there, how many votes each carries, in which college. */
export function RollPage({ place, voters, names, isFixed, typed, problems }: Props) {
  const at = addressOf(place);
  const state = stateOf(place.assembly);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <AssemblyHeader
        place={place}
        title={m.assembly_roll()}
        lead={isFixed ? m.assembly_roll_fixed() : m.assembly_roll_lead()}
        actions={
          state !== 'closed' && (
            <ButtonForm
              action={urls.assemblyRoll(at)}
              values={{ geste: 'completer' }}
              kind="secondary"
            >
              {m.assembly_roll_complete()}
            </ButtonForm>
          )
        }
      />
      {state === 'open' && (
        <Section title={m.assembly_who_is_there()}>
          <Presences {...{ place, voters, names, state }} />
        </Section>
      )}
      {isFixed ? (
        <Section title={m.assembly_roll_votes()}>
          <ul>
            {voters.map((voter) => (
              <li key={voter.personId}>
                <bdi>{voterWords(voter, names)}</bdi> · {votesWords(voter.votes)}
                {voter.college !== '' &&
                  ` · ${collegeWords(voter.college, place.assembly.colleges)}`}
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Section title={m.assembly_roll_votes()}>
          <Form action={urls.assemblyRoll(at)}>
            <Hidden name="geste" value="enregistrer" />
            {voters.map((voter) => (
              <VoterFields key={voter.personId} {...{ place, voter, names, typed, problems }} />
            ))}
            <SubmitButton size="large">{m.assembly_save()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Stack>
  );
}

function VoterFields({
  place,
  voter,
  names,
  typed,
  problems,
}: Omit<Props, 'voters' | 'isFixed'> & { voter: Voter }) {
  const { colleges } = place.assembly;
  const id = voter.personId;
  const name = names.get(id) ?? '';
  return (
    <Fieldset legend={<bdi>{name}</bdi>} id={`inscrit-${id}`}>
      <NumberField
        name={`voix-${id}`}
        label={m.assembly_field_votes()}
        value={typed[`voix-${id}`] ?? String(voter.votes)}
        problems={problems}
      />
      {colleges.length > 0 && (
        <Select
          name={`college-${id}`}
          label={m.assembly_field_college()}
          value={typed[`college-${id}`] ?? voter.college}
          options={colleges.map((one) => ({ value: one.key, label: one.name }))}
          problems={problems}
        />
      )}
      <Field
        name={`pour-${id}`}
        label={m.assembly_field_speaks_for()}
        value={typed[`pour-${id}`] ?? voter.speaksFor}
        problems={problems}
      />
    </Fieldset>
  );
}

function Presences({
  place,
  voters,
  names,
}: Pick<Props, 'place' | 'voters' | 'names'> & { state: AssemblyState }) {
  const at = addressOf(place);
  return (
    <Stack>
      {voters.map((voter) => (
        <Panel key={voter.personId}>
          <p>
            <bdi>{voterWords(voter, names)}</bdi>{' '}
            {voter.isPresent && <StateBadge tone="success">{m.assembly_present()}</StateBadge>}
          </p>
          <ButtonForm
            action={urls.assemblyPresence(at)}
            values={{ personne: voter.personId, presence: voter.isPresent ? 'non' : 'oui' }}
            kind="secondary"
            size="small"
            about={names.get(voter.personId) ?? ''}
          >
            {voter.isPresent ? m.assembly_note_left() : m.assembly_note_present()}
          </ButtonForm>
        </Panel>
      ))}
    </Stack>
  );
}
