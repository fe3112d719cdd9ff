/**
 * Names under which standards embed an electronic document into a PDF, in lower case: Factur-X and
 * ZUGFeRD 1.0 to 2.x, XRechnung, Order-X, Deliver-X; then the two syntaxes of EN 16931 by their name.
 */
const ELECTRONIC_DOCUMENTS = new Map([
	['factur-x.xml', 'invoice'],
	['zugferd-invoice.xml', 'invoice'],
	['xrechnung.xml', 'invoice'],
	['order-x.xml', 'order'],
	['cida.xml', 'delivery note'],
	['cii.xml', 'invoice'],
	['ubl.xml', 'invoice'],
]);

/**
 * Gives a warning for a PDF that has its content embedded as data, `undefined` for others.
 * `attachments` are the names of the PDF's embedded files, in any case and with or without a folder.
 */
export function embeddedInvoiceWarning(attachments: readonly string[]): string | undefined {
	for (const name of attachments) {
		const fileName = name.replace(/^.*[/\\]/, '').trim();
		const what = ELECTRONIC_DOCUMENTS.get(fileName.toLowerCase());
		if (what) {
			return `The PDF carries an electronic ${what} in its embedded file ${fileName}. The values in there are exact, while a reading of the pages may err.`;
		}
	}
	return undefined;
}
