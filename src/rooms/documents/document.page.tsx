import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import type { Block } from '../../platform/files/reading/index.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Split, Stack } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Replies, type RepliesProps } from '../../ui/replies.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../comments/index.page.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { sizeWords } from '../guides/index.page.ts';
import { ReportLink } from '../moderation/index.page.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import { Amendments } from './amendments.page.tsx';
import type { AmendmentState, Document, Version } from './document.ts';
import { Aside } from './document-aside.page.tsx';
import { ReachWords } from './document-card.page.tsx';
import type { Folder } from './folder.ts';
import { Preview } from './preview.page.tsx';
import type { PagePicture } from './reading.store.ts';

import { amendmentWords, formatWords, resultTones, resultWords, typeWords } from './words.page.ts';

/** Another document that this one leads to; null: it is not there any more, or not for this reader. */
export interface ChainLink {
  title: string;
  number: number;
  by: string | null;
}

export interface DocumentProps {
  document: Document;
  /** The version that is shown. */
  version: Version;
  versions: readonly Version[];
  /** Of its file, those that are shown. */
  pages: readonly PagePicture[];
  /** What was read out of its file. */
  blocks: readonly Block[];
  space: ComponentProps<typeof SpaceFrame>['space'];
  component: { id: string; slug: string; title: string };
  /** null: to who is not inside its space, it stands alone. */
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'> | null;
  path: readonly Folder[];
  /** Nicknames by person. */
  names: ReadonlyMap<string, string>;
  source: ChainLink | 'unseen' | null;
  copies: readonly ChainLink[];
  mayChange: boolean;
  mayReuse: boolean;
  /** null: nothing is said under it, or not to this reader. */
  comments: CommentsProps | null;
  isOwn: boolean;
  amended: ChainLink | null;
  amendments: readonly (ChainLink & { state: AmendmentState })[];
  mayAmend: boolean;
  /** Whether this reader says what becomes of what is proposed here. */
  mayDecide: boolean;
  /** What its author was elected to; '': nothing that this reader is told. */
  mandate: string;
  replies: RepliesProps;
}

export const segmentOf = ({ number, title }: { number: number; title: string }) =>
  numberedSegment(number, title);

/** A document: what it is, its text and its file, its versions, what it comes from and what it became (R149, R150). */
export function DocumentPage(props: DocumentProps) {
  const { document, space, component, beside } = props;
  const at = { space: space.slug, component: component.slug };
  const author = nameOf(props.names, document.authorId);
  const body = (
    <Stack>
      <PageHeader
        title={document.title}
        kicker={
          beside
            ? typeWords[document.type]()
            : m.documents_kicker_outside({ type: typeWords[document.type](), space: space.title })
        }
        {...(beside && {
          breadcrumb: [
            { label: component.title, href: urls.spaceDocuments(at) },
            ...props.path.map(({ name, number }) => ({
              label: name,
              href: urls.spaceDocuments(at, { dossier: String(number) }),
            })),
          ],
        })}
        meta={
          <>
            <span>
              <PersonLink nickname={author}>
                {author === null ? m.documents_by_nobody() : undefined}
              </PersonLink>
            </span>
            {author && props.mandate && <bdi>{props.mandate}</bdi>}
            {author && document.type === 'report' && (
              <a href={urls.spaceDocuments(at, { de: author })}>{m.documents_reports_same()}</a>
            )}
            <span>{m.documents_on({ date: formatDate(document.changedAt, 'day') })}</span>
            <span>
              <ReachWords reach={document.reach} />
            </span>
            {document.result && (
              <StateBadge tone={resultTones[document.result]}>
                {resultWords[document.result]()}
              </StateBadge>
            )}
            {document.isTemplate && <Tag icon="copy">{m.documents_is_template()}</Tag>}
            {document.amendmentState && (
              <StateBadge tone="info">{amendmentWords[document.amendmentState]()}</StateBadge>
            )}
          </>
        }
        actions={<MainActions {...props} />}
      />
      {document.isHeld && (
        <Notice tone={document.isRefused ? 'warning' : 'info'}>
          {document.isRefused ? m.documents_refused() : m.documents_held()}
        </Notice>
      )}
      <Split aside={<Aside {...props} />}>
        {document.summary && <MarkedText text={document.summary} />}
        <Preview {...props} />
      </Split>
      <Amendments {...props} />
      <Replies {...props.replies} />
      {props.comments && <CommentsBlock {...props.comments} />}
      <ReportLink kind="document" id={document.id} isOwn={props.isOwn} />
    </Stack>
  );
  return beside ? (
    <SpaceFrame space={space} {...beside} current={component.id}>
      {body}
    </SpaceFrame>
  ) : (
    body
  );
}

export const nameOf = (names: ReadonlyMap<string, string>, id: string | null): string | null =>
  (id && names.get(id)) || null;

function MainActions({ document, version, mayReuse }: DocumentProps) {
  const at = { document: segmentOf(document) };
  return (
    <>
      {version.file && (
        <ButtonLink
          icon="download"
          href={urls.documentFile({ ...at, version: String(version.number) })}
          download
        >
          {m.documents_download({
            format: formatWords(version.file.mediaType),
            size: sizeWords(version.file.bytes),
          })}
        </ButtonLink>
      )}
      {mayReuse && (
        <ButtonLink kind="secondary" icon="copy" href={urls.documentReuse(at)}>
          {m.documents_reuse()}
        </ButtonLink>
      )}
    </>
  );
}
