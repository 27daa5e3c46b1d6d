import * as m from '../../../paraglide/messages.js';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import type { Board } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.ts';
import { DepositFrame } from '../deposit-frame.page.tsx';
import { PlaceFields, type PlaceFieldsProps } from './place-fields.page.tsx';

/** A screen of the wizard: where the idea is. */
export function DepositPlacePage(props: {
  board: Board;
  open: boolean;
  draftId: string;
  fields: PlaceFieldsProps;
}) {
  const { board, draftId, fields } = props;
  const to = addressesOf(board);
  const at = { draft: draftId };
  return (
    <DepositFrame
      board={board}
      open={props.open}
      step="place"
      lead={fields.required ? m.territory_place_lead_required() : m.territory_place_lead_optional()}
      problems={fields.problems}
      backHref={to.depositText(at)}
    >
      <Form action={to.depositPlace(at)}>
        <PlaceFields {...fields} />
        <Actions>
          <SubmitButton size="large" name="act" value="save">
            {fields.outside ? m.territory_place_continue_outside() : m.territory_place_continue()}
          </SubmitButton>
        </Actions>
      </Form>
    </DepositFrame>
  );
}
