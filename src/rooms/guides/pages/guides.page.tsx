import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Guide } from './guide.ts';
import { readingState } from './guide.ts';

/** A file of a page, as readers see it. */
export interface GuideDocument {
  number: number;
  name: string;
  bytes: string;
}

interface ListProps {
  guides: readonly Guide[];
  /** By id of page: the newest version that the reader acknowledged. */
  read: ReadonlyMap<string, number>;
  /** Those with kits for whoever holds a role. */
  editions: readonly Pick<Edition, 'slug' | 'title'>[];
  officer: boolean;
}

/** « Espace agents »: what is to be read first, then what was. */
export function GuidesPage({ guides, read, editions, officer }: ListProps) {
  const stateOf = (guide: Guide) => readingState(guide, read.get(guide.id) ?? null);
  const due = guides.filter((guide) => stateOf(guide) !== 'read');
  const done = guides.filter((guide) => stateOf(guide) === 'read');
  return (
    <Column>
      <PageHeader
        title={m.guides_title()}
        lead={m.guides_lead()}
        {...(guides.length > 0 && {
          meta: m.guides_progress({ read: done.length, count: guides.length }),
        })}
        {...(officer && {
          actions: (
            <ButtonLink kind="secondary" icon="edit" href={urls.adminGuides()}>
              {m.guides_office_link()}
            </ButtonLink>
          ),
        })}
      />
      {guides.length === 0 && (
        <EmptyState icon="book" title={m.guides_none_title()}>
          <p>{m.guides_none()}</p>
        </EmptyState>
      )}
      {guides.length > 0 && due.length === 0 && (
        <Notice tone="success" title={m.guides_all_read_title()}>
          <p>{m.guides_all_read()}</p>
        </Notice>
      )}
      {due.length > 0 && (
        <Section title={m.guides_due()}>
          <List>
            {due.map((guide) => (
              <GuideLine key={guide.id} guide={guide} state={stateOf(guide)} />
            ))}
          </List>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={m.guides_done()}>
          <List>
            {done.map((guide) => (
              <GuideLine key={guide.id} guide={guide} state="read" />
            ))}
          </List>
        </Section>
      )}
      {editions.length > 0 && (
        <Section title={m.guides_kits()} lead={m.guides_kits_lead()}>
          <List>
            {editions.map(({ slug, title }) => (
              <p key={slug}>
                <a href={urls.kits({ edition: slug })}>
                  <bdi>{title}</bdi>
                </a>
              </p>
            ))}
          </List>
        </Section>
      )}
    </Column>
  );
}

function GuideLine({ guide, state }: { guide: Guide; state: ReturnType<typeof readingState> }) {
  return (
    <div class="office-step">
      <p>
        <a href={urls.guide({ page: guide.slug })} lang={guide.lang}>
          {guide.title}
        </a>
        {state === 'changed' && <StateBadge tone="warning">{m.guides_state_changed()}</StateBadge>}
      </p>
      {guide.summary && (
        <p class="hint" lang={guide.lang}>
          {guide.summary}
        </p>
      )}
    </div>
  );
}

interface GuideProps {
  guide: Guide;
  documents: readonly GuideDocument[];
  /** The newest version that the reader acknowledged, and when. */
  reading: { version: number; readAt: Date } | null;
  next: Guide | null;
}

/** One training page, and « J'ai lu et compris ». */
export function GuidePage({ guide, documents, reading, next }: GuideProps) {
  const state = readingState(guide, reading?.version ?? null);
  return (
    <Column>
      <PageHeader
        title={guide.title}
        lang={guide.lang}
        lead={guide.summary}
        breadcrumb={[{ label: m.guides_title(), href: urls.guides() }]}
        meta={
          <span>
            {m.guides_written()} <DateText at={guide.writtenAt} />
          </span>
        }
      />
      {state === 'changed' && (
        <Notice tone="warning" title={m.guides_changed_title()}>
          <p>{m.guides_changed()}</p>
        </Notice>
      )}
      <MarkedText text={guide.body} lang={guide.lang} />
      <Documents guide={guide} documents={documents} />
      {state === 'read' ? (
        <Notice
          tone="success"
          title={m.guides_read_title()}
          {...(next && {
            actions: (
              <ButtonLink kind="secondary" href={urls.guide({ page: next.slug })}>
                {m.guides_next({ title: next.title })}
              </ButtonLink>
            ),
          })}
        >
          <p>
            {m.guides_read_on()} <DateText at={reading!.readAt} shape="moment" />
          </p>
        </Notice>
      ) : (
        <Section title={m.guides_acknowledge_title()} lead={m.guides_acknowledge_lead()}>
          <ButtonForm
            action={urls.acknowledgeGuide({ page: guide.slug })}
            values={{ version: guide.version }}
            size="large"
            icon="check"
          >
            {m.guides_acknowledge()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

function Documents({ guide, documents }: Pick<GuideProps, 'guide' | 'documents'>) {
  if (documents.length === 0) return null;
  return (
    <Section title={m.guides_documents()}>
      <List>
        {documents.map(({ number, name, bytes }) => (
          <p key={number}>
            <a href={urls.guideFile({ page: guide.slug, file: number })}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="hint">{bytes}</span>
          </p>
        ))}
      </List>
    </Section>
  );
}
