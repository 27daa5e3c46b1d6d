import * as m from '../../paraglide/messages.js';
import { fileSegment, SMALL_WIDTH, showAs } from '../../platform/files/upload.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { Picture } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import { Film } from './film.page.tsx';
import type { Attachment } from './idea.ts';
import { sizeWords } from './words.page.ts';

/** Pictures at their own ratio, films, then documents as links. */
export function Attachments({
  title,
  attachments,
  level = 2,
}: {
  title: string;
  attachments: readonly Attachment[];
  level?: 2 | 3;
}) {
  if (attachments.length === 0) return null;
  const films = attachments.filter((file) => showAs(file) === 'video');
  const documents = attachments.filter((file) => showAs(file) === 'document');
  return (
    <Section title={m.ideas_attachments()} level={level}>
      <Stack>
        {attachments.map(
          (file) =>
            file.width !== null &&
            file.height !== null && (
              <Picture
                key={file.fileId}
                src={urls.file({ file: fileSegment(file) })}
                srcset={`${urls.file({ file: fileSegment(file, 'small') })} ${Math.min(file.width, SMALL_WIDTH)}w, ${urls.file({ file: fileSegment(file) })} ${file.width}w`}
                sizes="(min-width: 60rem) 40rem, 100vw"
                alt={file.alt || m.ideas_picture_of({ title })}
                width={file.width}
                height={file.height}
              />
            ),
        )}
        {films.map((file) => (
          <Film key={file.fileId} file={file} title={title} />
        ))}
        {documents.length > 0 && (
          <ul>
            {documents.map((file) => (
              <li key={file.fileId}>
                <Icon name="document" />{' '}
                <a href={urls.file({ file: fileSegment(file) })} download>
                  <bdi>
                    {m.ideas_document_size({ name: file.name, size: sizeWords(file.bytes) })}
                  </bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Section>
  );
}
