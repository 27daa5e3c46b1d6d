import * as m from '../../paraglide/messages.js';
import { fileSegment } from '../../platform/files/upload.ts';
import { Section } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { CoOrganiser } from './space.ts';

/** As high as two lines of text and a half. */
const LOGO_HEIGHT = 64;

/** Who organises a space together: each with its logo, or its name alone (R93). */
export function CoOrganisers({ coOrganisers }: { coOrganisers: readonly CoOrganiser[] }) {
  return (
    <Section title={m.participation_co_organisers()}>
      <ul class="co-organisers">
        {coOrganisers.map((one) => (
          <li key={one.id}>
            {one.logo && <Logo logo={one.logo} />}
            <div>
              <strong>
                {one.address ? (
                  <a href={one.address} rel="nofollow noopener">
                    <bdi>{one.name}</bdi>
                  </a>
                ) : (
                  <bdi>{one.name}</bdi>
                )}
              </strong>
              {one.roleWords && <div dir="auto">{one.roleWords}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Its name stands beside it, so the picture itself says nothing. */
function Logo({ logo: { fileId, width, height } }: { logo: NonNullable<CoOrganiser['logo']> }) {
  return (
    <img
      src={urls.file({ file: fileSegment({ fileId, mediaType: 'image/webp' }, 'small') })}
      width={Math.round((width / height) * LOGO_HEIGHT)}
      height={LOGO_HEIGHT}
      alt=""
      loading="lazy"
      decoding="async"
    />
  );
}
