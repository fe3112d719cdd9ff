import type { INodeProperties } from 'n8n-workflow';

/** Everything that works without being touched. */
export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Auto-Rotate',
			name: 'enableRotate',
			type: 'boolean',
			default: true,
			description:
				'Whether the service straightens a tilted picture before reading it. Positions of lines then belong to the straightened picture.',
		},
		{
			displayName: 'Confidence Threshold',
			name: 'confidenceThreshold',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.5,
			description:
				'Fields whose least sure token is below this probability need review. Needs Token Probabilities.',
			displayOptions: { show: { '/operation': ['extractFields'] } },
		},
		{
			displayName: 'Convert Numbers',
			name: 'convertNumbers',
			type: 'boolean',
			default: true,
			description:
				'Whether columns that hold nothing but numbers become numbers; codes such as 007 stay texts',
			displayOptions: { show: { '/operation': ['extractTables'] } },
		},
		{
			displayName: 'Day or Month First',
			name: 'dayFirst',
			type: 'options',
			options: [
				{ name: 'Ask for Review', value: 'review', description: 'Unless the document tells' },
				{ name: 'Day First', value: 'day', description: '11/12/2026 is 11 December' },
				{ name: 'Month First', value: 'month', description: '11/12/2026 is 12 November' },
			],
			default: 'day',
			description: 'How to read a date such as 11/12/2026',
			displayOptions: { show: { '/operation': ['extractFields'] } },
		},
		{
			displayName: 'Estimate Only',
			name: 'estimateOnly',
			type: 'boolean',
			default: true,
			description:
				'Whether to send nothing and give an item for each request instead, with the most tokens that it may take and their price. Files are opened and checked as for reading.',
		},
		{
			displayName: 'Flat Output',
			name: 'flatOutput',
			type: 'options',
			options: [
				{
					name: 'Lists as JSON',
					value: 'json',
					description: 'A column such as lineItems holds all its elements',
				},
				{
					name: 'Lists as Numbered Columns',
					value: 'indexed',
					description: 'Columns such as lineItems[0].amount',
				},
				{ name: 'Off', value: 'none', description: 'Groups and lists stay as they are' },
			],
			default: 'json',
			description:
				'Whether fields become columns at the top of the item, such as seller.taxId, ready for a spreadsheet',
			displayOptions: { show: { '/operation': ['extractFields'] } },
		},
		{
			displayName: 'Header Row',
			name: 'headerRow',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto', description: 'Told from the rows themselves' },
				{ name: 'First Row', value: 'first', description: 'The first row names the columns' },
				{ name: 'None', value: 'none', description: 'The columns are Column 1, Column 2 …' },
			],
			default: 'auto',
			description: 'Which row of a table names its columns',
			displayOptions: { show: { '/operation': ['extractTables'] } },
		},
		{
			displayName: 'Include Raw Response',
			name: 'includeRawResponse',
			type: 'boolean',
			default: true,
			description: "Whether to add the service's answer as it came, in the field rawResponse",
		},
		{
			displayName: 'Keep Source',
			name: 'keepSource',
			type: 'options',
			options: [
				{ name: 'Binary', value: 'binary', description: 'The files of the input item' },
				{ name: 'Both', value: 'both', description: 'The files and the JSON of the input item' },
				{
					name: 'JSON',
					value: 'json',
					description: 'The JSON of the input item; where names are the same, the result wins',
				},
				{ name: 'None', value: 'none', description: 'Only what was read' },
			],
			default: 'json',
			description: 'What of the input item to carry on. Without this option nothing is.',
		},
		{
			displayName: 'Max Concurrency',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 5,
			description:
				'Most pictures that are loaded and read at the same time. The order of the items stays.',
		},
		{
			displayName: 'Max Cost',
			name: 'maxCost',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 1,
			description:
				'Most that one run may spend, in CNY for China (Beijing) and USD elsewhere. One value holds for the whole run, that of the first item that has one. What would go beyond it is not sent and becomes an error item.',
		},
		{
			displayName: 'Max Pixels',
			name: 'maxPixels',
			type: 'number',
			typeOptions: { minValue: 3072, maxValue: 30720000 },
			default: 8388608,
			description:
				'Larger pictures are reduced to this many pixels (width × height). More pixels show small print, and cost more tokens.',
		},
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 4,
			description:
				'How often a request, an upload or a download is tried again after a fault that may pass. Limits of the account are waited for besides, up to 10 minutes.',
		},
		{
			displayName: 'Max Tokens',
			name: 'maxTokens',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 4096,
			description:
				'Longest answer in tokens; raise it when a warning says that an answer was cut off. Up to 8192 with most models.',
		},
		{
			displayName: 'Min Pixels',
			name: 'minPixels',
			type: 'number',
			typeOptions: { minValue: 3072, maxValue: 30720000 },
			default: 3136,
			description:
				'Smaller pictures are enlarged to this many pixels (width × height), which can help with tiny print',
		},
		{
			displayName: 'Minimum Picture Size',
			name: 'minimumSize',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 100,
			description:
				'Skip pictures whose width or height is below this many pixels, such as logos in e-mail signatures. 0 reads all.',
		},
		{
			displayName: 'Number Format',
			name: 'numberFormat',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto', description: 'Told from the document, else review' },
				{ name: '1,234.56', value: 'point', description: 'The point is the decimal sign' },
				{ name: '1.234,56', value: 'comma', description: 'The comma is the decimal sign' },
			],
			default: 'auto',
			description: 'How to read a number such as 1,234',
			displayOptions: { show: { '/operation': ['extractFields', 'extractTables'] } },
		},
		{
			displayName: 'Pages',
			name: 'pages',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1-3, 7, last',
			description:
				'Which pages of a PDF to read, in this order. Empty reads all pages, up to 5,000.',
		},
		{
			displayName: 'PDF Password',
			name: 'pdfPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Opens a PDF that is protected by a password',
		},
		{
			displayName: 'PDF Resolution',
			name: 'pdfResolution',
			type: 'number',
			typeOptions: { minValue: 36, maxValue: 600 },
			default: 200,
			description:
				'Dots per inch at which the pages of a PDF are drawn. A page never gets more pixels than Max Pixels.',
		},
		{
			displayName: 'Presence Penalty',
			name: 'presencePenalty',
			type: 'number',
			typeOptions: { minValue: -2, maxValue: 2, numberPrecision: 2 },
			default: 0,
			description: 'Above 0 the model repeats itself less, below 0 more',
		},
		{
			displayName: 'Prices',
			name: 'prices',
			type: 'json',
			default: '{\n\t"qwen-vl-ocr": { "input": 0.3, "output": 0.5, "currency": "CNY" }\n}',
			description: 'Your own prices by the million tokens, in place of the built-in table',
		},
		{
			displayName: 'Repetition Penalty',
			name: 'repetitionPenalty',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 1,
			description: 'Above 1 the model repeats sequences less. 1 is no penalty.',
		},
		{
			displayName: 'Request Mode',
			name: 'requestMode',
			type: 'options',
			options: [
				{
					name: 'One Request per Item',
					value: 'perItem',
					description: 'All pictures of the item together, such as front and back of a card',
				},
				{
					name: 'One Request per Page',
					value: 'perFile',
					description: 'Each picture or page by itself',
				},
			],
			default: 'perItem',
			description: 'How many pictures the model sees at once',
			displayOptions: { show: { '/operation': ['customPrompt'] } },
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 600,
			description:
				'Most requests a minute for this model and key, spaced evenly and a little below it. Without this option the published limit of the model; 0 is no limit. Of workflows that run side by side the lowest holds.',
		},
		{
			displayName: 'Seed',
			name: 'seed',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2147483647 },
			default: 0,
			description: 'The same seed makes the same answer more likely',
		},
		{
			displayName: 'Stop Sequences',
			name: 'stop',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Stop Sequence' },
			default: [],
			description: 'The answer ends before the first of these texts',
		},
		{
			displayName: 'Sum Tolerance',
			name: 'sumTolerance',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 0.02,
			description:
				'Most that amounts which should add up may be apart. Without this option they must add up exactly.',
			displayOptions: { show: { '/operation': ['extractFields'] } },
		},
		{
			displayName: 'Temperature',
			name: 'temperature',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1.99, numberPrecision: 3 },
			default: 0.01,
			description: 'How freely the model words its answer. For reading, keep it low.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description: 'Seconds to wait for the answer to one picture',
		},
		{
			displayName: 'Token Probabilities',
			name: 'logprobs',
			type: 'boolean',
			default: true,
			description:
				'Whether to ask how sure the model is of each token. Shown in the field logprobs when Simplify is off.',
		},
		{
			displayName: 'Top K',
			name: 'topK',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1,
			description:
				'How many candidates the model picks each token from. 0 or above 100 is no limit.',
		},
		{
			displayName: 'Top P',
			name: 'topP',
			type: 'number',
			typeOptions: { minValue: 0.001, maxValue: 1, numberPrecision: 3 },
			default: 0.001,
			description: 'Share of the probability that the model picks each token from',
		},
		{
			displayName: 'Unsupported Files',
			name: 'onUnsupportedFile',
			type: 'options',
			options: [
				{
					name: 'Skip with a Warning',
					value: 'skip',
					description: 'The other files of the item are read',
				},
				{ name: 'Stop', value: 'stop', description: 'The item fails' },
			],
			default: 'skip',
			description:
				'What to do with files that are neither pictures nor PDFs, and with pictures too small to read. Without this option, files that a pattern such as attachment_* chose are skipped, and a file that was named stops.',
		},
		{
			displayName: 'URL Handling',
			name: 'urlHandling',
			type: 'options',
			options: [
				{
					name: 'Pass to the Service',
					value: 'pass',
					description: 'The service fetches the picture itself',
				},
				{
					name: 'Download',
					value: 'download',
					description: 'This n8n fetches the picture, for private addresses; all checks apply',
				},
			],
			default: 'pass',
			description: 'Who fetches the picture when Input Type is URL',
		},
	],
};
