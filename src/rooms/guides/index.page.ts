export { HelpLink } from './help/help.page.tsx';
