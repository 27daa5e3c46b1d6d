import * as m from '../../paraglide/messages.js';
import type { DataSet } from '../../platform/sets/data-set.ts';
import type { Format } from '../../platform/sets/formats.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

interface Props {
  edition: Edition;
  sets: readonly { set: DataSet; rows: number }[];
  /** Whether a poll was opened: its turnout has a file then. */
  hasPoll: boolean;
}

/** Those that an office opens; the others answer at their addresses too. */
const OFFERED: readonly Format[] = ['csv', 'xlsx', 'json'];

/** Every file that the office of an edition may take away: what is in it, and whether people are. */
export function ExportsPage({ edition, sets, hasPoll }: Props) {
  const at = { edition: edition.slug };
  const personal = sets.filter(({ set }) => set.isPersonal);
  return (
    <Stack>
      <PageHeader
        title={m.opendata_exports()}
        lead={m.opendata_exports_lead()}
        breadcrumb={[{ label: edition.title, href: urls.adminEdition(at) }]}
      />
      <Notice tone="warning" title={m.opendata_personal_title()}>
        <p>{m.opendata_personal_words()}</p>
      </Notice>
      <Section title={m.opendata_exports_personal()} lead={m.opendata_exports_personal_lead()}>
        <SetTable at={at} sets={personal} caption={m.opendata_exports_personal()} />
        <Elsewhere at={at} hasPoll={hasPoll} />
      </Section>
      <Section title={m.opendata_exports_plain()} lead={m.opendata_exports_plain_lead()}>
        <SetTable
          at={at}
          sets={sets.filter(({ set }) => !set.isPersonal)}
          caption={m.opendata_exports_plain()}
        />
        <p>
          <a href={urls.openData()}>{m.opendata_exports_public()}</a>
        </p>
      </Section>
    </Stack>
  );
}

/** Files that have their own page, with what else is to be known of them. */
function Elsewhere({ at, hasPoll }: { at: { edition: string }; hasPoll: boolean }) {
  const links = [
    { href: urls.adminIdeasExport(at), label: m.opendata_exports_ideas() },
    ...(hasPoll ? [{ href: urls.adminPollWatch(at), label: m.opendata_exports_turnout() }] : []),
  ];
  return (
    <ul class="office-links">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function SetTable({
  at,
  sets,
  caption,
}: {
  at: { edition: string };
  sets: Props['sets'];
  caption: string;
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'set', label: m.opendata_set() },
        { key: 'meaning', label: m.opendata_holds(), sentences: true, ownWords: true },
        { key: 'rows', label: m.opendata_rows(), numeric: true },
        { key: 'files', label: m.opendata_files() },
      ]}
      rows={sets.map(({ set, rows }) => ({
        set:
          set.audience === 'public' ? (
            <a href={urls.dataSet({ set: set.key })}>{set.title()}</a>
          ) : (
            set.title()
          ),
        meaning: set.meaning(),
        rows: formatNumber(rows),
        files: (
          <span class="file-links">
            {OFFERED.map((format) => (
              <ButtonLink
                key={format}
                href={urls.adminExport({ ...at, file: `${set.key}.${format}` })}
                kind="secondary"
                size="small"
                about={set.title()}
                download
              >
                {format.toUpperCase()}
              </ButtonLink>
            ))}
          </span>
        ),
      }))}
    />
  );
}
