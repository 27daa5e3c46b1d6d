import * as m from '../../../../paraglide/messages.js';
import { Checkboxes } from '../../../../ui/choices.tsx';
import { Select } from '../../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/layout.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { DescriptionList } from '../../../../ui/table.tsx';
import { urls } from '../../../../urls.ts';
import { type Candidate, PARTS, type Part } from '../team.ts';
import { partWords } from '../words.page.ts';
import type { PeopleProps } from './people.page.tsx';

/** The team, an empty place included: officers name it, the department that leads reads it. */
export function TeamSection(props: PeopleProps) {
  const { realisation, team, isOfficer, isProposed } = props;
  if (realisation.mode !== 'team')
    return (
      <Section title={m.together_team_title()} id="equipe">
        <p>{m.together_team_services()}</p>
      </Section>
    );
  const missing = PARTS.filter((part) => !team.some((one) => one.part === part));
  return (
    <Section title={m.together_team_title()} lead={m.together_team_lead()} id="equipe">
      {team.length > 0 && (
        <DescriptionList
          items={PARTS.map((part) => ({
            term: partWords[part](),
            detail: <Names {...props} part={part} />,
          }))}
        />
      )}
      {missing.length > 0 && (
        <Notice tone="warning">
          {team.length === 0
            ? m.together_team_nobody()
            : m.together_team_missing({
                parts: missing.map((part) => partWords[part]()).join(', '),
              })}
        </Notice>
      )}
      {isOfficer && (
        <>
          {isProposed && <Notice>{m.together_team_proposed()}</Notice>}
          <TeamForm {...props} />
        </>
      )}
    </Section>
  );
}

function Names({ team, memberNames, part }: PeopleProps & { part: Part }) {
  const own = team.filter((one) => one.part === part);
  if (own.length === 0) return <>{m.together_nobody()}</>;
  return (
    <>
      {own.map(({ personId }, at) => (
        <>
          {at > 0 && ', '}
          <bdi>{memberNames.get(personId) || m.together_somebody()}</bdi>
        </>
      ))}
    </>
  );
}

function TeamForm({ at, candidates, chosen, mark, memberNames, problems }: PeopleProps) {
  const idsOf = (part: Part) => chosen.flatMap((one) => (one.part === part ? [one.personId] : []));
  // somebody who left their role stays until another is chosen
  const choices = (part: Part): Candidate[] => [
    ...candidates[part],
    ...idsOf(part)
      .filter((id) => !candidates[part].some(({ personId }) => personId === id))
      .map((personId) => ({ personId, name: memberNames.get(personId) ?? '', of: '' })),
  ];
  const holders = choices('holder');
  return (
    <Form action={urls.adminDeliveryTeam(at)} label={m.together_team_save()}>
      <Hidden name="mark" value={mark} />
      {holders.length === 0 ? (
        <p>{m.together_team_no_holder()}</p>
      ) : (
        <Checkboxes
          name="holder"
          label={partWords.holder()}
          hint={m.together_team_holder_hint()}
          values={idsOf('holder')}
          options={holders.map(({ personId, name }) => ({
            value: personId,
            label: <bdi>{name || m.together_somebody()}</bdi>,
          }))}
          problems={problems}
        />
      )}
      {(['officer', 'technician'] as const).map((part) => (
        <Select
          key={part}
          name={part}
          label={partWords[part]()}
          hint={part === 'technician' ? m.together_team_technician_hint() : undefined}
          value={idsOf(part)[0] ?? ''}
          empty={m.together_nobody()}
          options={choices(part).map(({ personId, name, of }) => ({
            value: personId,
            label: of ? `${name} · ${of}` : name || m.together_somebody(),
          }))}
          problems={problems}
        />
      ))}
      <SubmitButton kind="secondary">{m.together_team_save()}</SubmitButton>
    </Form>
  );
}
