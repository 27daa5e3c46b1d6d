/** The manifest: everything that was fixed when the poll was opened. Amounts in cents. */

export type BallotKind =
  | 'approval'
  | 'choose-one'
  | 'ordinal'
  | 'cumulative'
  | 'scoring'
  | 'judgment'
  | 'yes-no';

export interface Option {
  key: string;
  /** SHA-256 of its label, hexadecimal. */
  labelHash: string;
  cost: bigint;
  envelope: string;
  zone: string | null;
  category: string | null;
  holder: string | null;
  /** Milliseconds UTC. */
  depositedAt: number | null;
}

export interface Limits {
  minPoints: number | null;
  maxPoints: number | null;
  minSumPoints: number | null;
  maxSumPoints: number | null;
  minSumCost: number | null;
  maxSumCost: number | null;
}

export interface Envelope {
  key: string;
  amount: bigint;
  oneOf: boolean;
  minimumChoices: number;
  maximumChoices: number;
  limits: Limits;
  leftTo: string | null;
}

export interface Group {
  by: 'category' | 'zone';
  name: string;
  minimum: number | null;
  maximum: number | null;
}

export interface HouseRules {
  quorum: number | null;
  minimumNamings: number | null;
  incompatible: string[][];
  mostPerHolder: number | null;
  winnersPerZone: number | null;
  /** Percent. */
  partFunding: number | null;
}

export interface Rule {
  name: string;
  tieBreak: string[];
  fundUnsupported: boolean;
  seats: number | null;
  defaultGrade: number;
}

export interface Sealing {
  /** P-256, 65 bytes. */
  publicKey: Uint8Array<ArrayBuffer>;
  /** Bytes of every ballot before it was encrypted. */
  size: number;
}

export interface Manifest {
  poll: string;
  title: string;
  currency: string;
  kind: BallotKind;
  options: Option[];
  envelopes: Envelope[];
  minimumChoices: number;
  maximumChoices: number;
  groups: Group[];
  /** How many grades a judgment has; 0 for other kinds. */
  grades: number;
  rule: Rule;
  houseRules: HouseRules;
  /** Milliseconds UTC. */
  closesAt: number;
  /** Ballots of a vote that was held elsewhere: accepted there, under limits checked there. */
  heldElsewhere: boolean;
  /** Of a sealed poll; null: its ballots were cast in clear. */
  sealing: Sealing | null;
  /** Ed25519, base64url. */
  verifyKey: string;
}
