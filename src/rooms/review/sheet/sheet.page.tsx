import type { VNode } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Meta } from '../../../ui/card.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { ideaSegment } from '../../ideas/index.page.ts';
import type { Idea } from '../../ideas/index.ts';
import { categoryLook } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Sheet } from './study.store.ts';
import { refuseStudy, type Standing } from './study.ts';
import { closedWords, sayAdmissible } from './words.page.ts';

interface Props {
  edition: Edition;
  idea: Idea;
  sheet: Sheet;
  standing: Standing;
  /** Of the problems of the form that came back. */
  summary: VNode | null;
  parts: readonly { id: string; name: string; body: VNode }[];
}

/** The file of an idea: everything the office knows of it, on one page. */
export function SheetPage({ edition, idea, sheet, standing, summary, parts }: Props) {
  const look = categoryLook(edition, idea.categoryId);
  const closed = refuseStudy(standing);
  const { admissible } = sheet.study;
  const given = sheet.opinions.filter(({ state }) => state === 'given').length;
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  return (
    <>
      {summary}
      <PageHeader
        title={idea.title}
        {...(lang && { lang })}
        kicker={m.study_kicker({ number: idea.number })}
        breadcrumb={[
          { label: m.study_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
        ]}
        meta={
          <>
            {look && (
              <Tag icon={look.icon} tint={look.tint}>
                {look.label}
              </Tag>
            )}
            <StateBadge tone={admissible === null ? 'neutral' : admissible ? 'success' : 'danger'}>
              {sayAdmissible(admissible)}
            </StateBadge>
            <Meta
              facts={[
                sheet.opinions.length === 0
                  ? m.study_opinions_none()
                  : m.study_opinions_given({ given, asked: sheet.opinions.length }),
                m.study_deposited_on({ date: formatDate(idea.publishedAt, 'day') }),
                <a href={urls.idea({ edition: edition.slug, idea: ideaSegment(idea) })}>
                  {m.study_public_page()}
                </a>,
              ]}
            />
          </>
        }
      />
      {closed && <Notice tone="info">{closedWords[closed]()}</Notice>}
      <nav aria-label={m.study_parts()}>
        <ul class="page-parts">
          {parts.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ body }) => body)}
    </>
  );
}
