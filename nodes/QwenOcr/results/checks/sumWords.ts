import type { SumRole } from './sumRole';

/**
 * Names and printed labels of amounts, whole and in lower case without accents; words with several
 * meanings (price, rate, value, Skonto) are left out on purpose: no role is better than a wrong one.
 */
type Words = Partial<Record<SumRole, string>>;

/** What the columns of line items are called. */
export const LINE_WORDS: Words = {
	lineAmount: `amount, line amount, amount of the line, line total, total, total amount, total price,
		net amount, net total, extended price, extended amount, line sum, betrag, gesamt, gesamtpreis,
		gesamtbetrag, nettobetrag, summe, positionsbetrag, zeilensumme, montant, montant ht, montant net,
		total ht, prix total, importe, importe total, precio total, importo, totale,
		金额, 小计, 不含税金额, 金额元`,
	lineQuantity: `quantity, qty, menge, anzahl, quantite, qte, cantidad, cant, quantita, 数量`,
	lineUnitPrice: `unit price, price per unit, unit cost, price each, einzelpreis, stuckpreis,
		preis pro einheit, prix unitaire, prix unitaire ht, precio unitario, prezzo unitario, 单价`,
	lineTax: `tax, tax amount, vat, vat amount, gst, sales tax, mwst, MwSt, ust, USt, steuer,
		steuerbetrag, mwst betrag, tva, montant tva, iva, importe iva, cuota iva, 税额`,
};

/** What the amounts of a document are called. */
export const DOCUMENT_WORDS: Words = {
	subtotal: `subtotal, sub total, subtotal amount, items total, goods total, merchandise total,
		zwischensumme, warenwert, sous total, subtotale, 小计, 金额, 合计金额, 金额合计, 小計`,
	netSubtotal: `net, net total, total net, net amount, net value, net subtotal, subtotal net, before tax,
		subtotal before tax, total before tax, amount before tax, total excluding tax, total excl tax,
		total excluding vat, total excl vat, total ex vat, excluding tax, excluding vat, excl tax, excl vat,
		netto, nettobetrag, nettosumme, summe netto, gesamt netto, netto gesamt, nettogesamtbetrag,
		total ht, montant ht, total hors taxe, total hors taxes, total net ht, base imponible,
		imponibile, totale imponibile, 不含税金额, 不含税价, 不含税合计, 税前金额, 未税金额`,
	tax: `tax, tax amount, total tax, tax total, vat, vat amount, total vat, vat total, vat in total, gst,
		gst amount, sales tax, mwst, MwSt, mwst betrag, MwSt Betrag, ust, USt, ust betrag, umsatzsteuer, umsatzsteuerbetrag,
		mehrwertsteuer, mehrwertsteuerbetrag, steuer, steuerbetrag, tva, montant tva, total tva,
		montant de la tva, iva, importe iva, cuota iva, total iva, totale iva,
		税额, 合计税额, 税额合计, 增值税税额, 增值税额, 消費税`,
	discount: `discount, total discount, discount total, discount amount, rabatt, nachlass, remise, rabais,
		descuento, sconto, 折扣, 折扣金额, 优惠, 优惠金额, 折扣额`,
	shipping: `shipping, shipping cost, shipping costs, shipping amount, shipping fee, shipping charge,
		shipping charges, shipping and handling, freight, freight charge, freight charges, delivery,
		delivery fee, delivery charge, delivery charges, postage, versand, versandkosten, fracht,
		frachtkosten, frais de port, frais de livraison, gastos de envio, spese di spedizione,
		运费, 邮费, 配送费`,
	total: `total, grand total, total amount, amount total, invoice total, invoice amount, total price, gross,
		gross total, total gross, gross amount, with tax, total with tax, total including tax,
		total incl tax, total including vat, total incl vat, including tax, including vat, incl tax,
		incl vat, gesamtbetrag, gesamtsumme, gesamt, brutto, bruttobetrag, gesamt brutto, summe brutto,
		rechnungsbetrag, rechnungssumme, endbetrag, endsumme, summe, total ttc, montant ttc, montant total,
		total facture, importe total, total factura, totale, totale fattura, totale documento,
		价税合计, 合计, 总计, 总金额, 总额, 价税合计小写, 金额小写, 合计金额小写, 金额合计小写, 合计小写,
		总计小写, 總計, 合計`,
	amountPaid: `amount paid, paid, paid amount, payment, payments, payments received, deposit, down payment,
		prepaid, prepayment, anzahlung, bezahlt, acompte, anticipo, acconto, 实付, 实收, 已付, 已付金额,
		实付金额, 预付款, 定金`,
	amountDue: `amount due, due amount, balance due, balance, outstanding, amount payable, zahlbetrag,
		restbetrag, offener betrag, net a payer, reste a payer, importe a pagar, 应付, 应付金额, 应付款,
		待付金额`,
};

/** Words that may as well stand for a rate, so that only a field of type Amount is taken for the amount. */
export const AMOUNT_OR_RATE = `tax, vat, gst, sales tax, mwst, MwSt, ust, USt, steuer, umsatzsteuer,
	mehrwertsteuer, tva, iva, discount, rabatt, nachlass, remise, rabais, descuento, sconto, 折扣, 优惠`;

/** What takes something off a price, whatever it is called in full. */
export const REBATE =
	/(^| )(discount|rebate|coupon|voucher|rabatt|nachlass|skonto|gutschein|remise|rabais|escompte|descuento|sconto)|折扣|优惠|减免/;

/** Amounts that stand beside a total and are never part of it. */
export const NO_PART_OF_TOTAL =
	/change|cash|payment|transaction|tender|given|exchange|rate|percent|price|limit|insured|threshold|average|wechselgeld|ruckgeld|gegeben|kurs|satz|monnaie|cambio|resto|tax|vat|mwst|mw st|steuer|tva|iva|taxable|找零|单价|税|余额|汇率/;

/** Lists that hold line items. */
export const LINE_LISTS = `line items, line item, items, item, lines, invoice lines, invoice items, order lines,
	order items, positions, positionen, posten, rechnungspositionen, articles, artikel, products, produkte,
	goods, lignes, articulos, productos, lineas, conceptos, righe, articoli, prodotti, 明细, 商品明细,
	货物明细, 项目明细, 商品, 明细行, 发票明细`;

/** Groups that only hold together the amounts of a document. */
export const GROUPS = `total, totals, amount, amounts, sum, sums, summary, invoice, document, payment, betrage,
	summen, montants, totaux, totales, importes, totali, 合计, 金额, 汇总, 总计`;
