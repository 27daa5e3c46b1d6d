export { readText } from './idea-form.routes.ts';
