/**
 * How the API describes itself: the exchange formats as named schemas, taken from the zod schemas that check them. The
 * body of a question is described here and read in a thread (src/jobs/question.ts), from the same fields.
 */
import type { FastifyDynamicSwaggerOptions, SwaggerTransformObject } from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { policySchema } from '../domain/policy.ts';
import { optionalTables, regionHead, regionTables, tableNames } from '../domain/region.ts';
import { expectations } from '../domain/tables/cells.ts';
import { commitmentRow } from '../domain/tables/followup.ts';
import { conditionSchema } from '../followup/indicators/condition.ts';
import { indicatorSchema } from '../followup/indicators/indicator-format.ts';
import { reportSchema } from '../followup/report/report-format.ts';
import { explainFields, matchFields, verifyFields } from '../jobs/question.ts';
import { explanationSchema } from '../matching/explain/explanation-format.ts';
import { proposalSchema } from '../matching/proposal-format.ts';
import { asBytes } from './body.ts';
import { jsonMedia, workbookMedia, zipMedia } from './media.ts';
import { failureResponses, problemDocument } from './problem-document.ts';

const optional: ReadonlySet<string> = new Set(optionalTables);

/** region@1 as the reader takes it: the fields of region.json with each table as an array under its name. */
const region = z.strictObject({
  ...regionHead.shape,
  ...Object.fromEntries(
    tableNames.map((name) => {
      const rows = z.array(regionTables[name]);
      return [name, optional.has(name) ? rows.optional() : rows];
    }),
  ),
});

/** The region alone. */
export const regionBody = asBytes(region);

const oneOf = { description: 'exactly one of example and region' };
const sent = { region: region.optional() };

export const matchBody = asBytes(z.union([region, z.strictObject({ ...matchFields, ...sent }).meta(oneOf)]));
export const verifyBody = asBytes(
  z.strictObject({ ...verifyFields, ...sent, proposal: proposalSchema }).meta(oneOf),
);
export const explainBody = asBytes(
  z.strictObject({ ...explainFields, ...sent, proposal: proposalSchema }).meta(oneOf),
);

export const verification = z.strictObject({
  verified: z.literal(true),
  onTrust: z.array(z.strictObject({ sv: z.string(), en: z.string() })),
});

/** The schemas that have a name of their own in the description. */
const names: readonly (readonly [schema: z.ZodType, id: string, description: string])[] = [
  [region, 'Region', 'resursutbyte/region@1: all that a match needs'],
  [policySchema, 'Policy', 'resursutbyte/policy@1: how a region weighs what it wants'],
  [proposalSchema, 'Proposal', 'resursutbyte/proposal@1: who is proposed where, with the proof'],
  [explanationSchema, 'Explanation', 'resursutbyte/explanation@1: what one participant gets, and why'],
  [verification, 'Verification', 'that every claim holds, and what is left on trust'],
  [conditionSchema, 'Condition', 'what holds of a person, in an indicator'],
  [indicatorSchema, 'Indicator', 'resursutbyte/indicator@1: a figure that partners agreed to steer by'],
  [reportSchema, 'Report', 'resursutbyte/report@1: every indicator, and what can be concluded'],
  [commitmentRow, 'Commitment', 'a row of commitments.csv'],
  [problemDocument, 'Problem', 'RFC 9457: what went wrong, where, and what to do about it'],
  ...tableNames.map((name) => [regionTables[name], `Region.${name}`, `a row of ${name}.csv`] as const),
];
for (const [schema, id, description] of names) z.globalRegistry.add(schema, { id, description });

const config = {
  zodToJsonConfig: {
    override: ({ zodSchema, jsonSchema }) => {
      const expected = expectations.get(zodSchema);
      if (expected) jsonSchema.description = expected.en;
    },
  },
} satisfies Parameters<typeof createJsonSchemaTransform>[0];
const toJsonSchema = createJsonSchemaTransform(config);

/** Bodies that are no JSON, as OpenAPI describes bytes. */
const packed: ReadonlyMap<
  string,
  { readonly type: string; readonly contentMediaType: string; readonly description: string }
> = new Map([
  [zipMedia, { type: 'string', contentMediaType: zipMedia, description: 'the region folder' }],
  [
    workbookMedia,
    { type: 'string', contentMediaType: workbookMedia, description: 'the region as a workbook' },
  ],
]);

type DescribedRoute = Parameters<typeof toJsonSchema>[0];

const named = createJsonSchemaTransformObject(config);

/** A route with what the guard (guard.ts) may answer before it. */
function guarded(given: DescribedRoute): DescribedRoute {
  if (given.route.config?.access === 'public') return given;
  const own = given.schema.response;
  const guards = failureResponses('not_signed_in', 'not_allowed');
  const response = typeof own === 'object' && own !== null ? { ...guards, ...own } : guards;
  const security = [{ session: [] }, { token: [] }];
  return { ...given, schema: { ...given.schema, response, security } };
}

/** What Swagger is given: the schemas of each route, with zip and workbook told apart from JSON. */
export const describing = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'resursutbyte',
      version: '1',
      description: 'Matches participants with work teams, with proof.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'resursutbyte' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  },
  transform: (given) => {
    const { schema, url } = toJsonSchema(guarded(given));
    const { body, consumes = [jsonMedia] } = schema;
    if (body === undefined) return { schema, url };
    const content = consumes.map((type) => [type, { schema: packed.get(type) ?? body }]);
    return { schema: { ...schema, body: { content: Object.fromEntries(content) } }, url };
  },
  transformObject: (document) => onlyUsed(named(document)),
} satisfies FastifyDynamicSwaggerOptions;

/** Takes out the schemas that nothing refers to: each has a form for questions and one for answers, and few need both. */
function onlyUsed(description: ReturnType<SwaggerTransformObject>): ReturnType<SwaggerTransformObject> {
  if (!('components' in description)) return description;
  const schemas = description.components?.schemas ?? {};
  const used = new Set<string>();
  const open: unknown[] = [description.paths];
  while (open.length > 0) {
    const text = JSON.stringify(open.pop());
    for (const [, id] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (!used.has(id)) open.push(schemas[id]);
      used.add(id);
    }
  }
  for (const id of Object.keys(schemas)) if (!used.has(id)) delete schemas[id];
  return description;
}
