import * as m from '../../../paraglide/messages.js';
import { fileSegment } from '../../../platform/files/upload.ts';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { pickWords, type Written } from '../languages.ts';
import type { Partner } from './partner.ts';

/** Who the organisation works with (R177): a name, what they do here, where they are on the web. */
export function PartnersPage({
  partners,
  locale,
}: {
  partners: readonly Partner[];
  locale: Written;
}) {
  return (
    <Column>
      <PageHeader title={m.pages_partners_title()} lead={m.pages_partners_lead()} />
      {partners.length === 0 ? (
        <EmptyState icon="solidarity" title={m.pages_partners_none_title()}>
          <p>{m.pages_partners_none()}</p>
        </EmptyState>
      ) : (
        <List>
          {partners.map((partner) => (
            <Line key={partner.id} partner={partner} locale={locale} />
          ))}
        </List>
      )}
    </Column>
  );
}

function Line({ partner, locale }: { partner: Partner; locale: Written }) {
  const { words, lang } = pickWords(locale, partner.role, partner.roleEn);
  return (
    <article class="partner">
      {partner.logo && <PartnerLogo logo={partner.logo} />}
      <div>
        <h2>
          <bdi>{partner.name}</bdi>
        </h2>
        <p lang={lang === locale ? undefined : lang}>{words}</p>
        {partner.address && (
          <p>
            <a href={partner.address} rel="noopener">
              {new URL(partner.address).hostname.replace(/^www\./, '')}
            </a>
          </p>
        )}
      </div>
    </article>
  );
}

const LOGO_HEIGHT = 64;

/** Beside the name, which says the same: nothing more for who does not see it. */
export function PartnerLogo({ logo }: { logo: NonNullable<Partner['logo']> }) {
  return (
    <img
      class="partner-logo"
      src={urls.file({ file: fileSegment({ ...logo, mediaType: 'image/webp' }, 'small') })}
      alt=""
      width={Math.round((logo.width / logo.height) * LOGO_HEIGHT)}
      height={LOGO_HEIGHT}
      loading="lazy"
    />
  );
}
