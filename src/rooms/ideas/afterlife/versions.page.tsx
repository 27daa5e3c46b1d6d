import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Differences } from '../../../ui/differences.tsx';
import { Select } from '../../../ui/field.tsx';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { languageName } from '../../spaces/index.page.ts';
import type { Board } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { lookOf } from '../category.page.ts';
import type { Idea } from '../idea.ts';
import { ideaSegment } from '../idea-address.ts';
import type { NumberedVersion } from './versions.ts';

interface Props {
  board: Board;
  idea: Idea;
  versions: readonly NumberedVersion[];
  from: NumberedVersion;
  to: NumberedVersion;
}

/** What its author corrected: the older text with what went struck out, and what came underlined. */
export function VersionsPage({ board, idea, versions, from, to }: Props) {
  const address = addressesOf(board);
  const at = { idea: ideaSegment(idea) };
  const lang = idea.lang === getLocale() ? {} : { lang: idea.lang };
  const category = (version: NumberedVersion) =>
    lookOf(board.categories, version.categoryId)?.label ?? '';
  const parts = [
    { label: m.ideas_field_title(), before: from.title, after: to.title, ...lang },
    { label: m.ideas_field_category(), before: category(from), after: category(to) },
    { label: m.ideas_field_body(), before: from.body, after: to.body, ...lang },
    {
      label: m.ideas_field_lang(),
      before: languageName(from.lang),
      after: languageName(to.lang),
    },
  ].filter(({ before, after }) => before !== after);
  return (
    <Column>
      <PageHeader
        title={m.afterlife_versions_title()}
        lead={m.afterlife_versions_lead()}
        breadcrumb={[{ label: idea.title, href: address.idea(at) }]}
      />
      <DescriptionList
        items={[from, to].map((version) => ({
          term: m.afterlife_version({ number: version.number }),
          detail: formatDateTime(version.at),
        }))}
      />
      {parts.length === 0 && <Notice>{m.afterlife_versions_same()}</Notice>}
      {parts.map(({ label, ...texts }) => (
        <Section key={label} title={label}>
          <Differences {...texts} />
        </Section>
      ))}
      {versions.length > 2 && (
        <Section title={m.afterlife_versions_others()}>
          <Form method="get" action={address.ideaVersions(at)}>
            {(['de', 'a'] as const).map((name) => (
              <Select
                key={name}
                name={name}
                label={name === 'de' ? m.afterlife_versions_from() : m.afterlife_versions_to()}
                value={String((name === 'de' ? from : to).number)}
                options={versions.map(({ number }) => ({
                  value: String(number),
                  label: m.afterlife_version({ number }),
                }))}
              />
            ))}
            <SubmitButton kind="secondary">{m.afterlife_versions_show()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Column>
  );
}
