/** Which pairs somebody may see, as a condition of a query on them. */
import type { ExpressionBuilder } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';

export function pairsWithin(scope: Scope) {
  return (eb: ExpressionBuilder<Database, 'pairs'>) =>
    withinScope(scope, {
      region: eb.ref('pairs.region'),
      district: eb.ref('pairs.district'),
      principal: eb.ref('pairs.principal'),
      team: eb.ref('pairs.team'),
    });
}
