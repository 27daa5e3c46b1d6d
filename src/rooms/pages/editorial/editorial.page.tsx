import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Written } from '../languages.ts';
import { MoveButtons } from '../move-buttons.page.tsx';
import { type EditorialPage, type Place, readPage } from './editorial.ts';

/** The page as everybody reads it; whoever writes it sees it before it is published. */
export function PublicPage({ page, locale }: { page: EditorialPage; locale: Written }) {
  const { title, summary, body, lang } = readPage(page, locale);
  const foreign = lang === locale ? {} : { lang };
  return (
    <Column>
      <PageHeader
        title={title}
        {...foreign}
        {...(summary && { lead: <span {...foreign}>{summary}</span> })}
        meta={
          <>
            {m.pages_written_on()} <DateText at={page.writtenAt} shape="long" />
          </>
        }
      />
      {page.publishedAt === null && <Notice tone="warning">{m.pages_not_published()}</Notice>}
      <MarkedText text={body} {...foreign} />
    </Column>
  );
}

/** All pages, for those who write them, in the order of menu and footer. */
export function OfficePagesPage({ pages }: { pages: readonly EditorialPage[] }) {
  return (
    <>
      <PageHeader
        title={m.pages_office_title()}
        lead={m.pages_office_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.adminNewPage()}>
              {m.pages_new()}
            </ButtonLink>
            <ButtonLink kind="quiet" href={urls.adminFaq()}>
              {m.pages_faq_office_title()}
            </ButtonLink>
            <ButtonLink kind="quiet" href={urls.adminPartners()}>
              {m.pages_partners_office_title()}
            </ButtonLink>
          </>
        }
      />
      {pages.length === 0 ? (
        <EmptyState icon="book" title={m.pages_none_title()}>
          <p>{m.pages_none()}</p>
        </EmptyState>
      ) : (
        <Section title={m.pages_list()} lead={m.pages_list_lead()}>
          <List ordered>
            {pages.map((page, at) => (
              <div key={page.id} class="office-step">
                <p>
                  <a href={urls.adminPage({ page: page.slug })} lang="fr">
                    {page.title}
                  </a>{' '}
                  <PageState page={page} />
                </p>
                <p class="hint">
                  {whereWords[page.shownIn]()}
                  {page.titleEn === '' ? '' : ` · ${m.pages_also_english()}`}
                </p>
                <div class="actions">
                  <MoveButtons
                    action={urls.adminPageMove({ page: page.slug })}
                    about={page.title}
                    first={at === 0}
                    last={at === pages.length - 1}
                  />
                </div>
              </div>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

const whereWords: Record<Place, () => string> = {
  menu: m.pages_where_menu,
  footer: m.pages_where_footer,
  nowhere: m.pages_where_nowhere,
};

export function PageState({ page }: { page: EditorialPage }) {
  return page.publishedAt === null ? (
    <StateBadge>{m.guides_state_unpublished()}</StateBadge>
  ) : (
    <StateBadge tone="success">{m.guides_state_published()}</StateBadge>
  );
}
