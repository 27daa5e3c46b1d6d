/**
 * A document of a space: a file, a written text, or both, in versions, with what councils say of it (R142–R150). Who reads
 * it is its reach, and nothing else.
 */
export const DOCUMENT_TYPES = [
  'deliberation',
  'wish',
  'motion',
  'amendment',
  'question',
  'intervention',
  'report',
  'method',
  'solution',
  'position',
  'tool',
  'statutes',
  'other',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Which council it comes from, or speaks to (R147). */
export const LEVELS = [
  'municipal',
  'intercommunal',
  'departmental',
  'regional',
  'national',
  'european',
] as const;
export type Level = (typeof LEVELS)[number];

export const RESULTS = ['adopted', 'rejected', 'withdrawn', 'not-debated'] as const;
export type Result = (typeof RESULTS)[number];

/** Members of this very space; members of any network of its family; everybody. */
export const REACHES = ['pole', 'network', 'public'] as const;
export type Reach = (typeof REACHES)[number];

/** Kinds of components that hold documents, each with the types that it takes. */
export const DOCUMENT_KINDS = [
  'library',
  'reports',
  'methods',
  'solutions',
  'positions',
  'tools',
  'statutes',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const isDocumentKind = (kind: string): kind is DocumentKind =>
  (DOCUMENT_KINDS as readonly string[]).includes(kind);

export const TYPES_OF: Readonly<Record<DocumentKind, readonly DocumentType[]>> = {
  library: ['deliberation', 'wish', 'motion', 'amendment', 'question', 'intervention', 'other'],
  reports: ['report'],
  methods: ['method'],
  solutions: ['solution'],
  positions: ['position', 'amendment'],
  tools: ['tool'],
  statutes: ['statutes', 'amendment'],
};

/** What a type says of itself beside its title, its text and its file. */
export type DocumentDetail =
  | 'assembly'
  | 'level'
  | 'adoptedOn'
  | 'result'
  | 'theme'
  | 'tags'
  | 'isTemplate'
  | 'territory'
  | 'period'
  | 'place'
  | 'contact'
  | 'link';

const OF_COUNCILS = [
  'assembly',
  'level',
  'adoptedOn',
  'result',
  'theme',
  'tags',
  'isTemplate',
] as const;

export const DETAILS_OF: Readonly<Record<DocumentType, readonly DocumentDetail[]>> = {
  deliberation: OF_COUNCILS,
  wish: OF_COUNCILS,
  motion: OF_COUNCILS,
  amendment: OF_COUNCILS,
  question: OF_COUNCILS,
  intervention: OF_COUNCILS,
  other: OF_COUNCILS,
  report: ['territory', 'period', 'level', 'tags', 'link'],
  method: ['theme', 'tags', 'link'],
  solution: ['place', 'contact', 'theme', 'tags', 'link'],
  position: ['level', 'theme', 'tags'],
  tool: ['theme', 'tags', 'link'],
  statutes: ['adoptedOn'],
};

/** Details that some type of a kind has: what its form and its filters ask for. */
export const detailsOfKind = (kind: DocumentKind): ReadonlySet<DocumentDetail> =>
  new Set(TYPES_OF[kind].flatMap((type) => DETAILS_OF[type]));

/** As its form asks for it; days are `YYYY-MM-DD`. */
export interface WrittenDocument {
  type: DocumentType;
  title: string;
  /** Marked text (ui/markup.ts). */
  summary: string;
  reach: Reach;
  assembly: string;
  level: Level | null;
  adoptedOn: string | null;
  result: Result | null;
  theme: string;
  tags: readonly string[];
  isTemplate: boolean;
  territory: string;
  beganOn: string | null;
  endedOn: string | null;
  place: string;
  /** In decimal degrees (WGS 84). */
  point: { latitude: number; longitude: number } | null;
  contact: string;
  /** A path of this site, or `https://…`; '': none. */
  link: string;
}

export interface Document extends WrittenDocument {
  id: string;
  number: number;
  componentId: string;
  folderId: string | null;
  authorId: string | null;
  copiedFrom: string | null;
  copiedVersion: number | null;
  reuses: number;
  amends: string | null;
  amendmentState: AmendmentState | null;
  /** Number of its newest version. */
  latest: number;
  version: number;
  createdAt: Date;
  /** When its newest version came. */
  changedAt: Date;
  withdrawnAt: Date | null;
  isHidden: boolean;
  /** It waits until a moderator has read it: its author alone sees it. */
  isHeld: boolean;
  isRefused: boolean;
}

export type AmendmentState = 'proposed' | 'taken' | 'not-taken';

/** One state of a document. */
export interface Version {
  number: number;
  /** null: a written text alone. */
  file: VersionFile | null;
  /** Marked text; '': a file alone. */
  text: string;
  /** What changed since the one before. */
  note: string;
  writtenBy: string | null;
  writtenAt: Date;
  /** Of what is read out of its file: `none` where nothing can be. */
  reading: 'none' | 'waiting' | 'read' | 'unreadable';
  /** Of a PDF that was read. */
  pages: number | null;
}

export interface VersionFile {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

/** What a type has not is not kept, whatever was sent. */
export function keepOwnDetails(written: WrittenDocument): WrittenDocument {
  const has = (detail: DocumentDetail) => DETAILS_OF[written.type].includes(detail);
  return {
    ...written,
    assembly: has('assembly') ? written.assembly : '',
    level: has('level') ? written.level : null,
    adoptedOn: has('adoptedOn') ? written.adoptedOn : null,
    result: has('result') ? written.result : null,
    theme: has('theme') ? written.theme : '',
    tags: has('tags') ? written.tags : [],
    isTemplate: has('isTemplate') && written.isTemplate,
    territory: has('territory') ? written.territory : '',
    beganOn: has('period') ? written.beganOn : null,
    endedOn: has('period') ? written.endedOn : null,
    place: has('place') ? written.place : '',
    point: has('place') ? written.point : null,
    contact: has('contact') ? written.contact : '',
    link: has('link') ? written.link : '',
  };
}

/** Whether words can be read out of a file. */
export const isReadable = ({ mediaType }: Pick<VersionFile, 'mediaType'>): boolean =>
  !mediaType.startsWith('image/');

/** How one reader stands to a space. */
export interface Standing {
  /** They read all that stands in it. */
  isInside: boolean;
  /** They are a member of some network of its family. */
  isOfFamily: boolean;
}

/** Reaches that somebody reads in a space (R149). */
export function readableReaches({ isInside, isOfFamily }: Standing): readonly Reach[] {
  if (isInside) return REACHES;
  return isOfFamily ? ['network', 'public'] : ['public'];
}

/** Whether somebody may add to a component: its members, and of statutes the texts themselves by its team alone. */
export function mayDeposit(
  {
    isTeam,
    isMember,
    isOpen,
  }: {
    isTeam: boolean;
    isMember: boolean;
    /** Whether the component takes something now. */
    isOpen: boolean;
  },
  type: DocumentType | null = null,
): boolean {
  if (isTeam) return true;
  return isMember && isOpen && type !== 'statutes';
}

/** Whether somebody changes a document: whoever wrote it, and the team of its space. */
export const mayChange = (
  visitor: { id: string } | null,
  { authorId, withdrawnAt }: Pick<Document, 'authorId' | 'withdrawnAt'>,
  { isTeam }: { isTeam: boolean },
): boolean =>
  withdrawnAt === null &&
  visitor !== null &&
  (isTeam || (authorId !== null && authorId === visitor.id));
