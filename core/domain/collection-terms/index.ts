export { collectionTerms, type CollectionTermsRow } from './collection-terms.model.ts';
export * from './collection-terms.errors.ts';
export { collectionTermsRoutes } from './collection-terms.routes.ts';
export {
  type CollectionTermsService,
  createCollectionTermsService,
  createTermsReader,
  type NewTerms,
  type ReadTerms,
} from './collection-terms.service.ts';
export {
  agreedCosts,
  agreedInterest,
  type CollectionTerms,
  shareOfDebtor,
  TERMS_BY_LAW,
  termsOn,
} from './terms.ts';
