import * as m from '../../paraglide/messages.js';
import { Differences } from '../../ui/differences.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { sizeWords } from '../guides/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Document, Version } from './document.ts';
import { formatWords } from './words.page.ts';

/** What two texts say; null where one of them is not known as words. */
export interface Compared {
  before: string;
  after: string;
}

interface VersionProps {
  document: Document;
  version: Version;
  /** Who wrote it; null: nobody who has a public name. */
  writer: string | null;
  /** With the version before; null: it is the first, or one of them is not known in words. */
  compared: Compared | null;
}

const segmentOf = ({ number, title }: Pick<Document, 'number' | 'title'>) =>
  numberedSegment(number, title);

/** One version: what changed, and what it said. */
export function VersionPage({ document, version, writer, compared }: VersionProps) {
  const segment = segmentOf(document);
  const { number, file, text } = version;
  return (
    <Column>
      <PageHeader
        title={m.documents_version_title({ number, title: document.title })}
        breadcrumb={[{ label: document.title, href: urls.document({ document: segment }) }]}
        {...(version.note && { lead: version.note })}
        meta={m.documents_version_by({
          name: writer ?? m.documents_by_nobody(),
          date: formatDateTime(version.writtenAt, 'day'),
        })}
        actions={
          file && (
            <ButtonLink
              kind="secondary"
              icon="download"
              href={urls.documentFile({ document: segment, version: String(number) })}
              download
            >
              {m.documents_download({
                format: formatWords(file.mediaType),
                size: sizeWords(file.bytes),
              })}
            </ButtonLink>
          )
        }
      />
      {number > 1 && (
        <Section title={m.documents_changed_since({ number: number - 1 })}>
          <Changes compared={compared} />
        </Section>
      )}
      {text && (
        <Section title={m.documents_text_title()}>
          <MarkedText text={text} />
        </Section>
      )}
    </Column>
  );
}

/** What changed word by word, or why it cannot be said. */
function Changes({ compared }: { compared: Compared | null }) {
  if (!compared) return <Notice>{m.documents_not_compared()}</Notice>;
  return compared.before === compared.after ? (
    <p>{m.documents_same_words()}</p>
  ) : (
    <Differences before={compared.before} after={compared.after} />
  );
}

interface DifferencesProps {
  document: Document;
  source: Document;
  sourceVersion: number;
  compared: Compared | null;
}

/** What an adapted copy changed in what it was made out of (R150). */
export function DifferencesPage({ document, source, sourceVersion, compared }: DifferencesProps) {
  return (
    <Column>
      <PageHeader
        title={m.documents_differences_title()}
        breadcrumb={[
          { label: document.title, href: urls.document({ document: segmentOf(document) }) },
        ]}
      />
      <p>
        {m.documents_adapted_from()}{' '}
        <a
          href={urls.documentVersion({
            document: segmentOf(source),
            version: String(sourceVersion),
          })}
        >
          <bdi>{m.documents_version_title({ number: sourceVersion, title: source.title })}</bdi>
        </a>
      </p>
      <Changes compared={compared} />
    </Column>
  );
}
