/** The custom elements of a vote, as TSX sees them. Each only improves what the server already wrote. */
import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'ballot-basket': HTMLAttributes<HTMLElement>;
      'cast-ballot': HTMLAttributes<HTMLElement>;
      'key-ceremony': HTMLAttributes<HTMLElement>;
      'seal-ballot': HTMLAttributes<HTMLElement>;
      'fresh-part': HTMLAttributes<HTMLElement>;
      'print-page': HTMLAttributes<HTMLElement>;
      'verify-bundle': HTMLAttributes<HTMLElement>;
    }
  }
}
