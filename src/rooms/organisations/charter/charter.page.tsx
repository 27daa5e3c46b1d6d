import * as m from '../../../paraglide/messages.js';
import { Differences } from '../../../ui/differences.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { List, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText, Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { CharterVersion } from './charter.ts';

const breadcrumb = () => [{ label: m.organisations_charter_title(), href: urls.charter() }];

interface VersionsProps {
  versions: readonly CharterVersion[];
  inForce: number;
  /** Older versions than these. */
  nextHref: string | undefined;
}

/** Every version that was in force, the latest first: anyone may read them. */
export function CharterVersionsPage({ versions, inForce, nextHref }: VersionsProps) {
  return (
    <Column>
      <PageHeader
        title={m.charter_versions_title()}
        lead={m.charter_versions_lead()}
        breadcrumb={breadcrumb()}
      />
      <List label={m.charter_versions_title()}>
        {versions.map((one) => (
          <div key={one.version} class="card-words">
            <p>
              <a href={urls.charterVersion({ version: String(one.version) })}>
                {m.charter_version({ version: one.version })}
              </a>
              {one.version === inForce && <strong> {m.charter_in_force()}</strong>}
              <br />
              <DateText at={one.publishedAt} />
            </p>
            {one.summary && <Prose text={one.summary} />}
          </div>
        ))}
      </List>
      <Pagination {...(nextHref && { nextHref })} />
    </Column>
  );
}

interface VersionProps {
  shown: CharterVersion & { body: string };
  /** The one before it; null: it is the first. */
  before: { version: number; body: string } | null;
  inForce: number;
}

/** One version: what changed in it, then its whole text. */
export function CharterVersionPage({ shown, before, inForce }: VersionProps) {
  return (
    <Column>
      <PageHeader
        title={m.charter_version({ version: shown.version })}
        lead={<DateText at={shown.publishedAt} />}
        breadcrumb={[
          ...breadcrumb(),
          { label: m.charter_versions_title(), href: urls.charterVersions() },
        ]}
      />
      {shown.version !== inForce && (
        <Notice tone="warning" actions={<a href={urls.charter()}>{m.charter_read_in_force()}</a>}>
          {m.charter_version_old()}
        </Notice>
      )}
      {before && (
        <Section title={m.charter_changes_title()}>
          {shown.summary && <Prose text={shown.summary} />}
          <p class="hint">{m.charter_changes_hint({ version: before.version })}</p>
          <Differences before={before.body} after={shown.body} />
        </Section>
      )}
      <Section title={m.charter_whole_title()}>
        <Prose text={shown.body} />
      </Section>
      <p>
        <ButtonLink kind="secondary" href={urls.charterVersions()}>
          {m.charter_versions_all()}
        </ButtonLink>
      </p>
    </Column>
  );
}
