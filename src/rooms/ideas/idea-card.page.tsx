import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import { Card, type CardPicture } from '../../ui/card.tsx';
import { ButtonForm } from '../../ui/form.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { Author } from './author.page.tsx';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { lookOf } from './category.page.ts';
import { isOwn } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import type { ListedIdea } from './idea-list.ts';
import { outcomeWords } from './words.page.ts';

interface Props {
  board: Board;
  idea: ListedIdea;
  /** Replaces the support button. */
  action?: ComponentChildren;
  /** Whether the reader supports it. */
  supported?: boolean;
  /** Set where ideas can be supported now: where the reader comes back to. */
  support?: { back: string; personId: string | null };
  level?: 2 | 3;
  /** false: words alone, where several must be read at once. */
  pictured?: boolean;
}

/** An idea among others. */
export function IdeaCard(props: Props) {
  const { board, idea, supported = false, support, level = 2, pictured = true } = props;
  const to = addressesOf(board);
  const look = lookOf(board.categories, idea.categoryId);
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  return (
    <Card
      title={idea.title}
      href={to.idea({ idea: ideaSegment(idea) })}
      level={level}
      {...(lang && { lang })}
      {...(look && { category: { label: look.label, icon: look.icon, tint: look.tint } })}
      excerpt={idea.excerpt}
      {...(pictured && { picture: pictureOf(idea, look?.drawn ?? 'town') })}
      {...(idea.outcome !== 'under-study' || idea.isMerged || idea.isWithdrawn
        ? { state: <OutcomeState idea={idea} /> }
        : {})}
      meta={[
        m.ideas_number({ number: idea.number }),
        <Author idea={idea} />,
        <DateText at={idea.publishedAt} shape="day" />,
      ]}
      {...((board.supported || idea.supportCount > 0) && {
        figure: m.ideas_supports({ count: idea.supportCount }),
      })}
      chosen={supported}
      action={
        props.action ??
        (support && !idea.isWithdrawn && (
          <SupportAction {...{ board, idea, supported }} {...support} />
        ))
      }
    />
  );
}

/** What became of an idea, once it is public; the reason of what was not kept (R45). */
function OutcomeState({ idea: { outcome, isMerged, isWithdrawn, reason } }: { idea: ListedIdea }) {
  const because = reason && ((getLocale() === 'en' && reason.english) || reason.french);
  return (
    <>
      {outcome === 'to-vote' && (
        <StateBadge tone="success">{outcomeWords[outcome].one()}</StateBadge>
      )}
      {outcome === 'refused' && (
        <StateBadge icon="refused">
          {because ? m.ideas_outcome_because({ reason: because }) : outcomeWords[outcome].one()}
        </StateBadge>
      )}
      {isWithdrawn && <StateBadge icon="refused">{m.afterlife_withdrawn_short()}</StateBadge>}
      {isMerged && <StateBadge icon="copy">{outcomeWords.merged.one()}</StateBadge>}
    </>
  );
}

function SupportAction({
  board,
  idea,
  supported,
  back,
  personId,
}: {
  board: Board;
  idea: ListedIdea;
  supported: boolean;
  back: string;
  personId: string | null;
}) {
  if (isOwn(idea, personId)) {
    return <StateBadge icon="user">{m.ideas_own()}</StateBadge>;
  }
  const to = addressesOf(board);
  const at = { idea: idea.number };
  return (
    <ButtonForm
      action={supported ? to.withdrawSupport(at) : to.supportIdea(at)}
      values={{ retour: back }}
      kind={supported ? 'primary' : 'secondary'}
      size="small"
      icon={supported ? 'check' : 'support'}
      about={m.ideas_support_about({ title: idea.title })}
      pressed={supported}
    >
      {supported ? m.ideas_supported() : m.ideas_support()}
    </ButtonForm>
  );
}

function pictureOf(
  { picture, title }: ListedIdea,
  drawn: NonNullable<ReturnType<typeof lookOf>>['drawn'],
): CardPicture {
  if (!picture) return { drawn };
  const width = Math.min(picture.width, SMALL_WIDTH);
  return {
    src: urls.file({
      file: fileSegment({ fileId: picture.fileId, mediaType: 'image/webp' }, 'small'),
    }),
    alt: picture.alt || m.ideas_picture_of({ title }),
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
  };
}
