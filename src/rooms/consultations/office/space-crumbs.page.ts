import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import type { Space } from '../space.ts';

/** Where one is in the office of spaces. */
export const officeCrumbs = (
  space: Pick<Space, 'slug' | 'title'> | null,
  more: readonly { label: string; href: string }[] = [],
) => [
  { label: m.spaceoffice_spaces(), href: urls.adminSpaces() },
  ...(space ? [{ label: space.title, href: urls.adminSpace({ space: space.slug }) }] : []),
  ...more,
];
