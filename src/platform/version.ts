import about from '../../package.json' with { type: 'json' };

/** Of this software, as manifests of polls state it. */
export const VERSION: string = about.version;
