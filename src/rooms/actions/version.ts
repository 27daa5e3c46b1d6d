import type { Line, WrittenAction } from './action.ts';

/** What was handed in once, as it was. */
export interface Version extends WrittenAction {
  number: number;
  lines: readonly Line[];
  /** Cents. */
  maximum: number;
  submittedBy: string;
  submittedAt: Date;
}
