import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { type DocumentType, LEVELS, type Level } from './document.ts';
import { type CardDocument, DocumentCard } from './document-card.page.tsx';
import { levelWords, typeWords } from './words.page.ts';

interface Cards {
  documents: readonly CardDocument[];
  /** Nicknames of authors, by their id. */
  authors: ReadonlyMap<string, string>;
}

interface Props extends Cards {
  space: { slug: string; title: string };
  next: string | null;
  type: DocumentType | null;
  level: Level | null;
  /** That stand in this space. */
  types: readonly DocumentType[];
}

/** What everybody reads of a space (R140): the same whoever looks. */
export function PublicDocumentsPage({ space, documents, next, type, level, ...props }: Props) {
  const at = { space: space.slug };
  const said = { type: type ?? undefined, niveau: level ?? undefined };
  const isFiltered = type !== null || level !== null;
  return (
    <Stack>
      <PageHeader
        title={m.documents_public_title()}
        lead={m.documents_public_lead({ space: space.title })}
        breadcrumb={[
          { label: m.participation_title(), href: urls.spaces() },
          { label: space.title, href: urls.space(at) },
        ]}
      />
      {(documents.length > 0 || isFiltered) && (
        <Filters
          action={urls.publicDocuments(at)}
          selects={[
            {
              name: 'type',
              label: m.documents_type(),
              empty: m.documents_type_all(),
              value: said.type,
              options: props.types.map((one) => ({ value: one, label: typeWords[one]() })),
            },
            {
              name: 'niveau',
              label: m.documents_level(),
              empty: m.documents_level_all(),
              value: said.niveau,
              options: LEVELS.map((one) => ({ value: one, label: levelWords[one]() })),
            },
          ]}
          active={[
            ...(type
              ? [
                  {
                    label: typeWords[type](),
                    withoutHref: urls.publicDocuments(at, { ...said, type: undefined }),
                  },
                ]
              : []),
            ...(level
              ? [
                  {
                    label: levelWords[level](),
                    withoutHref: urls.publicDocuments(at, { ...said, niveau: undefined }),
                  },
                ]
              : []),
          ]}
          clearHref={urls.publicDocuments(at)}
        />
      )}
      {documents.length > 0 ? (
        <PublicCards documents={documents} authors={props.authors} level={2} />
      ) : isFiltered ? (
        <EmptyState
          icon="search"
          title={m.documents_none_found()}
          actions={
            <ButtonLink kind="secondary" href={urls.publicDocuments(at)}>
              {m.documents_public_see_all()}
            </ButtonLink>
          }
        >
          <p>{m.documents_none_found_words()}</p>
        </EmptyState>
      ) : (
        <EmptyState icon="document" title={m.documents_public_none()}>
          <p>{m.documents_public_none_words()}</p>
        </EmptyState>
      )}
      <Pagination
        nextHref={next ? urls.publicDocuments(at, { ...said, apres: next }) : undefined}
      />
    </Stack>
  );
}

/** That everybody reads them is said around them. */
export function PublicCards({
  documents,
  authors,
  label = m.documents_public_title(),
  level = 3,
}: Cards & { label?: string; level?: 2 | 3 }) {
  return (
    <List look="rows" label={label}>
      {documents.map((document) => (
        <DocumentCard
          key={document.id}
          document={document}
          author={(document.authorId && authors.get(document.authorId)) || null}
          level={level}
          isPublicList
        />
      ))}
    </List>
  );
}
