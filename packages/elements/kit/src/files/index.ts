export {acceptOf, checkFile, type FileFacts} from './check-file.js';
export {dropStyles} from './drop.styles.js';
export {FileDownloads, type FailedDownload} from './file-downloads.js';
export {FileDropController, type FileDrop} from './file-drop-controller.js';
export {FilesController, loadFiles, type FilesOptions} from './files-controller.js';
export type {FileTray, FileProgress, TrayFile, TrayObstacle} from './file-tray.js';
export {ImageUploads, type ImageUploadResult, type ImageUploadsOptions} from './image-uploads.js';
