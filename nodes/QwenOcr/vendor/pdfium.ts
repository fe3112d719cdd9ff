export { PDFiumLibrary } from '@hyzyla/pdfium/browser/base64';
export type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium/browser/base64';
