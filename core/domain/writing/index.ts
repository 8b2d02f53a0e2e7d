export { repeatOnDuplicate } from './repeat-on-duplicate.ts';
