/**
 * What the audit log tells of each route, in one place: which action an answer leaves an entry of, with whoever asked as its actor, or why it
 * leaves none. Entries are written where the thing is done (store/audit), in the transaction that does it; this table is what they are held against.
 */
import type { Logged } from '../domain/access/happenings.ts';

export type RouteAudit =
  /** Every answer that is no refusal leaves an entry of it. */
  | { readonly writes: 'always'; readonly entries: readonly Logged[] }
  /** Entries of these alone, and none where an answer tells of nobody or nothing was changed. */
  | { readonly writes: 'if_any'; readonly entries: readonly Logged[] }
  | { readonly writes: 'nothing'; readonly because: string };

const always = (...entries: Logged[]): RouteAudit => ({ writes: 'always', entries });
const ifAny = (...entries: Logged[]): RouteAudit => ({ writes: 'if_any', entries });
const nothing = (because: string): RouteAudit => ({ writes: 'nothing', because });

const aboutNobody = nothing('places, figures and agreements: about no person');
const ofOneself = nothing('what whoever asks is and may do themselves');
const ofTheService = nothing('the service itself');
const keepsNothing = nothing('the question brings all that the answer is made of, and none of it is kept');
const ofAccounts = nothing('accounts and what they may: of staff, not of participants');

/** The rights of the steps of a pair: an entry is of the one that the step took. */
const steps = [
  'pair.lock',
  'pair.accept',
  'pair.confirm',
  'pair.turn_down',
  'pair.turn_down_by_school',
  'pair.take_back',
  'pair.start',
  'pair.end',
] as const;

/** By method and address as the routes are registered. */
export const auditOfRoutes: Readonly<Record<string, RouteAudit>> = {
  'GET /health': ofTheService,
  'GET /ready': ofTheService,
  'GET /metrics': ofTheService,
  'GET /v1/openapi.json': ofTheService,
  'GET /v1/examples': aboutNobody,
  'GET /v1/template': aboutNobody,
  'POST /v1/match': keepsNothing,
  'POST /v1/verify': keepsNothing,
  'POST /v1/explain': keepsNothing,

  'POST /v1/sessions': always('session.start'),
  'DELETE /v1/sessions/current': always('session.end'),
  'GET /v1/sessions/current': ofOneself,
  'GET /v1/me': ofOneself,
  'GET /v1/me/waiting': ofOneself,
  'PUT /v1/me/password': always('password.change'),
  'POST /v1/tokens': always('tokens.own'),
  'GET /v1/tokens': ofOneself,
  'DELETE /v1/tokens/:id': always('tokens.own', 'tokens.manage'),
  'GET /v1/users/:id/tokens': ofAccounts,
  'GET /v1/users': ofAccounts,
  'POST /v1/users': always('users.manage'),
  'DELETE /v1/users/:id': always('users.manage'),
  'GET /v1/grants': ofAccounts,
  'POST /v1/grants': ifAny('grants.manage'),
  'DELETE /v1/grants/:id': always('grants.manage'),

  'GET /v1/regions': aboutNobody,
  'POST /v1/regions/:region/uploads': always('region.preview'),
  'POST /v1/regions/:region/versions': always('region.import'),
  'GET /v1/regions/:region/versions': aboutNobody,
  'GET /v1/regions/:region/versions/:number/difference': always('region.preview'),
  'GET /v1/regions/:region/versions/:number/export': always('region.export'),
  'GET /v1/regions/:region/retention': aboutNobody,
  'PUT /v1/regions/:region/retention': always('retention.set'),
  'GET /v1/regions/:region/policies': aboutNobody,
  'GET /v1/regions/:region/policies/:number': aboutNobody,
  'POST /v1/regions/:region/policies': always('policy.write'),
  'POST /v1/regions/:region/policies/effect': nothing('the pair is made up'),
  'GET /v1/regions/:region/overview': aboutNobody,
  'GET /v1/regions/:region/map': aboutNobody,
  'GET /v1/regions/:region/areas': aboutNobody,
  'GET /v1/regions/:region/place-names': aboutNobody,
  'GET /v1/regions/:region/units': aboutNobody,
  'GET /v1/regions/:region/teams': aboutNobody,
  'GET /v1/regions/:region/sfi-groups': aboutNobody,
  'GET /v1/regions/:region/seats': aboutNobody,
  'GET /v1/regions/:region/held-seats': aboutNobody,
  'POST /v1/regions/:region/held-seats': always('seats.hold'),
  'DELETE /v1/held-seats/:id': always('seats.hold'),

  'GET /v1/jobs/:id': ofTheService,
  'GET /v1/jobs/:id/events': ofTheService,
  'POST /v1/jobs/:id/cancel': ifAny('job.cancel'),

  'POST /v1/regions/:region/proposals': always('proposal.request'),
  'GET /v1/regions/:region/proposals': aboutNobody,
  'GET /v1/proposals/:id': aboutNobody,
  'GET /v1/proposals/:id/proof': always('proposal.proof'),
  'GET /v1/proposals/:id/pairs': ifAny('proposal.pairs'),
  'GET /v1/proposals/:id/unplaced': ifAny('proposal.pairs'),
  'GET /v1/proposals/:id/told': nothing('how many have been told, not who'),
  'GET /v1/proposals/:id/difference': ifAny('proposal.difference'),
  'POST /v1/proposals/:id/keep': always('proposal.keep'),
  'POST /v1/proposals/:id/decisions': ifAny(...steps),
  'GET /v1/proposals/:id/pairs/:participant': always('participant.read'),
  'POST /v1/proposals/:id/pairs/:participant/decisions': always(...steps),
  'POST /v1/proposals/:id/pairs/:participant/check': always('participant.rank'),
  'POST /v1/proposals/:id/pairs/:participant/by-hand': always('pair.manual', 'pair.override'),
  'GET /v1/proposals/:id/pairs/:participant/why': always('proposal.explain'),
  'GET /v1/proposals/:id/pairs/:participant/why-not/:team': always('proposal.explain'),
  'GET /v1/proposals/:id/pairs/:participant/page': always('participant.print'),
  'GET /v1/proposals/:id/places/:participant': always('participant.rank'),
  'POST /v1/proposals/:id/answers': always('participant.answer'),
  'GET /v1/proposals/:id/answers/:participant': always('participant.read'),
  'POST /v1/proposals/:id/contests': always('contest.open'),
  'GET /v1/regions/:region/contests': ifAny('contest.answer'),
  'GET /v1/contests/:id': always('participant.read'),
  'POST /v1/contests/:id/answer': always('contest.answer'),

  'POST /v1/regions/:region/protected-persons': always('protected.match'),
  'GET /v1/protected-persons/:id': always('protected.match'),
  'GET /v1/protected-persons/:id/places': always('protected.match'),
  'POST /v1/protected-persons/:id/place': always('protected.match'),
  'DELETE /v1/protected-persons/:id/place': always('protected.match'),

  'GET /v1/regions/:region/participants': ifAny('participants.list'),
  'GET /v1/regions/:region/participants/:participant': always('participant.read'),
  'GET /v1/regions/:region/participants/:participant/report': always('access_report.make'),
  'GET /v1/regions/:region/participants/:participant/log': always('person.log'),
  'GET /v1/regions/:region/participants/:participant/contact': ifAny('contact.read'),
  'PUT /v1/regions/:region/participants/:participant/contact': always('contact.write'),
  'DELETE /v1/regions/:region/participants/:participant/contact': ifAny('contact.delete'),
  'POST /v1/regions/:region/participants/:participant/erasure': ifAny('person.erase'),
  'GET /v1/regions/:region/participants/:participant/outcomes': always('outcome.read'),
  'POST /v1/regions/:region/participants/:participant/outcomes': always('outcome.record'),

  'GET /v1/scenario-edits': aboutNobody,
  'GET /v1/regions/:region/scenarios': aboutNobody,
  'POST /v1/regions/:region/scenarios': always('scenario.write'),
  'POST /v1/regions/:region/scenarios/preview': aboutNobody,
  'GET /v1/scenarios/:id': aboutNobody,
  'POST /v1/scenarios/:id/versions': always('scenario.write'),
  'DELETE /v1/scenarios/:id': ifAny('scenario.write'),
  'POST /v1/regions/:region/scenario-runs': always('scenario.run'),
  'GET /v1/regions/:region/scenario-runs': aboutNobody,
  'GET /v1/scenario-runs/:id': aboutNobody,
  'POST /v1/scenario-runs/:id/repeat': always('scenario.run'),
  'GET /v1/scenario-runs/:id/result': aboutNobody,
  'GET /v1/scenario-runs/:id/table': aboutNobody,
  'GET /v1/scenario-runs/:id/figure': aboutNobody,

  'POST /v1/regions/:region/followup/imports': ifAny('outcome.import'),
  'GET /v1/regions/:region/followup/export': always('outcome.export'),
  'GET /v1/regions/:region/followup/report': aboutNobody,
  'GET /v1/regions/:region/indicators': aboutNobody,
  'POST /v1/regions/:region/indicators/preview': aboutNobody,
  'POST /v1/regions/:region/indicators': always('agreement.write'),
  'GET /v1/regions/:region/commitments': aboutNobody,
  'POST /v1/regions/:region/commitments': always('agreement.write'),
  'GET /v1/regions/:region/partnership': aboutNobody,
  'PUT /v1/regions/:region/partnership': always('agreement.write'),
  'GET /v1/regions/:region/followup/learning': aboutNobody,
  'POST /v1/regions/:region/followup/learning': always('learning.decide'),
  'GET /v1/regions/:region/followup/approvals': aboutNobody,
  'POST /v1/regions/:region/followup/approvals': always('lottery.approve'),
  'GET /v1/regions/:region/followup/lottery': aboutNobody,
  'POST /v1/regions/:region/followup/lottery': always('lottery.compare'),

  'GET /v1/audit': nothing("the log itself; a person's own is read through their page, which it tells of"),
  'GET /v1/audit/verify': ofTheService,
};
