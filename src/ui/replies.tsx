import * as m from '../paraglide/messages.js';
import { ButtonLink } from './form.tsx';
import { Actions, Section } from './layout.tsx';
import { List } from './list.tsx';
import { DateText } from './text.tsx';

export type RepliesProps = {
  /** What was begun about an article. */
  topics: readonly { title: string; href: string; lang: string; at: Date; place: string }[];
  /** Where the reader may begin to speak of it. */
  begin: readonly { place: string; href: string }[];
};

/** At the foot of an article: what is said of it elsewhere, and the way to say more (R155). */
export function Replies({ topics, begin }: RepliesProps) {
  if (topics.length === 0 && begin.length === 0) return null;
  return (
    <Section title={m.forum_replies_title()} id="reponses">
      {topics.length === 0 ? (
        <p>{m.forum_replies_none()}</p>
      ) : (
        <List label={m.forum_replies_title()}>
          {topics.map(({ title, href, lang, at, place }) => (
            <p key={href}>
              <a href={href} lang={lang}>
                {title}
              </a>{' '}
              <span class="hint">
                {place} · <DateText at={at} />
              </span>
            </p>
          ))}
        </List>
      )}
      {begin.length > 0 && (
        <Actions>
          {begin.map(({ place, href }) => (
            <ButtonLink key={href} kind="secondary" icon="comment" href={href}>
              {m.forum_replies_begin({ place })}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Section>
  );
}
