export { CONTACT_KINDS, type ContactRecord, contactRecords } from './contact-record.model.ts';
export * from './contact-records.errors.ts';
export { contactRecordRoutes, type ContactRecordRoutesDeps } from './contact-records.routes.ts';
export {
  type ContactRecordsDeps,
  type ContactRecordService,
  createContactRecordService,
  type NewContactRecord,
} from './contact-records.service.ts';
