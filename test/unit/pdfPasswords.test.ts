import { PdfReader } from '../../nodes/QwenOcr/documents/pdfReader';
import type { PdfPasswords } from '../pages/pdfEncryption';
import { makePdf } from '../pages/pdfFile';
import type { PdfPage } from '../pages/pdfFile';

const reader = new PdfReader();

afterAll(async () => await reader.close());

const pages: PdfPage[] = [{ kind: 'text', lines: ['Confidential'] }];

function protectedPdf(passwords: PdfPasswords): Buffer {
	return makePdf(pages, { passwords });
}

test.each([
	['its password', { user: 'geheim', owner: 'boss' }, 'geheim'],
	['the password of its owner', { user: 'geheim', owner: 'boss' }, 'boss'],
	['a password of other letters', { user: 'pässwörd-密码', owner: 'boss' }, 'pässwörd-密码'],
	['none, when only its owner has one', { user: '', owner: 'boss' }, ''],
	['any, when only its owner has one', { user: '', owner: 'boss' }, 'needless'],
])('a protected PDF opens with %s', async (_what, passwords, password) => {
	const pdf = await reader.open('The file x', protectedPdf(passwords), password);
	const { data } = await pdf.render(1, 72, 1e6);
	const open = await reader.open('The file y', makePdf(pages), '');
	expect(Buffer.from((await open.render(1, 72, 1e6)).data).equals(data)).toBe(true);
	pdf.close();
	open.close();
});

test.each([
	['no password', '', 'pdf_password_needed', 'The file x is protected by a password'],
	['a wrong one', 'Geheim', 'pdf_password_wrong', 'The file x does not open with this password'],
])('a protected PDF is refused with %s', async (_what, password, code, message) => {
	const file = protectedPdf({ user: 'geheim', owner: 'boss' });
	await expect(reader.open('The file x', file, password)).rejects.toMatchObject({
		name: 'Fault',
		code,
		message,
		description: expect.stringContaining('PDF Password'),
	});
});

it('says when a PDF is protected by something else than a password', async () => {
	const file = protectedPdf({ user: 'geheim', owner: 'boss' }).toString('latin1');
	const certified = Buffer.from(file.replace('/Filter /Standard', '/Filter /Adobe.Pu'), 'latin1');
	await expect(reader.open('The file x', certified, 'geheim')).rejects.toMatchObject({
		code: 'pdf_protected',
	});
});
