import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Guide } from './guide.ts';
import { audienceWords } from './role-list.page.ts';
import type { ReadCount } from './staff-reading.store.ts';

interface Props {
  guides: readonly Guide[];
  counts: ReadonlyMap<string, ReadCount>;
  /** Starting pages that are not there yet. */
  missing: number;
}

/** The training pages, for officers: in order, with how many have read each. */
export function OfficeGuidesPage({ guides, counts, missing }: Props) {
  const add = <StartForm missing={missing} primary={guides.length === 0} />;
  return (
    <>
      <PageHeader
        title={m.guides_office_title()}
        lead={m.guides_office_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
        actions={
          <>
            <ButtonLink
              kind={guides.length > 0 ? 'primary' : 'secondary'}
              icon="plus"
              href={urls.adminNewGuide()}
            >
              {m.guides_new_title()}
            </ButtonLink>
            {guides.length > 0 && missing > 0 && add}
            <ButtonLink kind="quiet" icon="eye" href={urls.guides()}>
              {m.guides_see_as_reader()}
            </ButtonLink>
          </>
        }
      />
      {guides.length === 0 ? (
        <EmptyState icon="book" title={m.guides_office_none_title()} actions={add}>
          <p>{m.guides_office_none()}</p>
        </EmptyState>
      ) : (
        <Section title={m.guides_office_list()} lead={m.guides_office_list_lead()}>
          <List ordered>
            {guides.map((guide, at) => (
              <Line
                key={guide.id}
                guide={guide}
                count={counts.get(guide.id)}
                first={at === 0}
                last={at === guides.length - 1}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

function StartForm({ missing, primary }: { missing: number; primary: boolean }) {
  return (
    <ButtonForm
      action={urls.adminGuidesStart()}
      kind={primary ? 'primary' : 'secondary'}
      icon="sparkles"
    >
      {m.guides_start({ count: missing })}
    </ButtonForm>
  );
}

function Line({
  guide,
  count,
  first,
  last,
}: {
  guide: Guide;
  count: ReadCount | undefined;
  first: boolean;
  last: boolean;
}) {
  const at = { page: guide.slug };
  return (
    <div class="office-step">
      <p>
        <a href={urls.adminGuide(at)} lang={guide.lang}>
          {guide.title}
        </a>
        <GuideState guide={guide} />
      </p>
      <p class="hint">{m.guides_for({ who: audienceWords(guide.audience) })}</p>
      {guide.publishedAt !== null && (
        <p>
          <a href={urls.adminGuideReadings(at)}>
            {count
              ? m.guides_read_count({ read: count.read, count: count.concerned })
              : m.guides_nobody_concerned()}
          </a>
        </p>
      )}
      <div class="actions">
        {!first && (
          <ButtonForm
            action={urls.adminGuideMove(at)}
            values={{ sens: 'haut' }}
            kind="quiet"
            size="small"
            icon="arrow-up"
            about={guide.title}
          >
            {m.guides_up()}
          </ButtonForm>
        )}
        {!last && (
          <ButtonForm
            action={urls.adminGuideMove(at)}
            values={{ sens: 'bas' }}
            kind="quiet"
            size="small"
            icon="arrow-down"
            about={guide.title}
          >
            {m.guides_down()}
          </ButtonForm>
        )}
      </div>
    </div>
  );
}

export function GuideState({ guide }: { guide: Guide }) {
  return guide.publishedAt === null ? (
    <StateBadge>{m.guides_state_unpublished()}</StateBadge>
  ) : (
    <StateBadge tone="success">{m.guides_state_published()}</StateBadge>
  );
}
