import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { urls } from '../../../urls.ts';
import type { RecentPost } from '../../delivery/index.ts';
import { meetingSegment, placeWords, timeWords } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import type { PublicNews } from '../news.ts';
import { newsAddress, newsPictureAddress } from '../news-words.page.ts';

/** What a letter tells of, as everybody may read it now. */
export interface LetterItems {
  news: readonly PublicNews[];
  posts: readonly RecentPost[];
  meetings: readonly Meeting[];
}

export interface Told extends LetterItems {
  organisation: string;
  subject: string;
  words: string;
  /** `https://host[:port]`, before the addresses. */
  origin: string;
}

const postAddress = ({ editionSlug, number }: RecentPost): string =>
  urls.delivery({ edition: editionSlug, project: number });
const meetingAddress = (meeting: Meeting): string =>
  urls.meeting({ meeting: meetingSegment(meeting) });

/** A mail has no address of its own: links to pages of this site are written whole, in text… */
const wholeLinks = (words: string, origin: string): string =>
  words.replaceAll(/\]\((\/(?![/\\]))/g, `](${origin}$1`);

/** Plain text, as programs that show no HTML read it: the same in the same order. */
export function writeLetterText(told: Told): string {
  const { origin } = told;
  const part = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [title.toLocaleUpperCase(), ...items];
  return [
    ...(told.words ? [wholeLinks(told.words, origin)] : []),
    ...part(
      m.news_title(),
      told.news.map((one) => `${one.title}\n${one.summary}\n${origin}${newsAddress(one)}`),
    ),
    ...part(
      m.newsletter_part_posts(),
      told.posts.map(
        (post) =>
          `${m.news_feed_post(post)}\n${excerptOf(post.body, 300)}\n${origin}${postAddress(post)}`,
      ),
    ),
    ...part(
      m.newsletter_part_meetings(),
      told.meetings.map(
        (meeting) =>
          `${meeting.title}\n${timeWords(meeting)}\n${placeWords(meeting)}\n${origin}${meetingAddress(meeting)}`,
      ),
    ),
    told.organisation,
  ].join('\n\n');
}

/** What stands in the body of its HTML. …and here: a quote that somebody typed is escaped, so these are links of ours. */
export const writeLetterHtml = (told: Told): string =>
  renderToString(<LetterBody {...told} />).replaceAll('href="/', `href="${told.origin}/`);

function LetterBody(told: Told) {
  const { origin } = told;
  return (
    <>
      <p>{told.organisation}</p>
      <h1>{told.subject}</h1>
      {told.words && <MarkedText text={told.words} />}
      <Part title={m.news_title()}>
        {told.news.map((one) => (
          <div key={one.id}>
            <h3>
              <a href={origin + newsAddress(one)}>{one.title}</a>
            </h3>
            {one.picture && (
              <p>
                <img
                  src={origin + newsPictureAddress(one.number, 'small')}
                  alt={one.picture.alt}
                  width="560"
                />
              </p>
            )}
            <p>{one.summary}</p>
          </div>
        ))}
      </Part>
      <Part title={m.newsletter_part_posts()}>
        {told.posts.map((post) => (
          <div key={post.id}>
            <h3>
              <a href={origin + postAddress(post)}>{m.news_feed_post(post)}</a>
            </h3>
            <p>{excerptOf(post.body, 300)}</p>
          </div>
        ))}
      </Part>
      <Part title={m.newsletter_part_meetings()}>
        {told.meetings.map((meeting) => (
          <div key={meeting.id}>
            <h3>
              <a href={origin + meetingAddress(meeting)}>{meeting.title}</a>
            </h3>
            <p>
              {timeWords(meeting)}
              <br />
              {placeWords(meeting)}
            </p>
          </div>
        ))}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: readonly VNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
