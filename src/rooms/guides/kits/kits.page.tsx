import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { KIT_AUDIENCES, type Kit, type KitAudience, type KitItem } from './kit.ts';
import { kitAudienceWords, saySteps, sheetWords } from './kit-words.page.ts';

/** Name and size of the files, by id. */
export type FileNames = ReadonlyMap<string, { name: string; size: string }>;

interface Props {
  edition: Edition;
  now: Date;
  kits: readonly Kit[];
  files: FileNames;
  /** Shown alone; null: every audience. */
  audience: KitAudience | null;
  officer: boolean;
  /** The pre-electoral period that runs; null: none does. */
  pause: PromotionPause | null;
}

/** The kits of an edition, by audience: what the reader may see of them. */
export function KitsPage({ edition, now, kits, files, audience, officer, pause }: Props) {
  const at = { edition: edition.slug };
  const audiences = KIT_AUDIENCES.filter((one) => kits.some((kit) => kit.audiences.includes(one)));
  const shown = audience ? kits.filter((kit) => kit.audiences.includes(audience)) : kits;
  return (
    <EditionFrame edition={edition} now={now} current="kits">
      <PageHeader
        title={m.guides_kits()}
        lead={m.guides_kits_public_lead()}
        {...(officer &&
          edition.archivedAt === null && {
            actions: (
              <ButtonLink kind="secondary" icon="edit" href={urls.adminKits(at)}>
                {m.guides_kits_office_link()}
              </ButtonLink>
            ),
          })}
      />
      {pause && <PromotionPauseNotice pause={pause} />}
      {audiences.length > 1 && (
        <nav class="edition-tabs" aria-label={m.guides_kits_for_whom()}>
          <ul>
            <li>
              <a href={urls.kits(at)} aria-current={audience === null ? 'page' : undefined}>
                {m.guides_kits_all()}
              </a>
            </li>
            {audiences.map((one) => (
              <li key={one}>
                <a
                  href={urls.kits(at, { pour: one })}
                  aria-current={audience === one ? 'page' : undefined}
                >
                  {kitAudienceWords[one]()}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.length === 0 && !pause && (
        <EmptyState icon="download" title={m.guides_kits_none_title()}>
          <p>{m.guides_kits_none()}</p>
        </EmptyState>
      )}
      {shown.map((kit) => (
        <KitSection key={kit.id} edition={edition} kit={kit} files={files} />
      ))}
    </EditionFrame>
  );
}

function KitSection({ edition, kit, files }: { edition: Edition; kit: Kit; files: FileNames }) {
  return (
    <Section title={kit.title} lead={kit.summary}>
      <p class="meta">
        {KIT_AUDIENCES.filter((one) => kit.audiences.includes(one)).map((one) => (
          <Tag key={one}>{kitAudienceWords[one]()}</Tag>
        ))}
        <Tag icon="calendar">{saySteps(kit.steps)}</Tag>
        {kit.shownTo !== 'public' && (
          <StateBadge icon="lock">
            {kit.shownTo === 'staff' ? m.guides_kit_for_staff() : m.guides_shown_office()}
          </StateBadge>
        )}
      </p>
      {kit.items.length > 0 && (
        <List label={kit.title}>
          {kit.items.map((item) => (
            <ItemLine key={item.number} edition={edition} kit={kit} item={item} files={files} />
          ))}
        </List>
      )}
    </Section>
  );
}

function ItemLine({
  edition,
  kit,
  item,
  files,
}: {
  edition: Edition;
  kit: Kit;
  item: KitItem;
  files: FileNames;
}) {
  const { title, hint } = sayItem(item, files);
  return (
    <div class="office-step">
      <p>
        <a href={urls.kitItem({ edition: edition.slug, kit: kit.slug, item: item.number })}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <p class="hint">{hint}</p>
    </div>
  );
}

/** What an item is called, and what it is. */
export function sayItem(item: KitItem, files: FileNames): { title: string; hint: string } {
  if (item.sheet) {
    const words = sheetWords[item.sheet];
    return { title: words.title(), hint: words.hint() };
  }
  const file = files.get(item.fileId ?? '');
  return {
    title: item.title || file?.name || '',
    hint: [item.title ? file?.name : '', file?.size].filter(Boolean).join(' · '),
  };
}
