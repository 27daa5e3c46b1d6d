import * as m from '../../paraglide/messages.js';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { PictureFields, type PictureLimits } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import type { ShownPicture } from './action-text.page.tsx';
import { titleOf } from './action-words.page.ts';

const crumbs = (action: Action) => [
  { label: titleOf(action), href: urls.proposal({ action: actionSegment(action) }) },
];

/** Asks before a draft is thrown away. */
export function DeletePage({ action }: { action: Action }) {
  const at = { action: actionSegment(action) };
  return (
    <Column>
      <PageHeader
        title={m.propose_delete_title()}
        lead={m.propose_delete_words({ title: titleOf(action) })}
        breadcrumb={crumbs(action)}
      />
      <Actions>
        <ButtonForm kind="danger" icon="delete" action={urls.proposalDelete(at)}>
          {m.propose_delete()}
        </ButtonForm>
        <ButtonLink kind="secondary" href={urls.proposal(at)}>
          {m.propose_delete_keep()}
        </ButtonLink>
      </Actions>
    </Column>
  );
}

interface PictureProps {
  action: Action;
  picture: ShownPicture | null;
  limits: PictureLimits;
  alt: string;
  problems: Problems;
}

/** The picture of an action, cleaned as it comes in, with its words for those who do not see it. */
export function PicturePage({ action, picture, limits, alt, problems }: PictureProps) {
  const at = { action: actionSegment(action) };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.propose_picture_title()}
        lead={m.propose_picture_lead()}
        breadcrumb={crumbs(action)}
      />
      {picture && (
        <>
          <Picture
            src={urls.proposalImage(at)}
            alt={picture.alt}
            width={picture.width ?? 1}
            height={picture.height ?? 1}
            caption={m.ui_picture_alt_is({ alt: picture.alt })}
          />
          <ButtonForm
            kind="quiet"
            icon="delete"
            action={urls.proposalPictureRemove(at)}
            about={picture.alt}
          >
            {m.propose_picture_remove()}
          </ButtonForm>
        </>
      )}
      <Form action={urls.proposalPicture(at)} upload label={m.propose_picture_title()}>
        <PictureFields limits={limits} alt={alt} problems={problems} required />
        <SubmitButton icon="picture">{m.propose_picture_keep()}</SubmitButton>
      </Form>
    </Column>
  );
}
