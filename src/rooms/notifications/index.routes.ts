export { officeOf } from './office-part.routes.ts';
