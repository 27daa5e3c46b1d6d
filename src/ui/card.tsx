/** One thing among others of its kind: an idea, a project, a meeting. */
import type { ComponentChildren } from 'preact';
import type { IconName } from './icon.tsx';
import { type PictureKind, PlaceholderPicture } from './placeholder-picture.tsx';
import { Tag, type Tint } from './tag.tsx';

type Category = { label: string; icon: IconName; tint?: Tint };

export type CardPicture =
  | { src: string; alt: string; width: number; height: number }
  /** Drawn for the category when nobody gave a picture. */
  | { drawn: PictureKind };

export type CardProps = {
  title: ComponentChildren;
  /** Left out for what has no page of its own: a person, a question. */
  href?: string | undefined;
  /** Language of title and excerpt, when it is not the page's. */
  lang?: string;
  /** Level of the title in the page's outline; 3 unless said. */
  level?: 2 | 3;
  category?: Category;
  /** A number or mark before the title: "12". */
  mark?: string;
  /** A few lines of plain text, already cut; words that were searched may be marked in it. */
  excerpt?: ComponentChildren;
  picture?: CardPicture;
  /** What somebody says of it, in quotation marks and already cut, and who they are. */
  quotation?: { words: string; by: ComponentChildren };
  state?: ComponentChildren;
  /** Small facts: author, date, district. */
  meta?: ComponentChildren[];
  /** What can be done here: a support button, a checkbox of the ballot. */
  action?: ComponentChildren;
  /** A figure that matters at the end of the card: cost, supports. */
  figure?: ComponentChildren;
  /** True when it is in the reader's selection. */
  chosen?: boolean;
};

export function Card(props: CardProps) {
  const { title, href, lang, level = 3, category, picture, meta = [] } = props;
  const Title = `h${level}` as 'h3';
  return (
    <article class={props.chosen ? 'card card-chosen' : 'card'}>
      {picture && (
        <div class="card-picture">
          {'drawn' in picture ? (
            <PlaceholderPicture kind={picture.drawn} tint={category?.tint} />
          ) : (
            <img
              src={picture.src}
              alt={picture.alt}
              width={picture.width}
              height={picture.height}
              loading="lazy"
              decoding="async"
            />
          )}
        </div>
      )}
      <div class="card-words">
        {(category || props.state) && (
          <div class="card-top">
            {category && (
              <Tag icon={category.icon} tint={category.tint}>
                {category.label}
              </Tag>
            )}
            {props.state}
          </div>
        )}
        <Title class="card-title" lang={lang}>
          {props.mark && <span class="card-mark">{props.mark}</span>}
          {href === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
          )}
        </Title>
        {props.excerpt && (
          <p class="card-excerpt" lang={lang} dir="auto">
            {props.excerpt}
          </p>
        )}
        {props.quotation && (
          <figure class="card-quotation">
            <blockquote dir="auto">{props.quotation.words}</blockquote>
            <figcaption>{props.quotation.by}</figcaption>
          </figure>
        )}
        {meta.length > 0 && <Meta facts={meta} />}
      </div>
      {(props.action || props.figure) && (
        <div class="card-foot">
          {props.figure && <div class="card-figure">{props.figure}</div>}
          {props.action && <div class="card-action">{props.action}</div>}
        </div>
      )}
    </article>
  );
}

/** Small facts on one line, parted by dots. */
export function Meta({ facts }: { facts: ComponentChildren[] }) {
  return (
    <ul class="facts">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}
