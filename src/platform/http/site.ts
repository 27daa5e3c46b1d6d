import type { HolderAnswers } from './holders.ts';
import type { Route } from './route.ts';
import type { SpaceAnswers } from './space-answers.ts';
import type {
  Attachable,
  Page,
  PageReading,
  RelatedLink,
  Standing,
  Target,
  Visit,
  VisitedOrganisation,
  Visitor,
} from './visit.ts';

/** What a visit asks about contributions of whatever room. */
export type ContributionAnswers = Pick<
  Visit,
  | 'findContribution'
  | 'hideContribution'
  | 'releaseContribution'
  | 'refuseContributions'
  | 'withholdContributions'
  | 'listProfileParts'
>;

/** What the site gives to the platform, which knows no room. */
export interface Site
  extends Pick<
    Visit,
    'releaseIdeas' | 'ideaColumns' | 'searchables' | 'dataSets' | 'personalData'
  > {
  routes: readonly Route[];
  findOrganisation(host: string): Promise<VisitedOrganisation | null>;
  /** What stands in for an organisation where there is none yet; for routes of any host. */
  unclaimedHost(host: string): VisitedOrganisation;
  findVisitor(organisation: VisitedOrganisation, sessionToken: string): Promise<Visitor | null>;
  /** The whole document around a page, in UTF-8. */
  renderPage(visit: Visit, page: Page, notice: string | null): Buffer;
  /** The page for a refusal or an unexpected error; `visit.organisation` is known. */
  refusalPage(visit: Visit, status: number, reason: string): Page;
  /** Where a GET by someone who is not signed in goes. */
  signInAddress(visit: Visit): string;
  /** Where a GET goes by someone whose session has yet to prove a second factor. */
  verificationAddress(visit: Visit): string;
  /** Where the codes of a demo's accounts are shown; null where this organisation is none. */
  demoCodesAddress(organisation: VisitedOrganisation): string | null;
  /** What other rooms made out of a thing, for `visit.findRelated`. */
  findRelated(organisation: VisitedOrganisation, target: Target): Promise<RelatedLink[]>;
  /** How it stands with them, for `visit.findStandings`. */
  findStandings(organisation: VisitedOrganisation, target: Target): Promise<Standing[]>;
  /** For `visit.listAttachables`. */
  listAttachables(organisation: VisitedOrganisation, editionId: string): Promise<Attachable[]>;
  /** For `visit.findFollowed`. */
  findFollowed(visit: Visit, kind: string, id: string): ReturnType<Visit['findFollowed']>;
  /** For what a visit asks about contributions of whatever room. */
  openContributions(visit: Visit): ContributionAnswers;
  /** For what a visit asks about components of spaces. */
  openComponents(
    organisation: VisitedOrganisation,
  ): Pick<Visit, 'componentAddress' | 'countInComponents'>;
  /** For what a visit asks about spaces of participation. */
  openSpaces(visit: Visit): SpaceAnswers;
  /** For `visit.findPreparedParts`. */
  findPreparedParts(
    organisation: VisitedOrganisation,
    editionId: string,
  ): ReturnType<Visit['findPreparedParts']>;
  /** What rooms say of themselves on the home page, for `visit.listHomeParts`. */
  listHomeParts(visit: Visit): ReturnType<Visit['listHomeParts']>;
  /** For what a visit asks about holders of accounts. */
  openHolders(organisation: VisitedOrganisation): HolderAnswers;
  /** Tells the rooms that a counted page was read. */
  noteReading(organisation: VisitedOrganisation, reading: PageReading): void;
  /** What a suspended account is answered in place of an act; null: go on. */
  findShutPage(visit: Visit, route: Route): Promise<Page | null>;
  /** Where a signed-in person goes who must first accept the newer charter; null: go on. */
  charterAddress(visit: Visit, route: Route): string | null;
}
