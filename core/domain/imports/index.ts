export { type Import, imports } from './import.model.ts';
export { importItems, type ImportItemRow, type ItemStatus } from './import-item.model.ts';
export * from './imports.errors.ts';
export type { ImportersFor } from './imports.deps.ts';
export { importRoutes, type ImportRoutesDeps } from './imports.routes.ts';
export { createImportService, type ImportsDeps, type ImportService } from './imports.service.ts';
export { importTexts } from './texts.ts';
export type { Importer, UnderstoodColumns } from './reading/read-items.ts';
