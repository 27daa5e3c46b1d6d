import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Kit, ShownTo } from './kit.ts';
import { sayAudiences, saySteps, shownToWords } from './kit-words.page.ts';

export const crumbs = (edition: Edition) => [
  { label: m.spaces_office(), href: urls.admin() },
  { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
];

interface ListProps {
  edition: Edition;
  kits: readonly Kit[];
  /** `kitId number` → downloads in all. */
  downloads: ReadonlyMap<string, number>;
}

/** The kits of an edition, for officers. */
export function OfficeKitsPage({ edition, kits, downloads }: ListProps) {
  const at = { edition: edition.slug };
  const start = (
    <ButtonForm action={urls.adminKitsStart(at)} icon="sparkles">
      {m.guides_kits_start()}
    </ButtonForm>
  );
  return (
    <>
      <PageHeader
        title={m.guides_kits()}
        lead={m.guides_kits_office_lead()}
        breadcrumb={crumbs(edition)}
        actions={
          <>
            <ButtonLink
              kind={kits.length > 0 ? 'primary' : 'secondary'}
              icon="plus"
              href={urls.adminNewKit(at)}
            >
              {m.guides_kit_new()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.kits(at)}>
              {m.guides_see_as_reader()}
            </ButtonLink>
          </>
        }
      />
      {kits.length === 0 ? (
        <EmptyState icon="download" title={m.guides_kits_office_none_title()} actions={start}>
          <p>{m.guides_kits_office_none()}</p>
        </EmptyState>
      ) : (
        <List>
          {kits.map((kit) => (
            <div key={kit.id} class="office-step">
              <p>
                <a href={urls.adminKit({ ...at, kit: kit.slug })}>
                  <bdi>{kit.title}</bdi>
                </a>
                <ShownBadge shownTo={kit.shownTo} />
              </p>
              <p class="hint">
                {[
                  sayAudiences(kit.audiences),
                  saySteps(kit.steps),
                  m.guides_kit_items({ count: kit.items.length }),
                  m.guides_kit_downloads({
                    count: kit.items.reduce(
                      (sum, { number }) => sum + (downloads.get(`${kit.id} ${number}`) ?? 0),
                      0,
                    ),
                  }),
                ].join(' · ')}
              </p>
            </div>
          ))}
        </List>
      )}
    </>
  );
}

export function ShownBadge({ shownTo }: { shownTo: ShownTo }) {
  const tones = { office: 'neutral', staff: 'info', public: 'success' } as const;
  const icons = { office: 'eye-off', staff: 'lock', public: 'eye' } as const;
  return (
    <StateBadge tone={tones[shownTo]} icon={icons[shownTo]}>
      {shownToWords[shownTo].label()}
    </StateBadge>
  );
}
