export { CHARTER_LENGTHS } from './charter/charter.ts';
export { DATA_LICENCES, isDataLicence } from './data-licence.ts';
export { legalFieldWords } from './legal/legal-words.page.ts';
export { licenceWords } from './licence-words.page.ts';
export { PromotionPauseNotice } from './pauses/pause-notice.page.tsx';
export { logoWords } from './settings/logo-words.page.ts';
