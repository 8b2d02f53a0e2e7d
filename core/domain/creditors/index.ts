export { type Creditor, creditors } from './creditor.model.ts';
export * from './creditors.errors.ts';
export { creditorRoutes } from './creditors.routes.ts';
export {
  createCreditorService,
  type CreditorChange,
  type CreditorService,
} from './creditors.service.ts';
