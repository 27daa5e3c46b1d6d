import * as m from '../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../platform/files/upload.ts';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { Picture } from '../../ui/picture.tsx';
import { PictureFields } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import type { Petition } from './petition.ts';
import { petitionSegment, pictureOf } from './petition-words.page.ts';

/** The picture of a mobilisation as its team gives it, never without words for those who do not see it. */
export function PicturePart(props: { petition: Petition; alt: string; problems: Problems }) {
  const { petition, alt, problems } = props;
  const at = { petition: petitionSegment(petition) };
  const picture = pictureOf(petition);
  return (
    <Section title={m.petitions_picture()} lead={m.petitions_picture_lead()} id="image">
      <Stack>
        {picture && (
          <div>
            <Picture {...picture} caption={m.ui_picture_alt_is({ alt: picture.alt })} />
            <ButtonForm
              kind="quiet"
              size="small"
              icon="delete"
              action={urls.petitionPictureRemove(at)}
            >
              {m.ui_picture_remove()}
            </ButtonForm>
          </div>
        )}
        <Form action={urls.petitionPicture(at)} upload label={m.petitions_picture()}>
          <PictureFields
            limits={PICTURE_LIMITS}
            label={picture ? m.petitions_picture_other() : m.ui_picture()}
            alt={alt}
            problems={problems}
            required
          />
          <SubmitButton kind="secondary" icon="plus">
            {m.petitions_picture_keep()}
          </SubmitButton>
        </Form>
      </Stack>
    </Section>
  );
}
