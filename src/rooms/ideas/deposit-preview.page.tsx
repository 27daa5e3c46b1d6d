import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { ButtonLink, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Actions, Panel, Section } from '../../ui/layout.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { Attachments } from './attachments.page.tsx';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { lookOf } from './category.page.ts';
import { CriteriaFields } from './deposit-criteria.page.tsx';
import { DepositFrame } from './deposit-frame.page.tsx';
import type { Draft } from './draft.ts';
import { VideoLink } from './film.page.tsx';
import { isPlaced } from './place/place.ts';
import { PlaceView } from './place/place-view.page.tsx';
import type { ProposerRefusal } from './proposer.ts';
import { proposerWords } from './words.page.ts';

interface Props {
  board: Board;
  open: boolean;
  draft: Draft;
  signedIn: boolean;
  /** What stands in the way of this person, known before they try. */
  refusal: ProposerRefusal | null;
  /** The text cannot be published as it is. */
  incomplete: boolean;
  /** The edition wants to know where it is, and nobody said it. */
  placeMissing: boolean;
  /** How many more ideas this person may publish here. */
  left: number | null;
  problems: Problems;
  ground: MapGround;
  outside: boolean | null;
}

/** Last screen: the idea as others will read it, and one button. */
export function DepositPreviewPage(props: Props) {
  const { board, draft } = props;
  const to = addressesOf(board);
  const at = { draft: draft.id };
  const lang = draft.lang === getLocale() ? undefined : draft.lang;
  const look = lookOf(board.categories, draft.categoryId);
  const asked = board.ideaPlace !== 'not-asked';
  return (
    <DepositFrame
      board={board}
      open={props.open}
      step="preview"
      lead={m.ideas_preview_lead()}
      problems={props.problems}
      backHref={to.depositFiles(at)}
    >
      <Panel>
        <h2 lang={lang}>
          <bdi>{draft.title}</bdi>
        </h2>
        {look && (
          <p>
            <Tag icon={look.icon} tint={look.tint}>
              {look.label}
            </Tag>
          </p>
        )}
        <Prose text={draft.body} {...(lang && { lang })} />
        <Attachments title={draft.title} attachments={draft.files} />
        <VideoLink link={draft.videoLink} />
        {asked && isPlaced(draft.place) && (
          <Section title={m.territory_place_where()} level={3}>
            <PlaceView place={draft.place} outside={props.outside} ground={props.ground} />
          </Section>
        )}
      </Panel>
      <Actions>
        <ButtonLink kind="secondary" size="small" icon="edit" href={to.depositText(at)}>
          {m.ideas_preview_edit_text()}
        </ButtonLink>
        <ButtonLink kind="secondary" size="small" icon="picture" href={to.depositFiles(at)}>
          {m.ideas_preview_edit_files()}
        </ButtonLink>
        {asked && (
          <ButtonLink kind="secondary" size="small" icon="place" href={to.depositPlace(at)}>
            {m.territory_place_edit()}
          </ButtonLink>
        )}
      </Actions>
      <WhatNext {...props} />
      <p>
        <a href={to.depositAbandon(at)}>{m.ideas_abandon()}</a>
      </p>
    </DepositFrame>
  );
}

function WhatNext(props: Props) {
  const { board, draft, open, signedIn, refusal, incomplete, left, problems } = props;
  const to = addressesOf(board);
  const at = { draft: draft.id };
  if (incomplete) {
    return (
      <Notice
        tone="warning"
        title={m.ideas_preview_incomplete_title()}
        actions={<ButtonLink href={to.depositText(at)}>{m.ideas_preview_edit_text()}</ButtonLink>}
      >
        {m.ideas_preview_incomplete()}
      </Notice>
    );
  }
  if (props.placeMissing) {
    return (
      <Notice
        tone="warning"
        title={m.ideas_preview_incomplete_title()}
        actions={<ButtonLink href={to.depositPlace(at)}>{m.territory_place_title()}</ButtonLink>}
      >
        {m.territory_place_refused_missing()}
      </Notice>
    );
  }
  if (!open) return null;
  if (!signedIn) {
    return (
      <Ask
        action={to.depositPublish(at)}
        title={m.ideas_publish_sign_in_title()}
        button={m.ideas_publish_sign_in()}
      >
        {m.ideas_publish_sign_in_lead()}
      </Ask>
    );
  }
  if (refusal === 'identity-missing') {
    return (
      <Ask
        action={to.depositPublish(at)}
        title={m.ideas_publish_identity_title()}
        button={m.ideas_publish_identity()}
      >
        {identityWords(board)}
      </Ask>
    );
  }
  if (refusal) return <Notice tone="warning">{proposerWords(refusal, board)}</Notice>;
  return (
    <>
      <p>
        {m.ideas_preview_rules({ minutes: board.editMinutes })}
        {left !== null && ` ${m.ideas_preview_left({ count: left })}`}
      </p>
      <Form action={to.depositPublish(at)}>
        <CriteriaFields board={board} ticked={draft.criteriaTicked} problems={problems} />
        <Actions>
          <SubmitButton size="large">{m.ideas_publish()}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}

function identityWords(board: Board): string {
  if (!board.residenceRequired) {
    return m.ideas_publish_identity_lead_age({ age: board.minimumAgePropose });
  }
  return board.minimumAgePropose > 0
    ? m.ideas_publish_identity_lead({ age: board.minimumAgePropose })
    : m.ideas_publish_identity_lead_residence();
}

/** What is asked before publishing: the button goes there, and one comes back here. */
function Ask(props: {
  action: string;
  title: string;
  button: string;
  children: ComponentChildren;
}) {
  return (
    <NextStep
      title={props.title}
      actions={
        <Form action={props.action}>
          <SubmitButton size="large">{props.button}</SubmitButton>
        </Form>
      }
    >
      <p>{props.children}</p>
    </NextStep>
  );
}
