/**
 * The service's own description (OpenAPI 3.1) as TypeScript, in the form that openapi-fetch takes. Knows the part of JSON schema that zod
 * writes; what it does not know it refuses, so that no type says less than the description.
 */
import { z } from 'zod';

const schema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  get anyOf() {
    return z.array(schema).optional();
  },
  get oneOf() {
    return z.array(schema).optional();
  },
  get allOf() {
    return z.array(schema).optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  required: z.array(z.string()).optional(),
  get additionalProperties() {
    return z.union([z.boolean(), schema]).optional();
  },
  get items() {
    return z.union([z.boolean(), schema]).optional();
  },
  get prefixItems() {
    return z.array(schema).optional();
  },
});
type Schema = z.infer<typeof schema>;

const content = z.record(z.string(), z.object({ schema: schema.optional() })).optional();
const operation = z.object({
  summary: z.string().optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema }))
    .default([]),
  requestBody: z.object({ content, required: z.boolean().optional() }).optional(),
  responses: z.record(z.string(), z.object({ content })),
});
type Operation = z.infer<typeof operation>;

const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** The file that the pages import, with `paths` and `schemas`. */
export function typesOf(document: unknown): string {
  const { paths, components } = description.parse(document);
  const sorted = <T>(record: Readonly<Record<string, T>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const schemas = sorted(components.schemas).map(([name, one]) => `${quote(name)}: ${typeOf(one)};`);
  const routes = sorted(paths).map(
    ([path, methods]) =>
      `${quote(path)}: {\n${sorted(methods)
        .map(([method, one]) => `${method}: ${operationOf(one)};`)
        .join('\n')}\n};`,
  );
  return [
    '/** What the service says of itself, as types. Written by `npm run describe`, held to the service by test/web/description.test.ts. */',
    `export interface schemas {\n${schemas.join('\n')}\n}`,
    `export interface paths {\n${routes.join('\n')}\n}`,
    '',
  ].join('\n');
}

function operationOf({ parameters, requestBody, responses }: Operation): string {
  const places = ['query', 'path'].map((place) => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return `${place}?: never;`;
    const optional = own.every(({ required }) => required !== true) ? '?' : '';
    const fields = own.map((one) => `${quote(one.name)}${one.required ? '' : '?'}: ${typeOf(one.schema)};`);
    return `${place}${optional}: { ${fields.join(' ')} };`;
  });
  const body =
    requestBody === undefined
      ? 'requestBody?: never;'
      : `requestBody${requestBody.required ? '' : '?'}: { ${contentOf(requestBody.content)} };`;
  const answers = Object.entries(responses).map(
    ([status, answer]) => `${status}: { headers: object; ${contentOf(answer.content)} };`,
  );
  const given = `parameters: { ${places.join(' ')} header?: Record<string, string>; cookie?: never; };`;
  return `{\n${given}\n${body}\nresponses: { ${answers.join(' ')} };\n}`;
}

function contentOf(media: z.infer<typeof content>): string {
  if (media === undefined) return 'content?: never;';
  const types = Object.entries(media).map(
    ([type, one]) =>
      `${quote(type)}: ${type === 'application/json' || type.endsWith('+json') ? typeOf(one.schema ?? {}) : 'Blob'};`,
  );
  return `content: { ${types.join(' ')} };`;
}

function typeOf(one: Schema | boolean): string {
  if (typeof one === 'boolean') return one ? 'unknown' : 'never';
  const { $ref, anyOf, oneOf, allOf, type } = one;
  if ($ref !== undefined) return `schemas['${$ref.replace('#/components/schemas/', '')}']`;
  if (one.const !== undefined) return JSON.stringify(one.const);
  if (one.enum !== undefined) return one.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return `(${choices.map(typeOf).join(' | ')})`;
  if (allOf !== undefined) return `(${allOf.map(typeOf).join(' & ')})`;
  if (type === undefined) return 'unknown';
  return [type]
    .flat()
    .map((name) => plain(name, one))
    .join(' | ');
}

function plain(type: string, one: Schema): string {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'array':
      if (one.prefixItems !== undefined) return `[${one.prefixItems.map(typeOf).join(', ')}]`;
      return `(${typeOf(one.items ?? true)})[]`;
    case 'object':
      return objectOf(one);
    default:
      throw new Error(`a type that the description never had: ${type}`);
  }
}

function objectOf({ properties, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties ?? {}).map(
    ([name, value]) => `${quote(name)}${required.includes(name) ? '' : '?'}: ${typeOf(value)};`,
  );
  if (fields.length > 0) return `{ ${fields.join(' ')} }`;
  if (typeof additionalProperties === 'object') return `{ [key: string]: ${typeOf(additionalProperties)} }`;
  return additionalProperties === false ? 'Record<string, never>' : '{ [key: string]: unknown }';
}

function quote(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`;
}
