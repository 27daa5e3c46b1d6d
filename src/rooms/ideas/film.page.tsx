import * as m from '../../paraglide/messages.js';
import { fileSegment } from '../../platform/files/upload.ts';
import { urls } from '../../urls.ts';
import type { Attachment } from './idea.ts';
import { linkHost } from './video-link.ts';
import { sizeWords } from './words.page.ts';

/** A film of ours: nothing is loaded but its beginning, and its words stand beside it for those who do not see it. */
export function Film({ file, title }: { file: Attachment; title: string }) {
  const src = urls.file({ file: fileSegment(file) });
  const name = file.alt || m.attachments_film_of({ title });
  return (
    <figure class="picture">
      {/* biome-ignore lint/a11y/useMediaCaption: a resident's film has no captions; its words stand below */}
      <video controls preload="metadata" aria-label={name} src={src} />
      <figcaption>
        <p>{file.alt || m.attachments_film_without_words()}</p>
        <p>
          <a href={src} download>
            {m.attachments_film_download({ name: file.name, size: sizeWords(file.bytes) })}
          </a>
        </p>
      </figcaption>
    </figure>
  );
}

/** A film that lies elsewhere, as a plain link whose host is seen. */
export function VideoLink({ link }: { link: string }) {
  if (link === '') return null;
  return (
    <p>
      <a href={link} rel="nofollow ugc noopener noreferrer">
        <bdi>{m.attachments_link_seen({ host: linkHost(link) })}</bdi>
      </a>
      <span class="hint"> {m.attachments_link_elsewhere()}</span>
    </p>
  );
}
