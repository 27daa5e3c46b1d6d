import type { Address } from '../../../platform/http/address.ts';
import { urls } from '../../../urls.ts';
import type { Board } from './board.ts';

/** Where the pages of an edition's ideas are, and those of a component's: two families of the same pages. */
const OF_EDITION = {
  ideas: urls.ideas,
  idea: urls.idea,
  ideaVersions: urls.ideaVersions,
  supportIdea: urls.supportIdea,
  withdrawSupport: urls.withdrawSupport,
  editIdea: urls.editIdea,
  depositStart: urls.depositStart,
  depositText: urls.depositText,
  depositPlace: urls.depositPlace,
  depositCompare: urls.depositCompare,
  depositSupport: urls.depositSupport,
  depositFiles: urls.depositFiles,
  depositRemoveFile: urls.depositRemoveFile,
  depositPreview: urls.depositPreview,
  depositPublish: urls.depositPublish,
  depositAbandon: urls.depositAbandon,
  depositAutosave: urls.depositAutosave,
} as const;

const OF_COMPONENT = {
  ideas: urls.spaceIdeas,
  idea: urls.spaceIdea,
  ideaVersions: urls.spaceIdeaVersions,
  supportIdea: urls.spaceSupportIdea,
  withdrawSupport: urls.spaceWithdrawSupport,
  editIdea: urls.spaceEditIdea,
  depositStart: urls.spaceDepositStart,
  depositText: urls.spaceDepositText,
  depositPlace: urls.spaceDepositPlace,
  depositCompare: urls.spaceDepositCompare,
  depositSupport: urls.spaceDepositSupport,
  depositFiles: urls.spaceDepositFiles,
  depositRemoveFile: urls.spaceDepositRemoveFile,
  depositPreview: urls.spaceDepositPreview,
  depositPublish: urls.spaceDepositPublish,
  depositAbandon: urls.spaceDepositAbandon,
  depositAutosave: urls.spaceDepositAutosave,
} as const;

export const BOARD_FAMILIES = [OF_EDITION, OF_COMPONENT] as const;

type PageOfBoard = keyof typeof OF_EDITION;
type NamesOf<A> = A extends Address<infer P> ? Exclude<ParamsOf<P>, 'edition'> : never;
type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
type Query = Record<string, string | number | undefined>;

/** The addresses of one board: what says which board it is, is in them already. */
export type BoardAddresses = {
  readonly [Page in PageOfBoard]: (
    at: Record<NamesOf<(typeof OF_EDITION)[Page]>, string | number>,
    query?: Query,
  ) => string;
};

export function addressesOf(board: Board): BoardAddresses {
  return board.kind === 'edition'
    ? within(OF_EDITION, { edition: board.edition.slug })
    : within(OF_COMPONENT, boardPlace(board.space, board.component));
}

/** Under which entry of the menu the pages of a board stand. */
export const sectionOf = ({ kind }: Board): string =>
  kind === 'edition' ? 'editions' : 'participation';

/** Where the list of a component's ideas is, by what its addresses say. */
export const addressOfComponent = (at: { space: string; component: string }): string =>
  urls.spaceIdeas(at);

const boardPlace = (space: { slug: string }, component: { slug: string }) => ({
  space: space.slug,
  component: component.slug,
});

type AnyAddress = (at: Record<string, string | number>, query?: Query) => string;

function within(family: object, board: Record<string, string>): BoardAddresses {
  return Object.fromEntries(
    Object.entries(family).map(([page, address]: [string, AnyAddress]) => [
      page,
      (at: Record<string, string | number>, query?: Query) => address({ ...at, ...board }, query),
    ]),
  ) as unknown as BoardAddresses;
}
