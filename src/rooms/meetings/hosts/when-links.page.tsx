import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';

interface Props {
  when: 'coming' | 'past';
  href: (when: 'coming' | 'past') => string;
}

/** « À venir » and « Passés »: the one that is shown is said, the other is a link. */
export function WhenLinks({ when, href }: Props) {
  return (
    <nav aria-label={m.meetings_when_label()}>
      <Actions>
        <strong aria-current="true">
          {when === 'past' ? m.meetings_when_past() : m.meetings_when_coming()}
        </strong>
        <ButtonLink
          kind="quiet"
          size="small"
          icon="calendar"
          href={href(when === 'past' ? 'coming' : 'past')}
        >
          {when === 'past' ? m.meetings_see_coming() : m.meetings_see_past()}
        </ButtonLink>
      </Actions>
    </nav>
  );
}
