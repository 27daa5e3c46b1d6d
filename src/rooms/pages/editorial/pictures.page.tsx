import * as m from '../../../paraglide/messages.js';
import { fileSegment, PICTURE_LIMITS, SMALL_WIDTH } from '../../../platform/files/upload.ts';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Picture, type PictureProps } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import type { Written } from '../languages.ts';
import type { EditorialPage } from './editorial.ts';
import { MOST_PICTURES, type PagePicture } from './picture.ts';
import type { Shelf } from './shelf.ts';
import { addressesOf, crumbsOf } from './shelf-address.page.ts';

/** Pictures of a page as its text shows them, by number: words in the reader's language where there are some. */
export const placeable = (
  pictures: readonly PagePicture[],
  locale: Written,
): ReadonlyMap<number, PictureProps> =>
  new Map(pictures.map((picture) => [picture.number, asShown(picture, locale)]));

function asShown(picture: PagePicture, locale: Written): PictureProps {
  const whole = urls.file({ file: fileSegment(picture) });
  const { width, height, alt, altEn } = picture;
  return {
    src: whole,
    srcset: `${urls.file({ file: fileSegment(picture, 'small') })} ${Math.min(width, SMALL_WIDTH)}w, ${whole} ${width}w`,
    sizes: '(min-width: 48em) 44em, 100vw',
    alt: locale === 'en' && altEn !== '' ? altEn : alt,
    width,
    height,
  };
}

interface Props {
  shelf: Shelf;
  page: EditorialPage;
  pictures: readonly PagePicture[];
  /** Numbers that the text places. */
  placed: ReadonlySet<number>;
  typed: { alt: string; altEn: string };
  problems: Problems;
}

/** Pictures of one page: sent here with their words, then placed in its text by a line of its own. */
export function PicturesPage({ shelf, page, pictures, placed, typed, problems }: Props) {
  const to = addressesOf(shelf);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.pages_pictures_title()}
        lead={m.pages_pictures_lead()}
        breadcrumb={[...crumbsOf(shelf), { label: page.title, href: to.form(page.slug) }]}
      />
      {pictures.length === 0 ? (
        <EmptyState icon="picture" title={m.pages_pictures_none()}>
          <p>{m.pages_pictures_none_words()}</p>
        </EmptyState>
      ) : (
        <Section title={m.pages_pictures_list()}>
          <Stack>
            {pictures.map((picture) => (
              <div key={picture.number}>
                <p>
                  <code>{`[image ${picture.number}]`}</code>
                  {' · '}
                  {placed.has(picture.number)
                    ? m.pages_picture_placed()
                    : m.pages_picture_unplaced()}
                </p>
                <Picture
                  {...asShown(picture, 'fr')}
                  caption={m.ui_picture_alt_is({ alt: picture.alt })}
                />
                {!placed.has(picture.number) && (
                  <ButtonForm
                    kind="quiet"
                    size="small"
                    icon="delete"
                    action={to.dropPicture(page.slug, {}, { picture: picture.number })}
                    about={picture.alt}
                  >
                    {m.ui_picture_remove()}
                  </ButtonForm>
                )}
              </div>
            ))}
          </Stack>
        </Section>
      )}
      {pictures.length < MOST_PICTURES && (
        <Section title={m.pages_picture_add()}>
          <Form action={to.pictures(page.slug)} upload label={m.pages_picture_add()}>
            <PictureFields limits={PICTURE_LIMITS} alt={typed.alt} problems={problems} required />
            <Field
              name="alt-en"
              label={m.pages_picture_alt_en()}
              value={typed.altEn}
              problems={problems}
              autocomplete="off"
            />
            <SubmitButton icon="plus">{m.pages_picture_send()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Column>
  );
}
