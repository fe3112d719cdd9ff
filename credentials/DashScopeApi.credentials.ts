import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { REGIONS, SERVICE_BASE_URL_EXPRESSION } from '../nodes/QwenOcr/dashscope/regions';

/** Key and region of Alibaba Cloud Model Studio, whose API is called DashScope. */
export class DashScopeApi implements ICredentialType {
	name = 'dashScopeApi';

	displayName = 'DashScope API';

	icon: Icon = { light: 'file:../icons/qwenOcr.svg', dark: 'file:../icons/qwenOcr.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-qwen-ocr/n8n-nodes-qwen-ocr#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A key of Model Studio. It works only in the region where it was made.',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: REGIONS['cn-beijing'].name, value: 'cn-beijing' },
				{ name: 'Custom', value: 'custom' },
				{ name: REGIONS['ap-southeast-1'].name, value: 'ap-southeast-1' },
				{ name: REGIONS['us-east-1'].name, value: 'us-east-1' },
			],
			default: 'ap-southeast-1',
			description: 'The region where the key was made, or Custom for an address of your own',
		},
		{
			displayName: 'Workspace ID',
			name: 'workspaceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. ws-1a2b3c4d5e6f7a8b',
			description:
				"Optional. With it, requests go to the workspace's own host, which takes only keys of that workspace.",
			displayOptions: { hide: { region: ['custom'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://dashscope.example.com',
			description:
				'Address of a gateway that speaks the DashScope API, without /api/v1 or /compatible-mode',
			displayOptions: { show: { region: ['custom'] } },
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: SERVICE_BASE_URL_EXPRESSION, url: '/compatible-mode/v1/models' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The API key was not accepted in the chosen Region (401). A key works only in the region where it was made, and a workspace host takes only keys of that workspace.',
				},
			},
		],
	};
}
