import { invalidParameter, type ServiceError } from '../serviceErrors';

/** 400 in the words that the reference of the Responses endpoint has for a request without `model`. */
export function missingParameter(name: string): ServiceError {
	return invalidParameter(
		`[400] missing_required_parameter: Missing required parameter: '${name}'.`,
	);
}
