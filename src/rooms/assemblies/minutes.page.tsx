import * as m from '../../paraglide/messages.js';
import { TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { ASSEMBLY_LENGTHS } from './assembly.ts';
import { AssemblyHeader, type AssemblyPlace, addressOf } from './frame.page.tsx';

interface Props {
  place: AssemblyPlace;
  typed: string;
  version: number;
  problems: Problems;
}

/** The minutes (« procès-verbal ») of what is over: they begin with what the votes and the roll say. */
export function MinutesPage({ place, typed, version, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <AssemblyHeader place={place} title={m.assembly_minutes()} lead={m.assembly_minutes_lead()} />
      <Form action={urls.assemblyMinutes(addressOf(place))}>
        <Hidden name="version" value={version} />
        <TextArea
          name="texte"
          label={m.assembly_minutes_text()}
          hint={m.assembly_field_marked_hint()}
          value={typed}
          limit={ASSEMBLY_LENGTHS.minutes}
          rows={24}
          problems={problems}
          required
        />
        <Actions>
          <SubmitButton size="large" name="geste" value="publier">
            {place.assembly.minutesAt ? m.assembly_save() : m.assembly_minutes_publish()}
          </SubmitButton>
          {!place.assembly.minutesAt && (
            <SubmitButton kind="secondary" name="geste" value="garder">
              {m.assembly_minutes_keep()}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Column>
  );
}
