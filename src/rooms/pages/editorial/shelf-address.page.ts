import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import type { Shelf } from './shelf.ts';

/** Where pages of the organisation are written and read, and those of a component: two families of the same pages. */
const OF_ORGANISATION = {
  right: 'officer',
  read: urls.page,
  office: urls.adminPages,
  fresh: urls.adminNewPage,
  form: urls.adminPage,
  draft: urls.adminPageDraft,
  dropDraft: urls.adminDropPageDraft,
  show: urls.adminPageShow,
  move: urls.adminPageMove,
  versions: urls.adminPageVersions,
  pictures: urls.adminPagePictures,
  dropPicture: urls.adminPagePictureRemove,
} as const;

const OF_COMPONENT = {
  right: 'space-author',
  read: urls.spacePage,
  office: urls.adminSpacePages,
  fresh: urls.adminSpaceNewPage,
  form: urls.adminSpacePage,
  draft: urls.adminSpacePageDraft,
  dropDraft: urls.adminSpaceDropPageDraft,
  show: urls.adminSpacePageShow,
  move: urls.adminSpacePageMove,
  versions: urls.adminSpacePageVersions,
  pictures: urls.adminSpacePagePictures,
  dropPicture: urls.adminSpacePagePictureRemove,
} as const;

export const FAMILIES = [OF_ORGANISATION, OF_COMPONENT] as const;

type PageOfShelf = Exclude<keyof typeof OF_ORGANISATION, 'right'>;
type Numbers = Readonly<Record<string, number>>;
type AnyAddress = (at: Record<string, string | number>, query?: Numbers) => string;
type ShelfAddresses = Readonly<
  Record<PageOfShelf, (page?: string, query?: Numbers, more?: Numbers) => string>
>;

/** The addresses of one shelf: what says which one it is, is in them already. */
export function addressesOf(shelf: Shelf): ShelfAddresses {
  const [family, at] =
    shelf.kind === 'organisation'
      ? [OF_ORGANISATION, {}]
      : [OF_COMPONENT, { space: shelf.space.slug, component: shelf.component.slug }];
  const { right: _, ...pages } = family;
  return Object.fromEntries(
    Object.entries(pages).map(([name, address]) => [
      name,
      (page = '', query = {}, more = {}) =>
        (address as unknown as AnyAddress)({ ...at, page, ...more }, query),
    ]),
  ) as unknown as ShelfAddresses;
}

interface Crumb {
  label: string;
  href: string;
}

/** What leads to the list of a shelf's pages: authors of a space have no other page of its office. */
export function crumbsOf(shelf: Shelf, { deep = true } = {}): Crumb[] {
  const list = { label: m.pages_office_title(), href: addressesOf(shelf).office() };
  if (shelf.kind === 'organisation')
    return [{ label: m.spaces_office(), href: urls.admin() }, ...(deep ? [list] : [])];
  const { space, component } = shelf;
  const at = { space: space.slug, component: component.slug };
  return [
    { label: space.title, href: urls.space({ space: space.slug }) },
    { label: component.title, href: urls.spacePages(at) },
    ...(deep ? [list] : []),
  ];
}
