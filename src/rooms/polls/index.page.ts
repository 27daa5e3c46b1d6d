export { BasketNotice } from './basket-notice.page.tsx';
