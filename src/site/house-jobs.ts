/** Jobs that let go of what has had its time: asked for once at each start of a server, and once a day. */
export const FORGETTING = [
  'letters',
  'messages',
  'old-hits',
  'watched-texts',
  'registrations',
  'signatures',
].map((what) => `forget-${what}`);

/** Jobs that ask for themselves again in time; once more at each start, should their chain ever break. */
export const KEEPING_TIME: readonly string[] = [
  'recall-meetings',
  'round-of-weeks',
  'announce-steps',
  'review-certifications',
  'recall-help-requests',
  'remind-reports',
  'purge-bank-details',
  'tend-following',
  'tend-newsletters',
];
