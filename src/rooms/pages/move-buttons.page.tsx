import * as m from '../../paraglide/messages.js';
import { ButtonForm } from '../../ui/form.tsx';

/** A step up, a step down: of what is first and of what is last only the one that leads somewhere. */
export function MoveButtons(props: {
  action: string;
  about: string;
  first: boolean;
  last: boolean;
}) {
  const { action, about } = props;
  return (
    <>
      {!props.first && (
        <ButtonForm
          action={action}
          values={{ sens: 'haut' }}
          kind="quiet"
          size="small"
          icon="arrow-up"
          about={about}
        >
          {m.guides_up()}
        </ButtonForm>
      )}
      {!props.last && (
        <ButtonForm
          action={action}
          values={{ sens: 'bas' }}
          kind="quiet"
          size="small"
          icon="arrow-down"
          about={about}
        >
          {m.guides_down()}
        </ButtonForm>
      )}
    </>
  );
}
