import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { type Candidate, type Names, PARTS, type Part } from './thread.ts';

const partWords: Record<Part, () => string> = {
  holder: m.threads_part_holder,
  officer: m.threads_part_officer,
  technician: m.threads_part_technician,
};

/** Who studies the idea together, an empty place included; the office chooses. */
export function TeamSection(props: {
  at: { edition: string; idea: string };
  idea: Idea;
  team: ReadonlyMap<Part, string>;
  names: Names;
  /** null: the reader does not choose. */
  candidates: readonly Candidate[] | null;
}) {
  const { at, idea, team, names, candidates } = props;
  const nameOf = (id: string) => names.people.get(id) ?? m.threads_somebody();
  return (
    <>
      <DescriptionList
        items={PARTS.map((part) => {
          const member = team.get(part);
          return {
            term: partWords[part](),
            detail: member ? <bdi>{nameOf(member)}</bdi> : m.threads_part_nobody(),
          };
        })}
      />
      {candidates && (
        <details class="disclosure">
          <summary>{team.size === 0 ? m.threads_team_form() : m.threads_team_change()}</summary>
          <Form action={urls.changeTeam(at)}>
            {PARTS.map((part) => (
              <Select
                key={part}
                name={part}
                label={partWords[part]()}
                value={team.get(part) ?? ''}
                options={[
                  { value: '', label: m.threads_part_nobody() },
                  ...(part === 'holder'
                    ? idea.authorId
                      ? [{ value: idea.authorId, label: nameOf(idea.authorId) }]
                      : []
                    : candidates
                        .filter(({ parts }) => parts.includes(part))
                        .map(({ id, name, of }) => ({
                          value: id,
                          label: of ? `${name} · ${of}` : name,
                        }))),
                ]}
              />
            ))}
            <SubmitButton kind="secondary">{m.threads_team_save()}</SubmitButton>
          </Form>
        </details>
      )}
    </>
  );
}
