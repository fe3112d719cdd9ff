import { ServiceError } from './serviceErrors';

/** When a file's address does not give the file. */
export const UNABLE_TO_DOWNLOAD =
	'Unable to download the media resource during the data inspection process.';

/** When an address or its content is nothing that the service reads. */
export const MEDIA_FORMAT =
	'The media format is not supported or incorrect for the data inspection.';

/** 400 InvalidParameter.DataInspection with one of the service's messages (error page). */
export function dataInspection(message: string, note?: string): ServiceError {
	return new ServiceError(400, 'InvalidParameter.DataInspection', message, note);
}
