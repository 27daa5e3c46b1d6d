import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import type { RelatedLink, Standing } from '../../platform/http/visit.ts';
import { Meta } from '../../ui/card.tsx';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Column, Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../comments/index.page.ts';
import { ReportLink } from '../moderation/index.page.ts';
import { FollowButton, type Following } from '../notifications/index.page.ts';
import { RelatedLinks } from '../spaces/index.page.ts';
import { NeedPanel } from './afterlife/need.page.tsx';
import { WithdrawalNotice, WithdrawPanel } from './afterlife/withdrawal-part.page.tsx';
import { Attachments } from './attachments.page.tsx';
import { Author } from './author.page.tsx';
import { acceptsIdeas, type Board, depositDates, takesSupports } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { type Beside, BoardFrame } from './boards/board-frame.page.tsx';
import { backWords } from './boards/board-words.page.ts';
import { lookOf } from './category.page.ts';
import { VideoLink } from './film.page.tsx';
import {
  editableUntil,
  type Idea,
  isOwn,
  type SupportRefusal,
  type WithdrawalRefusal,
} from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { isPlaced } from './place/place.ts';
import { PlaceView } from './place/place-view.page.tsx';
import { supportWords } from './words.page.ts';

interface Props {
  board: Board;
  beside: Beside;
  idea: Idea & { supported: boolean };
  now: Date;
  personId: string | null;
  related: readonly RelatedLink[];
  /** What is said under it; null: its edition has none. */
  comments: CommentsProps | null;
  standings: readonly Standing[];
  following: Following;
  ground: MapGround;
  /** They were on their way to support it when they were asked to sign in. */
  wantsToSupport?: boolean;
  refusal?: SupportRefusal | WithdrawalRefusal;
}

export function IdeaDetailPage(props: Props) {
  const { board, idea, now } = props;
  const to = addressesOf(board);
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  const look = lookOf(board.categories, idea.categoryId);
  return (
    <BoardFrame board={board} beside={props.beside} now={now}>
      <PageHeader
        title={idea.title}
        {...(lang && { lang })}
        breadcrumb={[{ label: backWords(board), href: to.ideas({}) }]}
        meta={
          <>
            {look && (
              <Tag icon={look.icon} tint={look.tint}>
                {look.label}
              </Tag>
            )}
            <Meta
              facts={[
                m.ideas_number({ number: idea.number }),
                <Author idea={idea} />,
                m.ideas_published_on({ date: formatDate(idea.publishedAt, 'day') }),
                ...(idea.editedAt
                  ? [
                      <a href={to.ideaVersions({ idea: ideaSegment(idea) })}>
                        {m.ideas_edited_on({ date: formatDate(idea.editedAt, 'day') })}
                      </a>,
                    ]
                  : []),
              ]}
            />
          </>
        }
      />
      {idea.withdrawal && <WithdrawalNotice withdrawal={idea.withdrawal} />}
      <Split aside={<Aside {...props} />}>
        {props.standings.map((standing) => (
          <StandingPanel key={standing.label} standing={standing} />
        ))}
        <Prose text={idea.body} {...(lang && { lang })} />
        <Attachments title={idea.title} attachments={idea.attachments} />
        <VideoLink link={idea.videoLink} />
        {isPlaced(idea.place) && (
          <Section title={m.territory_place_where()}>
            <PlaceView place={idea.place} outside={idea.place.outside} ground={props.ground} />
          </Section>
        )}
        <RelatedLinks links={props.related} />
      </Split>
      {/* under the aside too: on a phone one supports before one reads what others say */}
      {props.comments && (
        <Column>
          <CommentsBlock {...props.comments} />
        </Column>
      )}
    </BoardFrame>
  );
}

/** What was decided about it, before its own words: most people come to the page for that. */
function StandingPanel({ standing }: { standing: Standing }) {
  const { label, tone, state, at, because, text, link } = standing;
  return (
    <Panel title={label} tone="quiet">
      <Stack>
        <p>
          <StateBadge tone={tone}>{state}</StateBadge>{' '}
          <span class="hint">{formatDate(at, 'day')}</span>
        </p>
        {because && <p>{because}</p>}
        {text !== '' && <Prose text={text} />}
        {link && (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        )}
      </Stack>
    </Panel>
  );
}

function Aside(props: Props) {
  return (
    <>
      {props.refusal && <Notice tone="warning">{supportWords(props.refusal)}</Notice>}
      <SupportPanel {...props} />
      <EditPanel {...props} />
      <NeedPanel {...props} />
      <FollowPanel {...props} />
      <ExchangesPanel {...props} />
      {isOwn(props.idea, props.personId) && <WithdrawPanel {...props} />}
      <ReportLink kind="idea" id={props.idea.id} isOwn={isOwn(props.idea, props.personId)} />
    </>
  );
}

function SupportPanel({ board, idea, now, personId, wantsToSupport }: Props) {
  const at = { idea: idea.number };
  const to = addressesOf(board);
  const open = takesSupports(board, now) && !idea.withdrawal;
  const until = depositDates(board).closesAt;
  if (!board.supported && idea.supportCount === 0) return null;
  const own = isOwn(idea, personId);
  const pending = wantsToSupport && personId !== null && open && !own && !idea.supported;
  return (
    <Panel
      title={m.ideas_supports({ count: idea.supportCount })}
      tone={pending ? 'brand' : 'plain'}
    >
      <Stack>
        {pending && (
          <Notice tone="info" title={m.ideas_support_pending_title()}>
            {m.ideas_support_pending()}
          </Notice>
        )}
        {!open ? (
          <p>{idea.withdrawal ? m.afterlife_refused_support() : m.ideas_support_closed()}</p>
        ) : own ? (
          <p>{m.ideas_support_own()}</p>
        ) : idea.supported ? (
          <>
            <p>
              <Icon name="success" /> {m.ideas_you_support()}
            </p>
            <ButtonForm action={to.withdrawSupport(at)} kind="secondary">
              {m.ideas_withdraw_button()}
            </ButtonForm>
          </>
        ) : (
          <>
            <ButtonForm action={to.supportIdea(at)} icon="support">
              {m.ideas_support_button()}
            </ButtonForm>
            <p class="hint">
              {personId === null
                ? m.ideas_support_sign_in()
                : board.kind === 'component'
                  ? m.boards_support_explained()
                  : until && m.ideas_support_explained({ date: formatDate(until) })}
              {board.mostSupports !== null &&
                ` ${m.boards_support_most({ count: board.mostSupports })}`}
            </p>
          </>
        )}
      </Stack>
    </Panel>
  );
}

function EditPanel({ board, idea, now, personId }: Props) {
  const until = editableUntil(idea, board);
  const canEdit =
    isOwn(idea, personId) &&
    !idea.withdrawal &&
    idea.supportCount === 0 &&
    now < until &&
    acceptsIdeas(board, now);
  if (!canEdit) return null;
  return (
    <Panel title={m.ideas_edit_panel()}>
      <Stack>
        <p>{m.ideas_edit_until({ time: formatTime(until) })}</p>
        <ButtonLink
          kind="secondary"
          icon="edit"
          href={addressesOf(board).editIdea({ idea: ideaSegment(idea) })}
        >
          {m.ideas_edit_button()}
        </ButtonLink>
      </Stack>
    </Panel>
  );
}

/** Whoever wrote it is told all of it already. */
function FollowPanel({ idea, personId, following }: Props) {
  if (isOwn(idea, personId)) return null;
  return (
    <Panel title={m.follow_panel()}>
      <FollowButton
        target={{ kind: 'idea', id: idea.id }}
        about={idea.title}
        hint={m.follow_idea_hint()}
        {...following}
      />
    </Panel>
  );
}

/** Its holder follows the study, and answers, from here. */
function ExchangesPanel({ board, idea, personId }: Props) {
  if (board.kind !== 'edition' || !isOwn(idea, personId)) return null;
  return (
    <Panel title={m.threads_link_label()}>
      <ButtonLink
        kind="secondary"
        icon="mail"
        href={urls.threads({ edition: board.edition.slug, idea: ideaSegment(idea) })}
      >
        {m.threads_link_title()}
      </ButtonLink>
    </Panel>
  );
}
