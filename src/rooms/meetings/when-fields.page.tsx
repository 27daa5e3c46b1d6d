import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Fieldset, type Problems } from '../../ui/form.tsx';

export interface TypedMoment {
  day: string;
  month: string;
  year: string;
  time: string;
}

interface Props {
  typed: { starts: TypedMoment; ends: TypedMoment };
  problems: Problems;
}

/** From when to when, of a meeting or of a session of one. */
export function WhenFields({ typed, problems }: Props) {
  return (
    <Fieldset legend={m.meetings_when()}>
      <DateField
        name="debut"
        label={m.meetings_starts()}
        value={typed.starts}
        problems={problems}
        withTime
        required
      />
      <DateField
        name="fin"
        label={m.meetings_ends()}
        value={typed.ends}
        problems={problems}
        withTime
        required
      />
    </Fieldset>
  );
}
