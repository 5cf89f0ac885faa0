/** Values out of a JSON schema, as an OpenAPI document has them: for a fuzz that knows no route by name. */
import fc from 'fast-check';
import { z } from 'zod';

/** The part of JSON schema that the document uses for questions. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | JsonSchema | undefined;
  readonly items?: boolean | JsonSchema | undefined;
  readonly prefixItems?: readonly JsonSchema[] | undefined;
  readonly minItems?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly format?: string | undefined;
}

export const jsonSchema: z.ZodType<JsonSchema> = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.lazy(() => jsonSchema)).optional(),
  oneOf: z.array(z.lazy(() => jsonSchema)).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => jsonSchema),
    )
    .optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.union([z.boolean(), z.lazy(() => jsonSchema)]).optional(),
  items: z.union([z.boolean(), z.lazy(() => jsonSchema)]).optional(),
  prefixItems: z.array(z.lazy(() => jsonSchema)).optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maxLength: z.number().optional(),
  format: z.string().optional(),
});

export interface Vocabulary {
  /** The schemas that others refer to, by name. */
  readonly named: Readonly<Record<string, JsonSchema>>;
  /** Values that mean something to the service, by the name of the field or parameter that they fit. */
  readonly known: Readonly<Record<string, readonly unknown[]>>;
}

/** Values that the schema allows, patterns of texts aside; mostly known ones where `name` has any. */
export function fromSchema(
  schema: JsonSchema,
  words: Vocabulary,
  name = '',
  depth = 0,
): fc.Arbitrary<unknown> {
  const made = unnamed(schema, words, depth);
  const known = words.known[name];
  if (known === undefined) return made;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made });
}

const deepest = 7;

function unnamed(schema: JsonSchema, words: Vocabulary, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const target = words.named[schema.$ref.split('/').at(-1) ?? ''];
    if (target === undefined) throw new Error(`${schema.$ref} is not in the document`);
    return depth > deepest ? fc.constant(null) : unnamed(target, words, depth + 1);
  }
  if ('const' in schema && schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => unnamed(one, words, depth + 1)));
  const types = [schema.type ?? []].flat();
  return fc.oneof(
    ...types.map((type) => ofType(type, schema, words, depth)),
    ...(types[0] ? [] : [fc.json()]),
  );
}

function ofType(type: string, schema: JsonSchema, words: Vocabulary, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer(rangeOf(schema, 20)), fc.maxSafeInteger().map(within(schema)));
    case 'number':
      return fc.double({ ...rangeOf(schema, 1), noNaN: true });
    case 'string':
      return textOf(schema);
    case 'array':
      return arrayOf(schema, words, depth);
    case 'object':
      return objectOf(schema, words, depth);
    default:
      throw new Error(`a schema of the type ${type}`);
  }
}

/** The lowest values that are allowed, `width` of them. */
function rangeOf({ minimum, maximum, exclusiveMinimum }: JsonSchema, width: number) {
  const least = Math.max(minimum ?? 0, (exclusiveMinimum ?? -1) + 1);
  return { min: least, max: Math.min(maximum ?? Number.MAX_SAFE_INTEGER, least + width) };
}

function within({ minimum, maximum }: JsonSchema) {
  return (value: number) => Math.min(maximum ?? value, Math.max(minimum ?? value, value));
}

function textOf({ format, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid({ version: 4 });
    case 'date':
      return fc.date(years).map((date) => date.toISOString().slice(0, 10));
    case 'date-time':
      return fc.date(years).map((date) => date.toISOString());
    default:
      return fc.oneof(
        fc.constantFrom('x', 'Farsta', '7', 'true', '2026-03-01'),
        fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 30) }),
        fc.constant('å'.repeat(maxLength)),
      );
  }
}
const years = { min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true };

function arrayOf(
  { items = {}, prefixItems, minItems = 0 }: JsonSchema,
  words: Vocabulary,
  depth: number,
): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => unnamed(one, words, depth + 1)));
  const maxLength = Math.max(minItems, depth > deepest ? 0 : 2);
  return fc.array(unnamed(typeof items === 'object' ? items : {}, words, depth + 1), {
    minLength: minItems,
    maxLength,
  });
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  words: Vocabulary,
  depth: number,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, fromSchema(one, words, name, depth + 1)]),
  );
  const requiredKeys = required.filter((name) => name in fields);
  const known = fc.record(fields, { requiredKeys });
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.dictionary(fc.string({ maxLength: 5 }), unnamed(additionalProperties, words, depth + 1), {
    maxKeys: 2,
  });
  return fc.tuple(known, more).map(([own, others]) => ({ ...others, ...own }));
}
