import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';

/** From the office to the edition or the space; and on to the questionnaire. */
export function surveyCrumbs(place: Place, { deep = true } = {}) {
  const before =
    place.kind === 'edition'
      ? [
          { label: m.spaces_office(), href: urls.admin() },
          { label: place.title, href: urls.adminEdition({ edition: place.edition.slug }) },
        ]
      : [
          { label: m.spaceoffice_spaces(), href: urls.adminSpaces() },
          { label: place.space.title, href: urls.adminSpace({ space: place.space.slug }) },
          {
            label: m.spaceoffice_components(),
            href: urls.adminComponents({ space: place.space.slug }),
          },
        ];
  const own = {
    label: place.heading ?? m.survey_office_title(),
    href: addressesOf(place).office(),
  };
  return [...before, ...(deep ? [own] : [])];
}
