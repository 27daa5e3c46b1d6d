import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { sizeWords } from '../guides/index.page.ts';
import { sayNickname } from '../identity/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import {
  type Document,
  type DocumentKind,
  detailsOfKind,
  LEVELS,
  RESULTS,
  type Reach,
  TYPES_OF,
} from './document.ts';
import { type DocumentFilter, isFiltered, writeFilter } from './document-list.ts';
import type { Folder } from './folder.ts';
import {
  formatWords,
  kindWords,
  levelWords,
  periodWords,
  reachIcons,
  reachWords,
  resultTones,
  resultWords,
  typeIcons,
  typeWords,
} from './words.page.ts';

export type CardDocument = Document & {
  file: { mediaType: string; bytes: number; width: number | null; height: number | null } | null;
};

export interface LibraryProps {
  space: ComponentProps<typeof SpaceFrame>['space'];
  component: { id: string; slug: string; title: string; introduction: string; kind: DocumentKind };
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'>;
  /** From the outermost to the one that is shown; none: the component itself. */
  path: readonly Folder[];
  /** Folders that stand here. */
  folders: readonly Folder[];
  /** Documents in each folder, by its id. */
  inFolders: ReadonlyMap<string, number>;
  documents: readonly CardDocument[];
  /** Nicknames of authors, by their id. */
  authors: ReadonlyMap<string, string>;
  next: string | null;
  filter: DocumentFilter;
  themes: readonly string[];
  reaches: readonly Reach[];
  look: 'rows' | 'cards';
  mayDeposit: boolean;
  isInside: boolean;
}

/** Documents of a component: its folders first, then what changed last (R149). */
export function LibraryPage(props: LibraryProps) {
  const { space, component, path, filter } = props;
  const at = { space: space.slug, component: component.slug };
  const folder = path.at(-1);
  const here = folder ? { dossier: String(folder.number) } : {};
  return (
    <SpaceFrame space={space} {...props.beside} current={component.id}>
      <Stack>
        <PageHeader
          title={folder?.name ?? component.title}
          {...(folder && {
            breadcrumb: [
              { label: component.title, href: urls.spaceDocuments(at) },
              ...path.slice(0, -1).map(({ name, number }) => ({
                label: name,
                href: urls.spaceDocuments(at, { dossier: String(number) }),
              })),
            ],
          })}
          actions={
            props.mayDeposit && (
              <>
                <ButtonLink icon="upload" href={urls.depositDocument(at, here)}>
                  {kindWords[component.kind].deposit()}
                </ButtonLink>
                <ButtonLink kind="quiet" icon="archive" href={urls.documentFolders(at, here)}>
                  {m.documents_folders_manage()}
                </ButtonLink>
              </>
            )
          }
        />
        {!folder && component.introduction && <MarkedText text={component.introduction} />}
        <LibraryFilters {...props} />
        {!isFiltered(filter) && <Folders {...props} />}
        <Documents {...props} />
      </Stack>
    </SpaceFrame>
  );
}

function LibraryFilters({ space, component, filter, themes, reaches, look }: LibraryProps) {
  const at = { space: space.slug, component: component.slug };
  const details = detailsOfKind(component.kind);
  const said = writeFilter(filter);
  const choose = <Value extends string>(
    name: keyof typeof said,
    label: string,
    empty: string,
    values: readonly Value[],
    words: (value: Value) => string,
  ) => ({
    name,
    label,
    empty,
    value: said[name],
    options: values.map((value) => ({ value, label: words(value) })),
  });
  const selects = [
    ...(TYPES_OF[component.kind].length > 1
      ? [
          choose(
            'type',
            m.documents_type(),
            m.documents_type_all(),
            TYPES_OF[component.kind],
            (one) => typeWords[one](),
          ),
        ]
      : []),
    ...(details.has('level')
      ? [
          choose('niveau', m.documents_level(), m.documents_level_all(), LEVELS, (one) =>
            levelWords[one](),
          ),
        ]
      : []),
    ...(details.has('result')
      ? [
          choose('resultat', m.documents_result(), m.documents_result_all(), RESULTS, (one) =>
            resultWords[one](),
          ),
        ]
      : []),
    ...(themes.length > 0
      ? [choose('theme', m.documents_theme(), m.documents_theme_all(), themes, (one) => one)]
      : []),
    ...(reaches.length > 1
      ? [
          choose('portee', m.documents_reach(), m.documents_reach_all(), reaches, (one) =>
            reachWords[one](),
          ),
        ]
      : []),
  ];
  const labels: Partial<Record<keyof typeof said, string>> = {
    ...(filter.type && { type: typeWords[filter.type]() }),
    ...(filter.level && { niveau: levelWords[filter.level]() }),
    ...(filter.result && { resultat: resultWords[filter.result]() }),
    ...(filter.reach && { portee: reachWords[filter.reach]() }),
    ...(filter.theme && { theme: filter.theme }),
    ...(filter.tag && { etiquette: `#${filter.tag}` }),
    ...(filter.words && { mots: m.documents_filter_words({ words: filter.words }) }),
    ...(filter.onlyTemplates && { modeles: m.documents_templates_only() }),
    ...(filter.author && { de: m.documents_filter_author({ name: filter.author }) }),
  };
  const shape: Record<string, string> = look === 'cards' ? { vue: 'grille' } : {};
  return (
    <Filters
      action={urls.spaceDocuments(at)}
      search={{ name: 'mots', label: m.documents_search(), value: filter.words }}
      selects={selects}
      active={Object.entries(labels).map(([name, label]) => ({
        label,
        withoutHref: urls.spaceDocuments(at, { ...said, ...shape, [name]: undefined }),
      }))}
      clearHref={urls.spaceDocuments(at, shape)}
      values={shape}
    />
  );
}

function Folders({ space, component, folders, inFolders }: LibraryProps) {
  if (folders.length === 0) return null;
  const at = { space: space.slug, component: component.slug };
  return (
    <Section title={m.documents_folders()}>
      <List look="cards" label={m.documents_folders()}>
        {folders.map((folder) => (
          <Card
            key={folder.id}
            title={folder.name}
            href={urls.spaceDocuments(at, { dossier: String(folder.number) })}
            category={{ label: m.documents_folder_kind(), icon: 'archive' }}
            meta={[m.documents_count({ count: inFolders.get(folder.id) ?? 0 })]}
          />
        ))}
      </List>
    </Section>
  );
}

function Documents(props: LibraryProps) {
  const { space, component, path, documents, filter, look } = props;
  const at = { space: space.slug, component: component.slug };
  const folder = path.at(-1);
  const address = (changes: Record<string, string | undefined>) =>
    urls.spaceDocuments(at, {
      ...writeFilter(filter),
      dossier: folder ? String(folder.number) : undefined,
      vue: look === 'cards' ? 'grille' : undefined,
      ...changes,
    });
  const title = isFiltered(filter) ? m.documents_found() : m.documents_documents();
  return (
    <Section
      title={title}
      action={
        documents.length > 0 && (
          <a href={address({ vue: look === 'cards' ? undefined : 'grille' })}>
            {look === 'cards' ? m.documents_as_list() : m.documents_as_grid()}
          </a>
        )
      }
    >
      {documents.length === 0 ? (
        <NoDocuments {...props} />
      ) : (
        <List look={look} label={title}>
          {documents.map((document) => (
            <DocumentCard
              key={document.id}
              document={document}
              author={(document.authorId && props.authors.get(document.authorId)) || null}
              withPicture={look === 'cards'}
            />
          ))}
        </List>
      )}
      <Pagination nextHref={props.next ? address({ apres: props.next }) : undefined} />
    </Section>
  );
}

function NoDocuments({ space, component, filter, mayDeposit }: LibraryProps) {
  const at = { space: space.slug, component: component.slug };
  if (isFiltered(filter))
    return (
      <EmptyState
        icon="search"
        level={3}
        title={m.documents_none_found()}
        actions={
          <ButtonLink kind="secondary" href={urls.spaceDocuments(at)}>
            {m.documents_see_all()}
          </ButtonLink>
        }
      >
        <p>{m.documents_none_found_words()}</p>
      </EmptyState>
    );
  return (
    <EmptyState icon="document" level={3} title={m.documents_none()}>
      <p>{mayDeposit ? kindWords[component.kind].none() : m.documents_none_words()}</p>
    </EmptyState>
  );
}

/** A document among others. */
export function DocumentCard({
  document,
  author,
  withPicture = false,
}: {
  document: CardDocument;
  author: string | null;
  withPicture?: boolean;
}) {
  const { number, title, file } = document;
  const segment = numberedSegment(number, title);
  const said = [
    author && sayNickname(author),
    document.assembly,
    document.level && levelWords[document.level](),
    document.place,
    document.territory,
    periodWords(document),
    m.documents_on({ date: formatDate(document.changedAt, 'day') }),
    file &&
      m.documents_format_size({ format: formatWords(file.mediaType), size: sizeWords(file.bytes) }),
  ];
  return (
    <Card
      title={title}
      href={urls.document({ document: segment })}
      category={{ label: typeWords[document.type](), icon: typeIcons[document.type] }}
      excerpt={excerptOf(wordsOf(splitMarkup(document.summary)))}
      {...(withPicture &&
        file?.width &&
        file.height && {
          picture: {
            src: urls.documentFile(
              { document: segment, version: String(document.latest) },
              { taille: 'petite' },
            ),
            alt: '',
            width: Math.min(640, file.width),
            height: Math.round((Math.min(640, file.width) * file.height) / file.width),
          },
        })}
      state={
        document.result && (
          <StateBadge tone={resultTones[document.result]}>
            {resultWords[document.result]()}
          </StateBadge>
        )
      }
      meta={[
        <ReachWords key="reach" reach={document.reach} />,
        ...(document.isTemplate ? [m.documents_is_template()] : []),
        ...(document.reuses > 0 ? [m.documents_reuses({ count: document.reuses })] : []),
        ...said.filter((words): words is string => Boolean(words)),
      ]}
    />
  );
}

export function ReachWords({ reach }: { reach: Reach }) {
  return (
    <>
      <Icon name={reachIcons[reach]} /> {reachWords[reach]()}
    </>
  );
}
