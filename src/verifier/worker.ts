/** In a browser the verifier runs beside the page: bytes come in, progress and a report go out. */
import type { Report } from './report.ts';
import { type Asked, type Progress, verifyBundle } from './verify.ts';
import { Unusable } from './zip.ts';

/** What the page sends. */
export interface WorkerRequest extends Asked {
  archive: Uint8Array;
}

/** What it hears, one after another. */
export type WorkerAnswer =
  | { kind: 'progress'; step: Parameters<Progress>[0]; share: number }
  | { kind: 'report'; report: Report }
  | { kind: 'unusable'; words: string; words_en: string };

interface Scope {
  postMessage(answer: WorkerAnswer): void;
  onmessage: ((event: { data: WorkerRequest }) => void) | null;
}

export function listenToPage(scope: Scope): void {
  scope.onmessage = async ({ data: { archive, ...asked } }) => {
    try {
      const report = await verifyBundle(archive, asked, (step, share) =>
        scope.postMessage({ kind: 'progress', step, share }),
      );
      scope.postMessage({ kind: 'report', report });
    } catch (error) {
      const { message, words_en } =
        error instanceof Unusable
          ? error
          : { message: `Erreur inattendue : ${error}`, words_en: `Unexpected error: ${error}` };
      scope.postMessage({ kind: 'unusable', words: message, words_en });
    }
  };
}
