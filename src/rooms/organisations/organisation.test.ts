import { describe, expect, it } from 'vitest';
import { checkOrganisationName, makeSlug, readHost } from './organisation.ts';

describe('an organisation', () => {
  it.each([
    ['participer.fleury.fr', 'participer.fleury.fr'],
    ['https://Participer.Fleury.fr/', 'participer.fleury.fr'],
    ['participer.fleury.fr:8443', 'participer.fleury.fr'],
    ['localhost', 'localhost'],
    ['127.0.0.1', 'localhost'],
    ['http://[::1]:3000', 'localhost'],
    ['évry.fr', 'xn--vry-9la.fr'],
  ])('reads the host name in « %s »', (text, host) => {
    expect(readHost(text)).toBe(host);
  });

  it.each([
    '',
    ' ',
    'a b',
    'a@b.fr',
    'http://',
    '-a.fr',
    'a..fr',
    `${'a'.repeat(64)}.fr`,
    'x%00.fr',
    'a\\b',
  ])('W1: refuses the host name « %s »', (text) => {
    expect(readHost(text)).toBeNull();
  });

  it('has a short name for the command line', () => {
    expect(makeSlug('Évry-Courcouronnes & Cie')).toBe('evry-courcouronnes-cie');
    expect(makeSlug('日本')).toBe('organisation');
  });

  it('has a name of letters, on one line', () => {
    expect(checkOrganisationName('Fleury')).toBeNull();
    expect(checkOrganisationName('12')).toBe('organisation-name-missing');
    expect(checkOrganisationName('a'.repeat(81))).toBe('organisation-name-too-long');
    expect(checkOrganisationName('Fleury\nBcc: x')).toBe('organisation-name-too-long');
  });
});
