import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { PublicNews } from './news.ts';
import { newsAddress, newsPictureAddress } from './news-words.page.ts';

/** What stands on a card. */
export interface NamedEdition {
  id: string;
  slug: string;
  title: string;
}

interface Props {
  news: readonly PublicNews[];
  editions: readonly NamedEdition[];
  level?: 2 | 3;
}

export function NewsCards({ news, editions, level = 3 }: Props) {
  return (
    <List look="cards" label={m.news_title()}>
      {news.map((one) => {
        const edition = editions.find(({ id }) => id === one.editionId);
        return (
          <Card
            key={one.id}
            title={<bdi>{one.title}</bdi>}
            href={newsAddress(one)}
            level={level}
            excerpt={one.summary}
            {...(one.picture && {
              picture: {
                src: newsPictureAddress(one.number, 'small'),
                alt: one.picture.alt,
                width: one.picture.width ?? 1,
                height: one.picture.height ?? 1,
              },
            })}
            meta={[
              <DateText key="date" at={one.showsAt} />,
              ...(edition ? [<bdi key="edition">{edition.title}</bdi>] : []),
            ]}
          />
        );
      })}
    </List>
  );
}

/** The latest few, on a home page or on the page of an edition; nothing where there are none. */
export function LatestNews(props: {
  news: readonly PublicNews[];
  editions: readonly NamedEdition[];
  edition?: NamedEdition;
}) {
  if (props.news.length === 0) return null;
  return (
    <Section
      title={m.news_latest()}
      action={<a href={urls.news({ edition: props.edition?.slug })}>{m.news_all()}</a>}
    >
      <NewsCards news={props.news} editions={props.edition ? [] : props.editions} />
    </Section>
  );
}
