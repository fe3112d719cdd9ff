import type { Random } from './random';

/** The parts of a document that a nested schema may gather under one name. */
export type EntryGroup =
	| 'customer'
	| 'delivery'
	| 'payment'
	| 'totals'
	| '购买方'
	| '销售方'
	| '金额'
	| '付款';

/** One labelled value of a page. */
export interface Entry {
	/** The name that a user would give the field. */
	key: string;
	/** The words printed before or above the value. */
	label: string;
	/** As printed. */
	value: string;
	group?: EntryGroup;
}

const PRINTED_LABELS = {
	invoice_number: ['Invoice number', 'Invoice No.', 'Invoice #', 'Invoice ID', 'Invoice no'],
	invoice_date: ['Invoice date', 'Date of invoice', 'Invoice date', 'Date'],
	due_date: ['Due date', 'Payment due', 'Date due', 'Due', 'Payment due date', 'Pay by'],
	customer_number: ['Customer number', 'Customer No.', 'Customer ID', 'Customer #', 'Client no.'],
	purchase_order: ['Purchase order', 'PO number', 'Purchase order no.', 'Your order'],
	payment_terms: ['Payment terms', 'Terms', 'Terms of payment'],
	vat_number: ['VAT number', 'VAT No.', 'VAT Reg. No.', 'VAT ID'],
	tax_id: ['Tax ID', 'Tax No.', 'Tax ID number'],
	phone: ['Phone', 'Tel.', 'Telephone', 'Phone no.'],
	email: ['Email', 'E-mail', 'Email address'],
	contact_person: ['Contact person', 'Contact', 'Your contact', 'Contact name'],
	subtotal: ['Subtotal', 'Sub-total', 'Sub total', 'Net total'],
	shipping: ['Shipping', 'Shipping cost', 'Shipping & handling'],
	discount: ['Discount', 'Less discount', 'Trade discount'],
	total_amount: ['Total', 'Total amount', 'Amount total', 'Grand total', 'Total due', 'Amount due'],
	bank_name: ['Bank', 'Bank name'],
	account_name: ['Account name', 'Name of account', 'Account holder'],
	account_number: ['Account number', 'Account No.', 'Account', 'Acct. no.'],
	iban: ['IBAN', 'IBAN', 'IBAN no.'],
	bic: ['BIC', 'SWIFT/BIC', 'BIC (SWIFT)'],
	routing_number: ['Routing number', 'Routing no.', 'ABA routing number'],
	sort_code: ['Sort code', 'Bank sort code'],
	payment_reference: ['Payment reference', 'Reference', 'Payment ref.'],
	receipt_number: ['Receipt number', 'Receipt no.', 'Receipt #', 'Receipt', 'Trans. no.'],
	date: ['Date'],
	time: ['Time'],
	cashier: ['Cashier', 'Served by', 'Cashier name', 'Operator'],
	register: ['Register', 'Till', 'Register no.', 'Reg'],
	total: ['Total', 'TOTAL', 'Total amount', 'Total to pay', 'Balance due'],
	cash: ['Cash', 'Cash tendered', 'Paid cash'],
	card: ['Card', 'Card payment', 'Debit card'],
	change: ['Change', 'Change due', 'Change given'],
	order_number: ['Order number', 'Order No.', 'Order #', 'Order ID', 'Our order no.'],
	order_date: ['Order date', 'Date of order', 'Ordered on', 'Date ordered'],
	delivery_date: ['Delivery date', 'Date of delivery', 'Deliver by', 'Delivery'],
	delivery_address: ['Delivery address', 'Deliver to', 'Ship-to address', 'Address for delivery'],
	delivery_note_number: ['Delivery note number', 'Delivery note no.', 'Delivery note #'],
	customer_name: ['Customer name', 'Customer', 'Name of customer', 'Client name'],
	shipping_method: ['Shipping method', 'Method of shipping', 'Ship via', 'Shipped by'],
	ordered_by: ['Ordered by', 'Order placed by'],
	number_of_packages: ['Number of packages', 'No. of packages', 'Packages'],
	gross_weight: ['Gross weight', 'Weight (gross)', 'Weight'],
	department: ['Department', 'Dept.'],
	cost_center: ['Cost center', 'Cost centre', 'Cost center no.'],
	statement_date: ['Statement date', 'Date of statement', 'Date'],
	statement_period: ['Statement period', 'Period', 'Period covered'],
	opening_balance: ['Opening balance', 'Balance brought forward', 'Balance at opening'],
	payments_received: ['Payments received', 'Payments', 'Total payments received'],
	new_charges: ['New charges', 'Charges', 'Charges this period'],
	closing_balance: ['Closing balance', 'Balance at closing', 'New closing balance'],
	policy_number: ['Policy number', 'Policy No.', 'Policy #', 'Number of policy'],
	policyholder: ['Policyholder', 'Policy holder', 'Name of policyholder'],
	start_date: ['Start date', 'Start of cover', 'Date of start', 'Cover starts'],
	end_date: ['End date', 'End of cover', 'Date of end', 'Cover ends'],
	sum_insured: ['Sum insured', 'Total sum insured', 'Insured sum'],
	net_premium: ['Net premium', 'Premium (net)', 'Premium before tax'],
	insurance_tax: ['Insurance tax', 'Insurance premium tax', 'Tax'],
	total_premium: ['Total premium', 'Premium total', 'Premium payable'],
	customer_reference: ['Customer reference', 'Customer ref.', 'Your reference'],
	name: ['Name', 'Full name', 'Name of holder'],
	card_number: ['Card number', 'Card No.', 'Card no.'],
	member_number: ['Member number', 'Member No.', 'Membership no.', 'Member ID'],
	employee_id: ['Employee ID', 'Employee No.', 'Staff ID', 'Employee number'],
	job_title: ['Job title', 'Title', 'Position'],
	date_of_birth: ['Date of birth', 'Birth date', 'Born'],
	issue_date: ['Issue date', 'Date of issue', 'Issued on', 'Issued'],
	expiry_date: ['Expiry date', 'Date of expiry', 'Expires', 'Valid until'],
	member_since: ['Member since'],
	membership_type: ['Membership type', 'Type of membership', 'Membership'],
	ticket_number: ['Ticket number', 'Ticket No.', 'Ticket ID', 'Ticket #'],
	booking_reference: ['Booking reference', 'Booking ref.', 'Reference'],
	passenger_name: ['Passenger name', 'Passenger', 'Name of passenger'],
	departure_date: ['Departure date', 'Date of departure', 'Date'],
	departure_time: ['Departure time', 'Departs', 'Time of departure'],
	seat: ['Seat', 'Seat no.'],
	gate: ['Gate'],
	platform: ['Platform', 'Plat.'],
	price: ['Price', 'Ticket price', 'Fare'],
} as const satisfies Record<string, readonly string[]>;

export type EntryKey = keyof typeof PRINTED_LABELS;

/** A labelled value under one of the usual wordings of its label. */
export function createEntry(
	random: Random,
	key: EntryKey,
	value: string,
	group?: EntryGroup,
): Entry {
	return { key, label: random.pick<string>(PRINTED_LABELS[key]), value, group };
}
