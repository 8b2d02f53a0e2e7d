export { type Agency, agencies } from './agency.model.ts';
export * from './agencies.errors.ts';
export { agencyRoutes } from './agencies.routes.ts';
export { type AgencyService, createAgencyService } from './agencies.service.ts';
