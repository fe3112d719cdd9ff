import { standinMark } from '../serviceErrors';
import { formatPiece, type Answer } from './answer';

/** Says openly that there is no LaTeX to be had: the engine knows no formulas. */
export function formulaAnswer(): Answer {
	return { pieces: [formatPiece(standinMark('formulas cannot be read by its engine'))] };
}
