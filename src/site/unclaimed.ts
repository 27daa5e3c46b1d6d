import type { VisitedOrganisation } from '../platform/http/visit.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Stands for the organisation on a host name that none has yet: enough to show the installation. */
export function unclaimedHost(host: string): VisitedOrganisation {
  return {
    id: NOBODY,
    slug: '',
    name: 'Palabre',
    host,
    kind: 'town',
    defaultLocale: 'fr',
    colour: '#1B6B3A',
    contactEmail: '',
    tagline: '',
    dataLicence: 'etalab-2.0',
    logo: null,
  };
}

export function isUnclaimed(organisation: VisitedOrganisation): boolean {
  return organisation.id === NOBODY;
}
