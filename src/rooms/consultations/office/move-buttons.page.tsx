import * as m from '../../../paraglide/messages.js';
import { ButtonForm } from '../../../ui/form.tsx';

interface Props {
  action: string;
  /** What is moved, said to screen readers after the label. */
  about: string;
  isFirst: boolean;
  isLast: boolean;
}

/** One place up, one place down; at an end of the list that button is not there. */
export function MoveButtons({ action, about, isFirst, isLast }: Props) {
  return (
    <>
      {!isFirst && (
        <ButtonForm
          action={action}
          values={{ sens: 'haut' }}
          kind="quiet"
          size="small"
          icon="arrow-up"
          about={about}
        >
          {m.spaceoffice_up()}
        </ButtonForm>
      )}
      {!isLast && (
        <ButtonForm
          action={action}
          values={{ sens: 'bas' }}
          kind="quiet"
          size="small"
          icon="arrow-down"
          about={about}
        >
          {m.spaceoffice_down()}
        </ButtonForm>
      )}
    </>
  );
}
