export { type PaidNotice, paidNotices } from './paid-notice.model.ts';
export { createPaidNotices, type PaidNoticeService } from './paid-notices.service.ts';
