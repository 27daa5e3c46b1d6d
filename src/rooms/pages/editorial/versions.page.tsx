import * as m from '../../../paraglide/messages.js';
import { Differences } from '../../../ui/differences.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText } from '../../../ui/text.tsx';
import type { VersionLine } from './editorial.store.ts';
import type { EditorialPage, PageTexts } from './editorial.ts';
import type { Shelf } from './shelf.ts';
import { addressesOf, crumbsOf } from './shelf-address.page.ts';

const crumbs = (shelf: Shelf, page: EditorialPage) => [
  ...crumbsOf(shelf),
  { label: page.title, href: addressesOf(shelf).form(page.slug) },
];

interface ListProps {
  shelf: Shelf;
  page: EditorialPage;
  versions: readonly VersionLine[];
  names: ReadonlyMap<string, string>;
  nextHref: string | undefined;
}

/** What a page said, version by version. */
export function VersionsPage({ shelf, page, versions, names, nextHref }: ListProps) {
  return (
    <Column>
      <PageHeader
        title={m.pages_versions_title()}
        lead={m.pages_versions_lead()}
        breadcrumb={crumbs(shelf, page)}
      />
      <List>
        {versions.map(({ number, title, writtenBy, writtenAt }) => (
          <div key={number} class="office-fact">
            <p>
              <a href={addressesOf(shelf).versions(page.slug, { version: number })}>
                {m.pages_version_line({ number, title })}
              </a>
            </p>
            <p class="hint">
              <DateText at={writtenAt} shape="moment" />
              {writtenBy && ` · ${names.get(writtenBy) ?? ''}`}
            </p>
          </div>
        ))}
      </List>
      <Pagination nextHref={nextHref} />
    </Column>
  );
}

interface OneProps {
  shelf: Shelf;
  page: EditorialPage;
  number: number;
  texts: PageTexts;
  /** null: there was none before. */
  before: PageTexts | null;
}

/** One version, with what it changed. */
export function VersionPage({ shelf, page, number, texts, before }: OneProps) {
  const former = before ?? texts;
  const parts = [
    { title: m.pages_french(), lang: 'fr', names: ['title', 'summary', 'body'] as const },
    { title: m.pages_english(), lang: 'en', names: ['titleEn', 'summaryEn', 'bodyEn'] as const },
  ];
  const said = (of: PageTexts, names: readonly (keyof PageTexts)[]) =>
    names
      .map((name) => of[name])
      .filter((words) => words !== '')
      .join('\n\n');
  return (
    <Column>
      <PageHeader
        title={m.pages_version_title({ number })}
        lead={before ? m.pages_version_lead({ number: number - 1 }) : m.pages_version_first()}
        breadcrumb={crumbs(shelf, page)}
        actions={
          <ButtonLink kind="secondary" href={addressesOf(shelf).versions(page.slug)}>
            {m.pages_versions_title()}
          </ButtonLink>
        }
      />
      {parts
        .filter(({ names }) => said(texts, names) + said(former, names) !== '')
        .map(({ title, lang, names }) => (
          <Section key={lang} title={title}>
            <Differences before={said(former, names)} after={said(texts, names)} lang={lang} />
          </Section>
        ))}
    </Column>
  );
}
