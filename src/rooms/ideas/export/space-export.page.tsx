import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Space } from '../../consultations/index.ts';

/** What is said in a space, to be taken away and analysed (R103). */
export function SpaceExportPage({ space }: { space: Space }) {
  const parts = [
    {
      title: m.spaceexport_ideas(),
      lead: m.spaceexport_ideas_lead(),
      name: 'propositions',
    },
    {
      title: m.spaceexport_comments(),
      lead: m.spaceexport_comments_lead(),
      name: 'commentaires',
    },
  ];
  return (
    <Stack>
      <PageHeader
        title={m.spaceexport_title()}
        lead={m.spaceexport_lead()}
        breadcrumb={officeCrumbs(space)}
      />
      {parts.map(({ title, lead, name }) => (
        <Section key={name} title={title} lead={lead}>
          <Actions>
            {(['xlsx', 'csv', 'json'] as const).map((format) => (
              <ButtonLink
                key={format}
                href={urls.adminSpaceExport({ space: space.slug, file: `${name}.${format}` })}
                kind={format === 'xlsx' ? 'primary' : 'secondary'}
                icon="download"
                download
              >
                {format === 'xlsx'
                  ? m.imports_export_xlsx()
                  : format === 'csv'
                    ? m.imports_export_csv()
                    : m.opendata_ideas_json()}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      ))}
    </Stack>
  );
}
