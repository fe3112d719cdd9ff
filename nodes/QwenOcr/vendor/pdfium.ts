export { PDFiumLibrary, PDFiumModule } from '@hyzyla/pdfium/browser/base64';
