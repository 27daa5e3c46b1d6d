import * as m from '../../../paraglide/messages.js';
import { fileSegment } from '../../../platform/files/upload.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { Card, type CardPicture } from '../../../ui/card.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { VisuallyHidden } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { categoryLook } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Picture } from '../posts/post.ts';
import type { Followed } from './followed-list.ts';
import { GlobalFrame, type GlobalProps } from './global.page.tsx';
import { districtName } from './global-filters.page.tsx';
import { quotationOf, type Shown, sentenceOf } from './showcase.ts';
import { Standing } from './standing.page.tsx';

interface Props extends GlobalProps {
  realisations: readonly Followed[];
  shown: ReadonlyMap<string, Shown>;
  /** Those of the page, with their categories. */
  editions: ReadonlyMap<string, Edition>;
  /** A pre-electoral period: what the town achieved is not shown off in it (electoral code, article L52-1). */
  pause: PromotionPause | null;
  previousHref: string | undefined;
  nextHref: string | undefined;
}

/** Characters of the one sentence. */
const LONGEST_SENTENCE = 200;
/** Characters quoted of a testimony: the whole of it is on the page of the realisation. */
const LONGEST_QUOTATION = 140;

/** What the realisations of every edition changed, those with a picture first (R85). */
export function ShowcasePage(props: Props) {
  const { realisations, previousHref, nextHref, ...frame } = props;
  return (
    <GlobalFrame {...frame}>
      {props.pause ? (
        <PromotionPauseNotice pause={props.pause} />
      ) : realisations.length === 0 ? (
        <EmptyState icon="filter" title={m.programme_none_title()}>
          <p>
            <a href={urls.globalDelivery({ vue: 'vitrine' })}>{m.programme_see_all()}</a>
          </p>
        </EmptyState>
      ) : (
        <List look="cards" label={m.showcase_title()}>
          {realisations.map((one) => (
            <ShownCard key={one.id} {...props} followed={one} />
          ))}
        </List>
      )}
      {!props.pause && <Pagination previousHref={previousHref} nextHref={nextHref} />}
    </GlobalFrame>
  );
}

function ShownCard({ followed, shown, editions }: Props & { followed: Followed }) {
  const edition = editions.get(followed.editionId);
  const told = shown.get(followed.id);
  const category = edition?.categories.find(({ name }) => name === followed.theme);
  const look = edition && category ? categoryLook(edition, category.id) : null;
  const href = edition && urls.delivery({ edition: edition.slug, project: followed.number });
  const quotation = told && quotationOf(told);
  return (
    <Card
      level={2}
      title={followed.title}
      href={href}
      picture={(told?.picture && pictureOf(told.picture)) ?? { drawn: look?.drawn ?? 'town' }}
      {...(look && { category: { label: look.label, icon: look.icon, tint: look.tint } })}
      state={<Standing followed={followed} />}
      {...(told && { excerpt: excerptOf(sentenceOf(told), LONGEST_SENTENCE) })}
      {...(quotation && {
        quotation: {
          words: m.showcase_quotation({ words: excerptOf(quotation.body, LONGEST_QUOTATION) }),
          by: <QuotedBy author={quotation.author} title={followed.title} href={href} />,
        },
      })}
      meta={[edition?.title, districtName(followed.district)]
        .filter(Boolean)
        .map((fact) => <bdi key={fact}>{fact}</bdi>)}
      figure={formatMoney(followed.votedCost)}
    />
  );
}

/** Who says it, and the way to the rest of it. */
function QuotedBy(props: { author: string; title: string; href: string | undefined }) {
  const { author, title, href } = props;
  return (
    <>
      {author === '' ? m.together_testimony_unsigned() : <bdi>{author}</bdi>}
      {href && (
        <>
          {' '}
          <a href={`${href}#temoignages`}>
            {m.showcase_testimony()}
            <VisuallyHidden> {title}</VisuallyHidden>
          </a>
        </>
      )}
    </>
  );
}

/** In a card the small one is enough. */
function pictureOf(picture: Picture): CardPicture | null {
  const { width, height, alt } = picture;
  if (width === null || height === null) return null;
  return { src: urls.file({ file: fileSegment(picture, 'small') }), alt, width, height };
}
