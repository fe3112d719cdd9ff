/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core reads these when it is first required, so this file is imported before it.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'qwen-ocr-n8n-'));
process.env.N8N_ENCRYPTION_KEY ??= 'test-key';
process.env.N8N_LOG_LEVEL ??= 'silent';
