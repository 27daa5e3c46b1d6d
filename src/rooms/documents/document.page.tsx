import type { ComponentChildren, ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section, Split, Stack } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { sizeWords } from '../guides/index.page.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Document, Version, VersionFile } from './document.ts';
import { Aside } from './document-aside.page.tsx';
import { ReachWords } from './document-card.page.tsx';
import type { Folder } from './folder.ts';

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
  children?: ComponentChildren;
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
      <Split aside={<Aside {...props} />}>
        {document.summary && <MarkedText text={document.summary} />}
        <Shown {...props} />
        {props.children}
      </Split>
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

/** The picture itself, and what is written. */
function Shown({ document, version }: DocumentProps) {
  const { file, text } = version;
  return (
    <>
      {file?.width && file.height && (
        <FilePicture document={document} version={version.number} file={file} />
      )}
      {text && (
        <Section title={m.documents_text_title()}>
          <MarkedText text={text} />
        </Section>
      )}
      {!text && file && !file.width && !document.summary && (
        <p class="hint">{m.documents_only_file()}</p>
      )}
    </>
  );
}

function FilePicture({
  document,
  version,
  file,
}: {
  document: Document;
  version: number;
  file: VersionFile;
}) {
  const at = { document: segmentOf(document), version: String(version) };
  const whole = urls.documentFile(at);
  return (
    <Picture
      src={whole}
      srcset={`${urls.documentFile(at, { taille: 'petite' })} ${Math.min(640, file.width!)}w, ${whole} ${file.width}w`}
      sizes="(min-width: 60rem) 40rem, 100vw"
      alt={m.documents_picture_of({ title: document.title })}
      width={file.width!}
      height={file.height!}
      eager
    />
  );
}
