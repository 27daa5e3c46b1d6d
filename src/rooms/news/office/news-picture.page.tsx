import * as m from '../../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section, Stack } from '../../../ui/layout.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import type { News } from '../news.ts';

/** The picture of an item, never without words for those who do not see it (R81). */
export function NewsPicturePart(props: { news: News; alt: string; problems: Problems }) {
  const { news, alt, problems } = props;
  const at = { news: news.number };
  const { picture } = news;
  return (
    <Section title={m.news_picture()} lead={m.news_picture_lead()} id="image">
      <Stack>
        {picture && (
          <div>
            <Picture
              src={urls.adminNewsPictureFile(at, { v: picture.fileId })}
              alt={picture.alt}
              width={picture.width ?? 1}
              height={picture.height ?? 1}
              caption={m.ui_picture_alt_is({ alt: picture.alt })}
            />
            <ButtonForm
              kind="quiet"
              size="small"
              icon="delete"
              action={urls.adminNewsPictureRemove(at)}
            >
              {m.ui_picture_remove()}
            </ButtonForm>
          </div>
        )}
        <Form action={urls.adminNewsPicture(at)} upload label={m.news_picture()}>
          <PictureFields
            limits={PICTURE_LIMITS}
            label={picture ? m.news_picture_other() : m.ui_picture()}
            alt={alt}
            problems={problems}
            required
          />
          <SubmitButton kind="secondary" icon="plus">
            {m.news_picture_keep()}
          </SubmitButton>
        </Form>
      </Stack>
    </Section>
  );
}
