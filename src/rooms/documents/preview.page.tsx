import * as m from '../../paraglide/messages.js';
import { Section, Stack } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import { type DocumentProps, segmentOf } from './document.page.tsx';
import type { VersionFile } from './document.ts';
import { type Group, groupBlocks } from './preview.ts';

/** A document as it is looked at: its picture, what is written, its first pages, or the words of its file (R149). */
export function Preview(props: DocumentProps) {
  const { document, version, pages } = props;
  const { file, text } = version;
  return (
    <>
      {file?.width && file.height && (
        <Shown
          file={file}
          alt={m.documents_picture_of({ title: document.title })}
          address={(size) =>
            urls.documentFile({ document: segmentOf(document), version: version.number }, size)
          }
        />
      )}
      {text && (
        <Section title={m.documents_text_title()}>
          {document.type === 'tool' ? <TextToCopy text={text} /> : <MarkedText text={text} />}
        </Section>
      )}
      {pages.length > 0 ? <Pages {...props} /> : <Words {...props} />}
      {file && <Reading {...props} />}
    </>
  );
}

/** Words made to be used elsewhere (R146). */
function TextToCopy({ text }: { text: string }) {
  return (
    <Stack>
      <div id="texte">
        <MarkedText text={text} />
      </div>
      <copy-words data-of="texte" data-done={m.documents_copied()}>
        <template>
          <button type="button" class="button button-secondary">
            {m.documents_copy()}
          </button>
          <span role="status" />
        </template>
      </copy-words>
    </Stack>
  );
}

const SMALL = 640;

function Shown({
  file,
  alt,
  address,
}: {
  file: VersionFile;
  alt: string;
  address(size?: { taille: string }): string;
}) {
  return (
    <Picture
      src={address()}
      srcset={`${address({ taille: 'petite' })} ${Math.min(SMALL, file.width!)}w, ${address()} ${file.width}w`}
      sizes="(min-width: 60rem) 40rem, 100vw"
      alt={alt}
      width={file.width!}
      height={file.height!}
    />
  );
}

/** The first pages as pictures; below, their words for who does not see them. */
function Pages({ document, version, pages, blocks }: DocumentProps) {
  const at = { document: segmentOf(document), version: version.number };
  const { pages: all } = version;
  return (
    <Section
      title={m.documents_pages()}
      {...(all !== null &&
        all > pages.length && {
          lead: m.documents_pages_shown({ shown: pages.length, count: all }),
        })}
    >
      <Stack>
        {pages.map(({ page, file }) => (
          <Shown
            key={page}
            file={file}
            alt={m.documents_page_of({ page, title: document.title })}
            address={(size) => urls.documentPage({ ...at, page }, size)}
          />
        ))}
        {blocks.length > 0 && (
          <details>
            <summary>{m.documents_pages_words()}</summary>
            <Blocks blocks={blocks} />
          </details>
        )}
      </Stack>
    </Section>
  );
}

function Words({ blocks }: DocumentProps) {
  if (blocks.length === 0) return null;
  return (
    <Section title={m.documents_words_of_file()}>
      <Blocks blocks={blocks} />
    </Section>
  );
}

/** Words alone: no tag, no address and no picture of the file comes this far (W7). */
function Blocks({ blocks }: Pick<DocumentProps, 'blocks'>) {
  return (
    <div class="prose">
      {groupBlocks(blocks).map((group, at) => (
        <Shape key={at} group={group} />
      ))}
    </div>
  );
}

function Shape({ group }: { group: Group }) {
  if (group.kind === 'heading') return <h3>{group.text}</h3>;
  if (group.kind === 'paragraph') return <p dir="auto">{group.text}</p>;
  return (
    <ul>
      {group.items.map((item, place) => (
        <li key={place}>{item}</li>
      ))}
    </ul>
  );
}

/** What is not shown, and why. */
function Reading({ version, pages, blocks, document }: DocumentProps) {
  if (version.reading === 'waiting') return <p class="hint">{m.documents_reading_waits()}</p>;
  const isShown = pages.length > 0 || blocks.length > 0 || version.file?.width || version.text;
  return isShown || document.summary ? null : <p class="hint">{m.documents_only_file()}</p>;
}
