import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { MoveButtons } from '../move-buttons.page.tsx';
import type { EditorialPage, Place } from './editorial.ts';
import type { Shelf } from './shelf.ts';
import { addressesOf, crumbsOf } from './shelf-address.page.ts';

interface Props {
  shelf: Shelf;
  pages: readonly EditorialPage[];
}

/** All pages of a shelf, for those who write them, in the order in which they are led to. */
export function OfficePagesPage({ shelf, pages }: Props) {
  const to = addressesOf(shelf);
  const isOwn = shelf.kind === 'organisation';
  return (
    <>
      <PageHeader
        title={m.pages_office_title()}
        {...(!isOwn && { kicker: shelf.component.title })}
        lead={isOwn ? m.pages_office_lead() : m.pages_shelf_lead()}
        breadcrumb={crumbsOf(shelf, { deep: false })}
        actions={
          <>
            <ButtonLink icon="plus" href={to.fresh()}>
              {m.pages_new()}
            </ButtonLink>
            {isOwn && (
              <>
                <ButtonLink kind="quiet" href={urls.adminFaq()}>
                  {m.pages_faq_office_title()}
                </ButtonLink>
                <ButtonLink kind="quiet" href={urls.adminPartners()}>
                  {m.pages_partners_office_title()}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {pages.length === 0 ? (
        <EmptyState icon="book" title={m.pages_none_title()}>
          <p>{isOwn ? m.pages_none() : m.pages_shelf_none()}</p>
        </EmptyState>
      ) : (
        <Section
          title={m.pages_list()}
          lead={isOwn ? m.pages_list_lead() : m.pages_shelf_list_lead()}
        >
          <List ordered>
            {pages.map((page, at) => (
              <div key={page.id} class="office-step">
                <p>
                  <a href={to.form(page.slug)} lang="fr">
                    {page.title}
                  </a>{' '}
                  <PageState page={page} />
                </p>
                <p class="hint">
                  {[
                    isOwn ? whereWords[page.shownIn]() : '',
                    page.titleEn === '' ? '' : m.pages_also_english(),
                  ]
                    .filter((words) => words !== '')
                    .join(' · ')}
                </p>
                <div class="actions">
                  <MoveButtons
                    action={to.move(page.slug)}
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
