import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Space } from '../space.ts';
import { spaceKindWords, stateOfSpace } from './office-words.page.ts';

/** Spaces that the reader runs. */
export function OfficeSpacesPage({
  spaces,
  mayCreate,
}: {
  spaces: readonly Space[];
  mayCreate: boolean;
}) {
  const add = mayCreate && (
    <ButtonLink href={urls.adminNewSpace()} icon="plus">
      {m.spaceoffice_create_one()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.spaceoffice_spaces()}
        lead={m.spaceoffice_spaces_lead()}
        {...(mayCreate && { breadcrumb: [{ label: m.site_nav_admin(), href: urls.admin() }] })}
        actions={
          <>
            {add}
            <ButtonLink kind="quiet" icon="eye" href={urls.spaces()}>
              {m.spaceoffice_public()}
            </ButtonLink>
          </>
        }
      />
      {spaces.length === 0 ? (
        <EmptyState icon="citizens" title={m.spaceoffice_none()} actions={add}>
          <p>{m.spaceoffice_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.spaceoffice_spaces()}
          captionHidden
          columns={[
            { key: 'title', label: m.spaceoffice_title() },
            { key: 'kind', label: m.spaceoffice_kind() },
            { key: 'seen', label: m.spaceoffice_seen() },
            { key: 'state', label: m.spaceoffice_state() },
          ]}
          rows={spaces.map((space) => {
            const { tone, words } = stateOfSpace(space);
            return {
              title: (
                <a href={urls.adminSpace({ space: space.slug })}>
                  <bdi>{space.title}</bdi>
                </a>
              ),
              kind: spaceKindWords[space.kind].name(),
              seen: space.isPrivate ? m.spaceoffice_seen_members() : m.spaceoffice_seen_everybody(),
              state: <StateBadge tone={tone}>{words}</StateBadge>,
            };
          })}
        />
      )}
    </Stack>
  );
}
