export { showHidden } from './hidden.routes.tsx';
