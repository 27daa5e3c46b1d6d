import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { formatDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { sizeWords } from '../guides/index.page.ts';
import { sayNickname } from '../identity/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Document, Reach, VersionFile } from './document.ts';
import {
  formatWords,
  levelWords,
  periodWords,
  reachIcons,
  reachWords,
  resultTones,
  resultWords,
  typeIcons,
  typeWords,
} from './words.page.ts';

export type CardDocument = Document & { file: VersionFile | null };

/** A document among others. */
export function DocumentCard({
  document,
  author,
  mandate,
  withPicture = false,
  level = 3,
  isPublicList = false,
}: {
  document: CardDocument;
  author: string | null;
  mandate?: string | undefined;
  withPicture?: boolean;
  level?: 2 | 3;
  /** Among others that everybody reads: it is not said of each. */
  isPublicList?: boolean;
}) {
  const { number, title, file } = document;
  const segment = numberedSegment(number, title);
  const said = [
    author && sayNickname(author),
    author && mandate,
    document.assembly,
    document.level && levelWords[document.level](),
    document.place,
    document.contact && m.documents_card_contact({ contact: document.contact }),
    document.territory,
    periodWords(document),
    m.documents_on({ date: formatDate(document.changedAt, 'day') }),
    file &&
      m.documents_format_size({ format: formatWords(file.mediaType), size: sizeWords(file.bytes) }),
  ];
  return (
    <Card
      title={title}
      level={level}
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
      {...(document.type === 'tool' &&
        (file || document.link) && { action: <Take {...document} /> })}
      state={
        document.result && (
          <StateBadge tone={resultTones[document.result]}>
            {resultWords[document.result]()}
          </StateBadge>
        )
      }
      meta={[
        ...(isPublicList ? [] : [<ReachWords key="reach" reach={document.reach} />]),
        ...(document.isTemplate ? [m.documents_is_template()] : []),
        ...(document.reuses > 0 ? [m.documents_reuses({ count: document.reuses })] : []),
        ...said.filter((words): words is string => Boolean(words)),
      ]}
    />
  );
}

/** A tool is taken where it is seen (R146). */
function Take({ number, title, latest, file, link }: CardDocument) {
  const about = <span class="visually-hidden">{title}</span>;
  if (!file)
    return (
      <a href={link} rel="nofollow noopener">
        {m.documents_tool_open()} {about}
      </a>
    );
  const at = { document: numberedSegment(number, title), version: String(latest) };
  return (
    <a href={urls.documentFile(at)} download>
      <Icon name="download" />{' '}
      {m.documents_download({
        format: formatWords(file.mediaType),
        size: sizeWords(file.bytes),
      })}{' '}
      {about}
    </a>
  );
}

export function ReachWords({ reach }: { reach: Reach }) {
  return (
    <>
      <Icon name={reachIcons[reach]} /> {reachWords[reach]()}
    </>
  );
}
