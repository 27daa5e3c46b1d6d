import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { MarkedWords } from '../../ui/marked-words.tsx';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { sayNickname } from '../identity/index.page.ts';
import { type Compared, type ComparedTheme, markShared } from './comparison.ts';
import { segmentOf } from './document.page.tsx';
import type { Level } from './document.ts';
import { ReachWords } from './document-card.page.tsx';
import { levelWords } from './words.page.ts';

interface Props {
  space: ComponentProps<typeof SpaceFrame>['space'];
  component: { id: string; slug: string; title: string };
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'>;
  levels: readonly Level[];
  themes: readonly ComparedTheme[];
  /** That may be chosen. */
  choice: readonly string[];
  theme: string;
  /** Nicknames of authors, by their id. */
  authors: ReadonlyMap<string, string>;
  /** Older ones are left out. */
  isCut: boolean;
}

/** Positions side by side by level of mandate: a row for each theme, a column for each level that speaks (R147). */
export function ComparisonPage({ space, component, beside, levels, themes, ...props }: Props) {
  const at = { space: space.slug, component: component.slug };
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <Stack>
        <PageHeader
          title={m.documents_compare_title()}
          lead={m.documents_compare_lead()}
          breadcrumb={[{ label: component.title, href: urls.spaceDocuments(at) }]}
        />
        {props.choice.length > 0 && (
          <Filters
            action={urls.documentComparison(at)}
            selects={[
              {
                name: 'theme',
                label: m.documents_theme(),
                empty: m.documents_theme_all(),
                value: props.theme || undefined,
                options: props.choice.map((value) => ({ value, label: value })),
              },
            ]}
            active={
              props.theme ? [{ label: props.theme, withoutHref: urls.documentComparison(at) }] : []
            }
            clearHref={urls.documentComparison(at)}
          />
        )}
        {themes.length === 0 ? (
          <EmptyState
            icon="flag"
            title={m.documents_compare_none()}
            actions={
              <ButtonLink kind="secondary" href={urls.spaceDocuments(at)}>
                {m.documents_compare_all()}
              </ButtonLink>
            }
          >
            <p>{m.documents_compare_none_words()}</p>
          </EmptyState>
        ) : (
          <Table
            caption={m.documents_compare_caption()}
            columns={[
              { key: 'theme', label: m.documents_theme() },
              ...levels.map((level) => ({
                key: level,
                label: levelWords[level](),
                sentences: true,
              })),
            ]}
            rows={themes.map((one) => ({
              theme: <bdi>{one.theme}</bdi>,
              ...Object.fromEntries(
                levels.map((level) => [
                  level,
                  <Cell
                    key={level}
                    positions={one.byLevel.get(level) ?? []}
                    shared={one.shared}
                    authors={props.authors}
                  />,
                ]),
              ),
            }))}
          />
        )}
        {props.isCut && <p>{m.documents_compare_cut()}</p>}
      </Stack>
    </SpaceFrame>
  );
}

function Cell({
  positions,
  shared,
  authors,
}: {
  positions: readonly Compared[];
  shared: ReadonlySet<string>;
  authors: ReadonlyMap<string, string>;
}) {
  if (positions.length === 0) return <>{m.documents_compare_silent()}</>;
  return (
    <Stack>
      {positions.map((position) => {
        const author = position.authorId && authors.get(position.authorId);
        return (
          <div key={position.id}>
            <p>
              <a href={urls.document({ document: segmentOf(position) })}>
                <bdi>{position.title}</bdi>
              </a>
            </p>
            {position.opening && (
              <p>
                <MarkedWords
                  pieces={markShared(excerptOf(wordsOf(splitMarkup(position.opening))), shared)}
                />
              </p>
            )}
            <p class="hint">
              {author && (
                <>
                  <bdi>{sayNickname(author)}</bdi> ·{' '}
                </>
              )}
              <ReachWords reach={position.reach} />
            </p>
          </div>
        );
      })}
    </Stack>
  );
}
