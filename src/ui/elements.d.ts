/** Our custom elements, as TSX sees them. Each only improves what the server already wrote. */
import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'colour-preview': HTMLAttributes<HTMLElement>;
      'copy-words': HTMLAttributes<HTMLElement>;
      'error-focus': HTMLAttributes<HTMLElement>;
      'character-counter': HTMLAttributes<HTMLElement>;
      'kiosk-watch': HTMLAttributes<HTMLElement>;
      'draft-autosave': HTMLAttributes<HTMLElement>;
      'mention-field': HTMLAttributes<HTMLElement>;
      'marked-editor': HTMLAttributes<HTMLElement>;
      'passkey-form': HTMLAttributes<HTMLElement>;
      'password-reveal': HTMLAttributes<HTMLElement>;
      'place-map': HTMLAttributes<HTMLElement>;
      'personal-code': HTMLAttributes<HTMLElement>;
      'proof-of-work': HTMLAttributes<HTMLElement>;
      'typed-part': HTMLAttributes<HTMLElement>;
    }
  }
}
