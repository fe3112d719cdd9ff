import { NodeHelpers, isExpression, isResourceLocatorValue } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** Where a value stands: its node with all parameters, and the path of its collection. */
interface Place {
	node: INode;
	description: INodeTypeDescription;
	/** What conditions of `displayOptions` are read from. */
	values: INodeParameters;
	path: string;
}

/**
 * Compares the stored parameters of a node with its description, and names each one that the editor
 * would not show or not offer: unknown or hidden names, values that are no option or not of the type.
 */
export function parameterProblems(node: INode, description: INodeTypeDescription): string[] {
	const known = allParameters(node, description);
	const complete = { ...node, parameters: known };
	const place = { node: complete, description, values: known, path: '' };
	return problemsIn(node.parameters, description.properties, place);
}

/** Completes the parameters with the defaults of fields that were left alone. */
function allParameters(node: INode, description: INodeTypeDescription): INodeParameters {
	const { properties } = description;
	return (
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ?? {}
	);
}

function problemsIn(
	parameters: INodeParameters,
	properties: INodeProperties[],
	place: Place,
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const path = place.path ? `${place.path}.${name}` : name;
		const named = properties.filter((property) => property.name === name);
		if (named.length === 0) return [`${path} is unknown`];
		const shown = named.find((property) => isShown(property, place));
		if (!shown) return [`${path} is hidden`];
		return valueProblems(value, shown, { ...place, path });
	});
}

function isShown(property: INodeProperties, { node, description, values }: Place): boolean {
	return NodeHelpers.displayParameter(values, property, node, description, node.parameters);
}

function valueProblems(value: unknown, property: INodeProperties, place: Place): string[] {
	if (isExpression(value)) {
		return property.noDataExpression ? [`${place.path} takes no expression`] : [];
	}
	switch (property.type) {
		case 'options':
			return isOption(value, property) ? [] : [`${place.path} has no option ${String(value)}`];
		case 'boolean':
		case 'number':
		case 'string':
			return typeof value === property.type ? [] : [`${place.path} is no ${property.type}`];
		case 'resourceLocator':
			return isLocator(value, property) ? [] : [`${place.path} is no choice of its list`];
		case 'collection':
			return collectionProblems(value, property.options as INodeProperties[], place);
		case 'fixedCollection':
			return groupProblems(value, property.options as INodePropertyCollection[], place);
		default:
			return [];
	}
}

function isOption(value: unknown, { options = [] }: INodeProperties): boolean {
	return (options as INodePropertyOptions[]).some((option) => option.value === value);
}

function isLocator(value: unknown, { modes = [] }: INodeProperties): boolean {
	if (!isResourceLocatorValue(value)) return false;
	return value.value !== '' && modes.some(({ name }) => name === value.mode);
}

function collectionProblems(value: unknown, properties: INodeProperties[], place: Place): string[] {
	const entries = value as INodeParameters;
	const defaults = properties.map((property) => [property.name, property.default] as const);
	const values: INodeParameters = { ...Object.fromEntries(defaults), ...entries };
	return problemsIn(entries, properties, { ...place, values });
}

function groupProblems(value: unknown, groups: INodePropertyCollection[], place: Place): string[] {
	return Object.entries(value as INodeParameters).flatMap(([name, entry]) => {
		const path = `${place.path}.${name}`;
		const group = groups.find((candidate) => candidate.name === name);
		if (!group) return [`${path} is unknown`];
		const rows = Array.isArray(entry) ? entry : [entry];
		return rows.flatMap((row) => collectionProblems(row, group.values, { ...place, path }));
	});
}
