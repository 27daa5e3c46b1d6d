import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Column } from '../../../ui/layout.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText } from '../../../ui/text.tsx';
import type { Written } from '../languages.ts';
import { type EditorialPage, readPage } from './editorial.ts';
import type { PagePicture } from './picture.ts';
import { placeable } from './pictures.page.tsx';

interface Props {
  page: EditorialPage;
  pictures: readonly PagePicture[];
  locale: Written;
  /** For those who write it. */
  actions?: ComponentChildren;
}

/** The page as everybody reads it; whoever writes it sees it before it is published. */
export function PublicPage({ page, pictures, locale, actions }: Props) {
  const { title, summary, body, lang } = readPage(page, locale);
  const foreign = lang === locale ? {} : { lang };
  return (
    <Column>
      <PageHeader
        title={title}
        {...foreign}
        {...(summary && { lead: <span {...foreign}>{summary}</span> })}
        {...(actions && { actions })}
        meta={
          <>
            {m.pages_written_on()} <DateText at={page.writtenAt} shape="long" />
          </>
        }
      />
      {page.publishedAt === null && <Notice tone="warning">{m.pages_not_published()}</Notice>}
      <MarkedText text={body} {...foreign} pictures={placeable(pictures, lang)} />
    </Column>
  );
}
