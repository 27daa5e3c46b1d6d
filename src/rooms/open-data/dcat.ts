/** The catalogue as portals harvest it: DCAT-AP in JSON-LD (https://doc.data.gouv.fr/moissonnage/dcat/). Pure. */

export interface CataloguedSet {
  key: string;
  title: { fr: string; en: string };
  meaning: { fr: string; en: string };
  /** Its page, without host. */
  path: string;
  changedAt: Date | null;
  files: readonly { format: string; type: string; path: string }[];
}

interface CatalogueTerms {
  origin: string;
  path: string;
  organisation: { name: string; contactEmail: string };
  title: { fr: string; en: string };
  meaning: { fr: string; en: string };
  licence: string;
  sets: readonly CataloguedSet[];
}

const LANGUAGES = 'http://publications.europa.eu/resource/authority/language';
const CONTINUOUS = 'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types';

export function writeCatalogue(terms: CatalogueTerms): object {
  const { origin, organisation, licence } = terms;
  const publisher = {
    '@id': `${origin}/`,
    '@type': 'foaf:Organization',
    'foaf:name': organisation.name,
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': origin + terms.path,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(terms.title),
    'dct:description': inBoth(terms.meaning),
    'dct:language': { '@id': `${LANGUAGES}/FRA` },
    'dct:license': { '@id': licence },
    'dct:publisher': publisher,
    'foaf:homepage': { '@id': `${origin}/` },
    'dcat:dataset': terms.sets.map((set) => ({
      '@id': origin + set.path,
      '@type': 'dcat:Dataset',
      'dct:identifier': origin + set.path,
      'dct:title': inBoth(set.title),
      'dct:description': inBoth(set.meaning),
      'dct:language': { '@id': `${LANGUAGES}/FRA` },
      'dct:license': { '@id': licence },
      'dct:publisher': publisher,
      'dct:accrualPeriodicity': { '@id': CONTINUOUS },
      ...(set.changedAt && {
        'dct:modified': { '@type': 'xsd:dateTime', '@value': set.changedAt.toISOString() },
      }),
      'dcat:keyword': ['budget participatif', 'participation citoyenne', set.key],
      'dcat:landingPage': { '@id': origin + set.path },
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': organisation.name,
        'vcard:hasEmail': { '@id': `mailto:${organisation.contactEmail}` },
      },
      'dcat:distribution': set.files.map(({ format, type, path }) => ({
        '@id': origin + path,
        '@type': 'dcat:Distribution',
        'dct:title': `${set.title.fr} (${format.toUpperCase()})`,
        'dct:format': format.toUpperCase(),
        'dcat:mediaType': { '@id': `${MEDIA_TYPES}/${type.split(';')[0]}` },
        'dcat:accessURL': { '@id': origin + path },
        'dcat:downloadURL': { '@id': origin + path },
        'dct:license': { '@id': licence },
      })),
    })),
  };
}

const inBoth = ({ fr, en }: { fr: string; en: string }) => [
  { '@language': 'fr', '@value': fr },
  { '@language': 'en', '@value': en },
];
