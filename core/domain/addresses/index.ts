export { postalAddress } from './postal-address.ts';
