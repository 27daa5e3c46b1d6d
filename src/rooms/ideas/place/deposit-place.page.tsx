import * as m from '../../../paraglide/messages.js';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { DepositFrame } from '../deposit-frame.page.tsx';
import { PlaceFields, type PlaceFieldsProps } from './place-fields.page.tsx';

/** A screen of the wizard: where the idea is. */
export function DepositPlacePage(props: {
  edition: Edition;
  open: boolean;
  draftId: string;
  fields: PlaceFieldsProps;
}) {
  const { edition, draftId, fields } = props;
  const at = { edition: edition.slug, draft: draftId };
  return (
    <DepositFrame
      edition={edition}
      open={props.open}
      step="place"
      lead={fields.required ? m.territory_place_lead_required() : m.territory_place_lead_optional()}
      problems={fields.problems}
      backHref={urls.depositText(at)}
    >
      <Form action={urls.depositPlace(at)}>
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
