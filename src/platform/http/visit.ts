import type { VNode } from 'preact';
import type { Config } from '../config.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Locale } from '../locale/locale.ts';
import type { PersonalData } from '../personal.ts';
import type { IdeaColumns } from '../room.ts';
import type { Searchable } from '../search/searchable.ts';
import type { DataSet } from '../sets/data-set.ts';
import type { Contribution, ContributionKind } from './contribution.ts';
import type { Cookies } from './cookies.ts';
import type { EditorialLinks } from './editorial-links.ts';
import type { Form } from './form.ts';
import type { HolderAnswers } from './holders.ts';
import type { HeldRole, Role } from './roles.ts';
import type { SpaceAnswers } from './space-answers.ts';

/** The organisation whose host name was asked for. */
export interface VisitedOrganisation {
  id: string;
  slug: string;
  name: string;
  host: string;
  kind: 'town' | 'movement' | 'association';
  defaultLocale: Locale;
  colour: string;
  contactEmail: string;
  tagline: string;
  /** Of its open data, by SPDX identifier; `organisations` knows their names. */
  dataLicence: 'etalab-2.0' | 'ODbL-1.0' | 'CC0-1.0';
  /** false: there is no edition that everybody may see. Left out: nobody looked. */
  hasEditions?: boolean;
  /** Ways to what it tells of itself. Left out: nobody looked. */
  editorial?: EditorialLinks;
  /** Who sees some opened space of participation. Left out: nobody looked. */
  spaceReaders?: 'everybody' | 'members' | 'nobody';
  /** In pixels; null: the name alone. */
  logo: { fileId: string; width: number; height: number } | null;
}

/** Who is signed in. The nickname is the only name that others see (R70). */
export interface Visitor {
  id: string;
  nickname: string;
  locale: Locale;
  /** Held now, for some edition at least; what each opens, and when, `holdsRight` and `mayIn` tell. */
  roles: readonly Role[];
  /** The same with their edition and department. */
  held: readonly HeldRole[];
  sessionId: string;
  /** Whether this session has proven a second factor. */
  factorProven: boolean;
  /** Whether they are a member of a private space; asked where every space is private. */
  isSpaceMember?: boolean;
  /** What they were told of and have not read, up to a hundred. Left out: nobody looked. */
  unread?: number;
  /** false: a newer charter waits for their acceptance (R96). */
  charterAccepted: boolean;
}

/** A thing of any room: a low room names it without knowing which. */
export interface Target {
  kind: 'idea' | 'project' | 'edition' | 'group' | 'meeting';
  id: string;
}

/** That a page was read, and nothing about who read it but what kind of program asked. */
export interface PageReading {
  /** The pattern of its address, and what stood in it. */
  pattern: string;
  params: Readonly<Record<string, string>>;
  userAgent: string;
}

/** Something of another room that came out of a target: its project, its realisation (R188). */
export interface RelatedLink {
  /** What it is: « Le projet soumis au vote ». */
  label: string;
  title: string;
  href: string;
  /** Told to everybody on the page itself; left out: among what its own people may do, where a page parts them. */
  isTold?: boolean;
}

/** A thing of any room that a thing of a lower one can be about: a meeting about a project. */
export interface Attachable {
  kind: 'vote-point' | 'project' | 'realisation';
  id: string;
  /** What it is: « Projet ». */
  label: string;
  title: string;
  href: string;
  /** Where it lies, in decimal degrees (WGS 84); left out: nobody said. */
  point?: { latitude: number; longitude: number } | null;
}

/** Something of any room that one may follow: what it is called, and where it is seen. */
export interface FollowedThing {
  title: string;
  href: string;
}

/** Where a thing stands in what a room of a higher floor does with it: the decision about an idea. */
export interface Standing {
  /** Above it: « Décision ». */
  label: string;
  tone: 'success' | 'info' | 'neutral';
  /** What was decided, in a few words. */
  state: string;
  at: Date;
  /** One line more: the reason. */
  because?: string;
  /** What was written about it. */
  text: string;
  /** Where there is more to read. */
  link?: { label: string; href: string };
}

/** A block of the home page that a room provides: a title, an address that leads on, and what it shows. */
export interface HomePart {
  title: string;
  lead?: string;
  action?: { label: string; href: string };
  body: VNode;
  /** Browser modules that the block needs. */
  scripts?: readonly string[];
}

/** A component of a space as rooms that serve it are told of it. */
export interface PlacedComponent {
  id: string;
  kind: string;
  slug: string;
  title: string;
}

/** A block of a theme's page that a room provides: what stands in its components there (R109). */
export type ThemePart = Omit<HomePart, 'lead'>;

/** What somebody did in public in a room, for their profile: never what they voted or supported (R135). */
export interface ProfilePart {
  /** « Ses idées » */
  title: string;
  /** One sentence, where a number says all. */
  lead?: string;
  items: readonly { title: string; href: string; lang?: string }[];
}

/** A part of an edition's preparation that a room of a higher floor settles: who studies its ideas. */
export interface PreparedPart {
  /** As the preparation names its parts. */
  part: string;
  /** What is settled, line by line. */
  items: readonly { term: string; detail: string }[];
  /** What is missing, in words. Nothing of it keeps the edition from opening. */
  missing: readonly string[];
}

/** One request, as routes see it. */
export interface Visit<Names extends string = string> extends HolderAnswers, SpaceAnswers {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<Names, string>>;
  readonly organisation: VisitedOrganisation;
  readonly visitor: Visitor | null;
  readonly locale: Locale;
  readonly db: Database;
  readonly config: Config;
  readonly cookies: Cookies;
  /** The caller's network address, for limits only: never stored beside an act. */
  readonly address: string;
  /** `https://host[:port]` of this request, for links in mails. */
  readonly origin: string;
  form(): Promise<Form>;
  /** Where the codes of a demo's accounts are shown, for whoever sits at this very machine; null anywhere else. */
  demoCodesAddress(): string | null;
  /** What rooms of higher floors made out of it, in the order of the floors. */
  findRelated(target: Target): Promise<RelatedLink[]>;
  /** How it stands with rooms of higher floors, as everybody may know it. */
  findStandings(target: Target): Promise<Standing[]>;
  /** Public things of an edition that rooms of higher floors let a meeting be about. */
  listAttachables(editionId: string): Promise<Attachable[]>;
  /** A thing that may be followed, of whatever room; null: nothing that this visitor may see. */
  findFollowed(kind: string, id: string): Promise<FollowedThing | null>;
  /**
   * A contribution of whatever room, as this visitor may see it; null: not there, or not for them. What is hidden is
   * found, and says so (`isHidden`).
   */
  findContribution(kind: string, id: string): Promise<Contribution | null>;
  /** Takes a contribution out of sight, or back, in the transaction of who judged it. */
  hideContribution(tx: Tx, kind: ContributionKind, id: string, isHidden: boolean): Promise<void>;
  /** What somebody did in public, as strangers may read it, in the order of the floors (R135). */
  listProfileParts(personId: string): Promise<ProfilePart[]>;
  /** Publishes what waited to be read first, in the transaction of who read it; false: it waits no more. */
  releaseContribution(tx: Tx, kind: ContributionKind, id: string): Promise<boolean>;
  /** Takes out of sight what others have published and is to be read first from now on. */
  withholdContributions(
    tx: Tx,
    texts: readonly { kind: ContributionKind; targetId: string }[],
  ): Promise<void>;
  /** What waited to be read first stays unseen. */
  refuseContributions(tx: Tx, kind: ContributionKind, ids: readonly string[]): Promise<void>;
  /** Where a component of a space is read; null: no room serves its kind, so nobody is led to it. */
  componentAddress(kind: string, at: { space: string; component: string }): string | null;
  /** How many things stand in each of these components of one kind, by id; null: its room does not count. */
  countInComponents(
    kind: string,
    componentIds: readonly string[],
  ): Promise<ReadonlyMap<string, number> | null>;
  /** How parts of an edition stand that rooms of higher floors settle. */
  findPreparedParts(editionId: string): Promise<PreparedPart[]>;
  /** Blocks of the home page, in the order of the floors. */
  listHomeParts(): Promise<HomePart[]>;
  /**
   * Lets every room let go of what it noted by itself about ideas that are taken back (`Room.releaseIdeas`). Gives
   * those that somebody did something with, in whatever room.
   */
  releaseIdeas(
    tx: Tx,
    organisationId: string,
    ideaIds: readonly string[],
  ): Promise<readonly string[]>;
  /** Columns that rooms of higher floors add to an export of ideas. */
  readonly ideaColumns: readonly IdeaColumns[];
  /** What every room lets everybody find, in the order of the floors. */
  readonly searchables: readonly Searchable[];
  /** What every room publishes as files, in the order of the floors. */
  readonly dataSets: readonly DataSet[];
  /** What every room keeps of people, in the order of the floors. */
  readonly personalData: readonly PersonalData[];
  /**
   * What every reader of this organisation sees alike, signed in or not, in any language: read once, then
   * kept until something changes here, for a few seconds at most. `name` holds all that it depends on.
   * Never for anything about the reader, nor where a decision hangs on it.
   */
  share<T>(name: string, read: () => Promise<T>): Promise<T>;
}

/** A visit behind a right that asks for a signed-in person. */
export interface SignedInVisit<Names extends string = string> extends Visit<Names> {
  readonly visitor: Visitor;
}

/** What a route answers when it shows something; the site wraps it in its shell. */
export interface Page {
  readonly page: true;
  /** The text of the page's one h1: the document's title begins with it. */
  title: string;
  body: VNode;
  status?: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  /** true when the page shows an error summary: the title says so first. */
  faulty?: boolean;
  /** Which entry of the navigation is current. */
  section?: string;
  description?: string;
  /** true where it says how far something is: of a cached route, this page is not kept. */
  passing?: boolean;
  /**
   * A device that stands somewhere for everybody, with or without somebody before it; a wall that a room looks at.
   * Left out: the usual frame.
   */
  frame?: 'kiosk' | 'kiosk-in-use' | 'wall';
  /** Feeds of this page, as feed readers find them: paths. */
  feeds?: readonly { title: string; href: string }[];
  /** What networks show beside a link to it: the path of a picture, and its words for those who do not see it. */
  picture?: { path: string; alt: string };
  /** Extra browser modules of this page (file names of src/browser). */
  scripts?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

export type Answer = Page | Response;

export function page(content: Omit<Page, 'page'>): Page {
  return { page: true, ...content };
}

/** 303 to an address of ours. `notice` names words that the next page shows once. */
export function seeOther(visit: Visit, address: string, notice?: string): Response {
  if (!isOwnAddress(address)) throw new Error(`Not an address of this site: ${address}`);
  if (notice) visit.cookies.set('avis', notice, { maxAge: 60 });
  return new Response(null, { status: 303, headers: { location: address } });
}

/** A path of this site: what a `vers=` parameter must be before it is followed (no `//host`, no scheme). */
export function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(address);
}
