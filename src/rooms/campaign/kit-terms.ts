/** All that a kit says of a project: what the frozen list holds, who asks for votes and when one votes (R51). */

export interface Sender {
  name: string;
  /** Of the organisation: `#1B6B3A`. */
  colour: string;
  /** In pixels; null: the name alone. */
  logo: { fileId: string; width: number; height: number } | null;
}

/** A logo as PNG, with its size in pixels. */
export interface LogoPicture {
  png: Buffer;
  width: number;
  height: number;
}

/** The photo of a project, as JPEG. */
export interface PhotoPicture {
  /** What it shows, in words. */
  alt: string;
  /** Cut to such a frame, in pixels; null: its bytes are gone, and the piece goes without. */
  read: (frame: { width: number; height: number }) => Promise<Buffer | null>;
}

/** When one votes; what is open at its end has no last day yet. */
export interface VoteDates {
  from: Date;
  /** The first instant after. */
  to: Date | null;
}

export interface KitTerms {
  /** Folder of the installation. */
  root: string;
  organisation: Sender;
  edition: { title: string };
  project: {
    number: number;
    title: string;
    summary: string;
    /** '' where it stands nowhere in particular. */
    where: string;
    category: string;
    /** Written out, with its currency. */
    cost: string;
    /** Names that may be shown. */
    holders: readonly string[];
    /** What it shows, in words; null: the project has none. */
    photo: { fileId: string; alt: string } | null;
  };
  /** null: not known. */
  vote: VoteDates | null;
  /** Of the project's public page, in full. */
  address: string;
  /** The freeze of the list, which a file says it was made at. */
  madeAt: Date;
}
