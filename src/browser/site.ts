/** What every page loads: small improvements of pages that are already complete without them. */
import './character-counter.ts';
import './error-focus.ts';
import './password-reveal.ts';
import './personal-code.ts';
