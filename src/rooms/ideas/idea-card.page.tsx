import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import { Card, type CardPicture } from '../../ui/card.tsx';
import { ButtonForm } from '../../ui/form.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { lookOf } from './category.page.ts';
import { cutText } from './characters.ts';
import { ideaSegment } from './idea-address.ts';
import type { ListedIdea } from './idea-list.ts';

interface Props {
  edition: Edition;
  idea: ListedIdea;
  /** Replaces the support button. */
  action?: ComponentChildren;
  /** Set where ideas can be supported now: where the reader comes back to. */
  support?: { back: string; personId: string | null };
  level?: 2 | 3;
  /** false: words alone, where several must be read at once. */
  pictured?: boolean;
}

const EXCERPT_LENGTH = 160;

/** An idea among others. */
export function IdeaCard({ edition, idea, action, support, level = 2, pictured = true }: Props) {
  const look = lookOf(edition.categories, idea.categoryId);
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  return (
    <Card
      title={idea.title}
      href={urls.idea({ edition: edition.slug, idea: ideaSegment(idea) })}
      level={level}
      {...(lang && { lang })}
      {...(look && { category: { label: look.label, icon: look.icon, tint: look.tint } })}
      excerpt={shorten(idea.excerpt)}
      {...(pictured && { picture: pictureOf(idea, look?.drawn ?? 'town') })}
      meta={[
        m.ideas_number({ number: idea.number }),
        <bdi>{m.ideas_by({ nickname: idea.authorNickname })}</bdi>,
        <DateText at={idea.publishedAt} shape="day" />,
      ]}
      figure={m.ideas_supports({ count: idea.supportCount })}
      chosen={idea.supported}
      action={action ?? (support && <SupportAction edition={edition} idea={idea} {...support} />)}
    />
  );
}

function SupportAction({
  edition,
  idea,
  back,
  personId,
}: {
  edition: Edition;
  idea: ListedIdea;
  back: string;
  personId: string | null;
}) {
  if (idea.authorId === personId) {
    return <StateBadge icon="user">{m.ideas_own()}</StateBadge>;
  }
  const at = { edition: edition.slug, idea: idea.number };
  return (
    <ButtonForm
      action={idea.supported ? urls.withdrawSupport(at) : urls.supportIdea(at)}
      values={{ retour: back }}
      kind={idea.supported ? 'primary' : 'secondary'}
      size="small"
      icon={idea.supported ? 'check' : 'support'}
      about={m.ideas_support_about({ title: idea.title })}
      pressed={idea.supported}
    >
      {idea.supported ? m.ideas_supported() : m.ideas_support()}
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

function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const short = cutText(flat, EXCERPT_LENGTH);
  return short.length < flat.length ? `${short.replace(/\s+\S*$/, '')}…` : flat;
}
