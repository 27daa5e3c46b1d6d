import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ButtonForm, ButtonLink, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Actions, Panel, Stack } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { LENGTHS, type Petition, type PetitionState, STEP_KINDS } from './petition.ts';
import { petitionSegment, stepWords } from './petition-words.page.ts';

export type TypedStep = Record<'suite' | 'mots' | 'day' | 'month' | 'year', string>;

interface Props {
  petition: Petition;
  state: PetitionState;
  problems: Problems;
  step: TypedStep | undefined;
}

const NO_STEP: TypedStep = { suite: 'delivered', mots: '', day: '', month: '', year: '' };

/** What its team does next. */
export function TeamPanel({ petition, state, problems, step = NO_STEP }: Props) {
  const at = { petition: petitionSegment(petition) };
  return (
    <Panel title={m.petitions_team_title()}>
      <Stack>
        {state === 'draft' && <p>{m.petitions_draft_words()}</p>}
        {state === 'open' && <p>{m.petitions_close_words()}</p>}
        <Actions>
          {state === 'draft' && (
            <ButtonForm action={urls.publishPetition(at)} icon="megaphone">
              {m.petitions_publish()}
            </ButtonForm>
          )}
          <ButtonLink kind="secondary" icon="edit" href={urls.changePetition(at)}>
            {m.petitions_change()}
          </ButtonLink>
          {state === 'open' && (
            <ButtonForm action={urls.closePetition(at)} kind="secondary" icon="lock">
              {m.petitions_close()}
            </ButtonForm>
          )}
          {state !== 'draft' && (
            <ButtonLink kind="secondary" icon="download" href={urls.signersCsv(at)} download>
              {m.petitions_csv()}
            </ButtonLink>
          )}
        </Actions>
        {state !== 'draft' && (
          <Form action={urls.tellPetition(at)}>
            <Radios
              name="suite"
              label={m.petitions_step_label()}
              value={step.suite}
              problems={problems}
              required
              options={STEP_KINDS.map((value) => ({ value, label: stepWords[value]() }))}
            />
            <DateField
              name="jour"
              label={m.petitions_step_day()}
              value={step}
              problems={problems}
            />
            <TextArea
              name="mots"
              label={m.petitions_step_words()}
              value={step.mots}
              limit={LENGTHS.step}
              rows={3}
              problems={problems}
              required
            />
            <SubmitButton kind="secondary">{m.petitions_step_add()}</SubmitButton>
          </Form>
        )}
      </Stack>
    </Panel>
  );
}
