/** The built-in tasks of the Qwen-OCR models, as `parameters.ocr_options.task` names them. */
export type Task =
	| 'advanced_recognition'
	| 'document_parsing'
	| 'formula_recognition'
	| 'key_information_extraction'
	| 'multi_lan'
	| 'table_parsing'
	| 'text_recognition';
