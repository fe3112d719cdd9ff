/** What an amount or quantity of a document means for its sums. */
export type SumRole =
	| 'lineAmount'
	| 'lineQuantity'
	| 'lineUnitPrice'
	| 'lineTax'
	/** With or without tax; `netSubtotal` where its name says without. */
	| 'subtotal'
	| 'netSubtotal'
	| 'discount'
	| 'shipping'
	| 'tax'
	| 'total'
	| 'amountPaid'
	| 'amountDue'
	/** An amount of the document that may or may not be part of its total, such as a tip. */
	| 'otherAmount'
	/** Changes the total in a way that is not known, such as a discount of so many percent. */
	| 'unclear';
