export { createFileStore, type FileStore, type NewFile } from './file-store.ts';
export * from './files.errors.ts';
export { type StoredFile, storedFiles } from './stored-file.model.ts';
export { sendFile } from './send-file.ts';
export { chooseReader, type Reader } from './choose-reader.ts';
export { readUpload, type Upload } from './read-upload.ts';
export { choiceIn, optionalId, requireId, textsIn, UploadFieldError } from './upload-fields.ts';
