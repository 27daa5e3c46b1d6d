import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { Document, DocumentKind, Reach } from './document.ts';
import { type CardDocument, DocumentCard } from './document-card.page.tsx';
import {
  type DocumentFilter,
  isFiltered,
  type Look,
  writeFilter,
  writeLook,
} from './document-list.ts';
import type { Folder } from './folder.ts';
import { LibraryFilters } from './library-filters.page.tsx';
import { Places } from './places.page.tsx';
import { kindWords } from './words.page.ts';

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
  /** By author, what they were elected to; only inside. */
  mandates: ReadonlyMap<string, string>;
  next: string | null;
  filter: DocumentFilter;
  themes: readonly string[];
  reaches: readonly Reach[];
  look: Look;
  mayDeposit: boolean;
  isInside: boolean;
  /** Of solutions, those that have a place, and what they are drawn on. */
  placed: readonly Document[];
  ground: MapGround | null;
  /** Whose documents alone are shown. */
  member: { name: string; mandate: string } | null;
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
          title={titleOf(props)}
          lead={props.member?.mandate || undefined}
          {...(props.member && {
            breadcrumb: [{ label: component.title, href: urls.spaceDocuments(at) }],
          })}
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
            <>
              {component.kind === 'positions' && (
                <ButtonLink kind="secondary" href={urls.documentComparison(at)}>
                  {m.documents_compare_link()}
                </ButtonLink>
              )}
              {props.mayDeposit && (
                <>
                  <ButtonLink icon="upload" href={urls.depositDocument(at, here)}>
                    {kindWords[component.kind].deposit()}
                  </ButtonLink>
                  <ButtonLink kind="quiet" icon="archive" href={urls.documentFolders(at, here)}>
                    {m.documents_folders_manage()}
                  </ButtonLink>
                </>
              )}
            </>
          }
        />
        {!folder && component.introduction && <MarkedText text={component.introduction} />}
        <LibraryFilters {...props} />
        <Places {...props} />
        {!isFiltered(filter) && <Folders {...props} />}
        <Documents {...props} />
      </Stack>
    </SpaceFrame>
  );
}

export const titleOf = ({
  component,
  path,
  member,
}: Pick<LibraryProps, 'component' | 'path' | 'member'>): string =>
  member && component.kind === 'reports'
    ? m.documents_reports_of({ name: member.name })
    : (path.at(-1)?.name ?? component.title);

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
      vue: writeLook(component.kind, look),
      ...changes,
    });
  const title = isFiltered(filter) ? m.documents_found() : m.documents_documents();
  return (
    <Section
      title={title}
      action={
        documents.length > 0 && (
          <a
            href={address({ vue: writeLook(component.kind, look === 'cards' ? 'rows' : 'cards') })}
          >
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
              mandate={document.authorId ? props.mandates.get(document.authorId) : undefined}
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
