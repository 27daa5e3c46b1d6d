import * as m from '../../../paraglide/messages.js';
import { FILE_LIMIT, type UploadRefusal } from '../../../platform/files/upload.ts';
import { Field, FileField } from '../../../ui/field.tsx';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { urls } from '../../../urls.ts';
import { LONGEST, type News } from '../news.ts';

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
              caption={m.deliver_picture_alt_is({ alt: picture.alt })}
            />
            <ButtonForm
              kind="quiet"
              size="small"
              icon="delete"
              action={urls.adminNewsPictureRemove(at)}
            >
              {m.deliver_picture_remove()}
            </ButtonForm>
          </div>
        )}
        <Form action={urls.adminNewsPicture(at)} upload label={m.news_picture()}>
          <FileField
            name="file"
            label={picture ? m.news_picture_other() : m.deliver_picture_file()}
            hint={m.deliver_picture_file_hint({ size: formatNumber(FILE_LIMIT / 1024 / 1024) })}
            accept="image/jpeg,image/png,image/webp"
            problems={problems}
            required
          />
          <Field
            name="alt"
            label={m.deliver_picture_alt()}
            hint={m.deliver_picture_alt_hint()}
            value={alt}
            problems={problems}
            autocomplete="off"
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

export type NewsPictureProblem = UploadRefusal | 'no-file' | 'alt-missing' | 'alt-too-long';

const kind = m.deliver_picture_kind;
const words: Record<NewsPictureProblem, () => string> = {
  'alt-missing': m.deliver_picture_alt_missing,
  'alt-too-long': () => m.deliver_refused_too_long({ max: formatNumber(LONGEST.alt) }),
  'no-file': m.guides_file_missing,
  'file-empty': m.guides_file_empty,
  'file-too-large': () =>
    m.guides_file_too_large({
      size: m.guides_megabytes({ size: formatNumber(FILE_LIMIT / 1024 / 1024) }),
    }),
  'file-kind': kind,
  'file-damaged': m.guides_file_damaged,
  'picture-too-large': m.guides_file_picture_too_large,
  // no document and no film is taken here: their kind is what is wrong
  'pdf-active': kind,
  'pdf-locked': kind,
  'document-active': kind,
  'document-locked': kind,
  'document-too-complex': kind,
  'video-too-large': kind,
};

export const sayNewsPictureProblem = (problem: NewsPictureProblem): Problems => ({
  [problem.startsWith('alt-') ? 'alt' : 'file']: words[problem](),
});
