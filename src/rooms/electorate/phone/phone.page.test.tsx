import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { withLocale } from '../../../platform/locale/locale.ts';
import { FRENCH_PHONES } from '../../../platform/text/phone.ts';
import { PhoneCodeForm, PhoneForm } from '../index.page.ts';
import { PHONE_FIELDS } from '../index.ts';

const phoneForm = (more: Partial<Parameters<typeof PhoneForm>[0]> = {}) =>
  renderToString(<PhoneForm action="/a" countries={FRENCH_PHONES} locale="fr" {...more} />);
const codeForm = (more: Partial<Parameters<typeof PhoneCodeForm>[0]> = {}) =>
  renderToString(<PhoneCodeForm action="/a" again="/b" phone="06 12 34 56 78" {...more} />);
const inputOf = (html: string) => /<input[^>]*>/.exec(html)![0];

describe('the form of a number', () => {
  it('comes back with what was typed and words beside the field, escaped (W1)', () => {
    const html = phoneForm({ phone: '"<b 01', refusal: 'phone-fixed' });
    expect(html).toContain('C’est un téléphone fixe');
    expect(html).toContain(`href="#${PHONE_FIELDS.phone}"`);
    expect(inputOf(html)).toContain('value="&quot;&lt;b 01"');
    expect(inputOf(html)).toContain('aria-invalid="true"');
    expect(inputOf(html)).toMatch(/type="tel".*autocomplete="tel".*inputmode="tel"/i);
  });

  it('names the countries whose numbers are taken', () => {
    expect(phoneForm()).toContain('de métropole ou d’outre-mer');
    const belgian = phoneForm({ countries: ['BE', 'FR'] });
    expect(belgian).toContain('Belgique et France');
    expect(withLocale('en', () => phoneForm({ countries: ['BE', 'FR'], locale: 'en' }))).toContain(
      'Belgium and France',
    );
  });
});

describe('the form of a code', () => {
  it('A4 takes a pasted code, and one that the telephone fills in (WCAG 3.3.8)', () => {
    const input = inputOf(codeForm());
    expect(input).toMatch(/autocomplete="one-time-code"/i);
    expect(input).toMatch(/inputmode="numeric"/i);
    expect(input).not.toMatch(/maxlength|pattern|onpaste/i);
    expect(input).toContain(`name="${PHONE_FIELDS.code}"`);
  });

  it('W10 never says whether a message was really sent', () => {
    expect(codeForm()).toContain('Si ce numéro peut recevoir un code');
    expect(codeForm({ phone: null })).toContain('Si ce numéro peut recevoir un code');
    expect(codeForm({ refusal: 'code-refused' })).toContain('n’est pas le bon, ou ne sert plus');
  });
});
