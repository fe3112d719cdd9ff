import type { FileServer } from '../documents/fileServer';
import type { Session, StoredCredential } from '../n8n/session';
import type { Album } from './album';
import type { Editor } from './editor';

/** What the steps in the browser share. */
export interface Stage {
	session: Session;
	editor: Editor;
	album: Album;
	/** Leads to the stand-in with a good key. */
	credential: StoredCredential;
	/** Where the stand-in listens. */
	standinUrl: string;
	/** Documents that n8n can fetch. */
	documents: FileServer;
	/** Prints a line among the steps. */
	report(line: string): void;
}
