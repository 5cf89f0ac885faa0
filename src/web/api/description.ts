/** What the service says of itself, as types. Written by `npm run describe`, held to the service by test/web/description.test.ts. */
export interface schemas {
Explanation: { format: "resursutbyte/explanation@1"; participant: string; place: ({ team: string; unit: string; sfiGroup: string; points: number; terms: ({ term: string; points: number; most: number; sv: string; en: string; })[]; } | null); reason: ({ code: string; sv: string; en: string; change: { sv: string; en: string; }; } | null); alternatives: ({ team: string; unit: string; sfiGroup: string; points: number; difference: number; seatPrice: number; costs: ({ constraint: string; points: number; sv: string; en: string; })[]; })[]; team: (({ verdict: "proposed"; team: string; sv: string; en: string; } | { verdict: "excluded"; team: string; rules: ({ rule: string; sv: string; en: string; })[]; sv: string; en: string; } | { verdict: "possible"; team: string; loss: { least: number; most: number; }; moves: ({ participant: string; from: ({ team: string; unit: string; sfiGroup: string; points: number; } | null); to: ({ team: string; unit: string; sfiGroup: string; points: number; } | null); })[]; sv: string; en: string; } | { verdict: "conflict"; team: string; clash: ({ constraint: string; sv: string; en: string; })[]; sv: string; en: string; } | { verdict: "unknown"; team: string; sv: string; en: string; }) | null); withholding: ({ status: "not_used"; } | { status: "used"; teamsLost: number; teamsWithFewerPoints: number; mostPointsLost: number; }); };
Policy: { format: "resursutbyte/policy@1"; placement_points: number; weights: { language: number; pupils: number; background: number; roles: number; competences: number; sfi_continuity: number; commute: number; waiting: number; wishes: number; }; legal_basis?: string; keep_points: number; travel: { speed_km_h: number; detour: number; fixed_minutes: number; }; civic_orientation_hours: number; extract: { max_age_days: number; on_condition: boolean; }; wanted: { tier_penalties: (number)[]; }; equity: { placement_tolerance: (number | null); points_tolerance: (number | null); penalty: (number | null); smallest_group: number; }; balance: { unit_share: (number | null); district_share: (number | null); penalty: (number | null); }; costs?: { team_seat?: number; supervisor?: number; sfi_seat?: number; team?: number; sfi_group?: number; }; };
PolicyInput: { format?: "resursutbyte/policy@1"; placement_points?: number; weights?: { language?: number; pupils?: number; background?: number; roles?: number; competences?: number; sfi_continuity?: number; commute?: number; waiting?: number; wishes?: number; }; legal_basis?: string; keep_points?: number; travel?: { speed_km_h?: number; detour?: number; fixed_minutes?: number; }; civic_orientation_hours?: number; extract?: { max_age_days?: number; on_condition?: boolean; }; wanted?: { tier_penalties?: (number)[]; }; equity?: { placement_tolerance?: (number | null); points_tolerance?: (number | null); penalty?: (number | null); smallest_group?: number; }; balance?: { unit_share?: (number | null); district_share?: (number | null); penalty?: (number | null); }; costs?: { team_seat?: number; supervisor?: number; sfi_seat?: number; team?: number; sfi_group?: number; }; };
Problem: { type: string; title: string; status: number; detail: string; code: string; action: string; faults: ({ file: string; row: (number | null); column: string | null; value: string | null; message: { sv: string; en: string; }; })[]; };
Proposal: ({ format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "optimal" | "feasible" | "infeasible"; broken: ({ constraint: string; sv: string; en: string; })[]; objective: number; bound: number; gap: number; certifiedBound: number; proven: boolean; proof: "prices" | "cuts" | "tree" | "engine"; pairs: ({ participant: string; team: string; unit: string; sfiGroup: string; points: number; terms: { [key: string]: number }; teamHours: number; sfiHours: number; conditions: ({ code: "extract"; sv: string; en: string; })[]; overridden?: { reason: string; rules: ({ rule: string; sv: string; en: string; })[]; sv: string; en: string; }; })[]; unplaced: ({ participant: string; reason: { code: string; sv: string; en: string; change: { sv: string; en: string; }; }; })[]; equity: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; constrained: boolean; })[]; coverage: ({ team: string; language: string; pupils: (number | "<5"); wanted: number; present: number; placed: number; met: number; })[]; baseline: { engine: "greedy"; objective: number; placed: number; rates: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; })[]; broken: (string)[]; }; prices: { [key: string]: number }; cutPrices?: (number)[]; cuts?: (({ kind: "rounded"; denominator: number; multipliers: { constraints: ([number, number])[]; participants: ([number, number])[]; cuts: ([number, number])[]; }; } | { kind: "mixed"; denominator: number; multipliers: { constraints: ([number, number])[]; participants: ([number, number])[]; cuts: ([number, number])[]; }; } | { kind: "count"; a: (number)[]; b: (number)[]; rows: (number)[]; facet: [number, number, number]; }))[]; tree?: unknown; } | { format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "conflict"; clash: ({ constraint: string; sv: string; en: string; })[]; participants: (string)[]; } | { format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "unknown"; });
ProposalInput: ({ format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "optimal" | "feasible" | "infeasible"; broken: ({ constraint: string; sv: string; en: string; })[]; objective: number; bound: number; gap: number; certifiedBound: number; proven: boolean; proof: "prices" | "cuts" | "tree" | "engine"; pairs: ({ participant: string; team: string; unit: string; sfiGroup: string; points: number; terms: { [key: string]: number }; teamHours: number; sfiHours: number; conditions: ({ code: "extract"; sv: string; en: string; })[]; overridden?: { reason: string; rules: ({ rule: string; sv: string; en: string; })[]; sv: string; en: string; }; })[]; unplaced: ({ participant: string; reason: { code: string; sv: string; en: string; change: { sv: string; en: string; }; }; })[]; equity: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; constrained: boolean; })[]; coverage: ({ team: string; language: string; pupils: (number | "<5"); wanted: number; present: number; placed: number; met: number; })[]; baseline: { engine: "greedy"; objective: number; placed: number; rates: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; })[]; broken: (string)[]; }; prices: { [key: string]: number }; cutPrices?: (number)[]; cuts?: (({ kind: "rounded"; denominator: number; multipliers: { constraints: ([number, number])[]; participants: ([number, number])[]; cuts: ([number, number])[]; }; } | { kind: "mixed"; denominator: number; multipliers: { constraints: ([number, number])[]; participants: ([number, number])[]; cuts: ([number, number])[]; }; } | { kind: "count"; a: (number)[]; b: (number)[]; rows: (number)[]; facet: [number, number, number]; }))[]; tree?: unknown; } | { format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "conflict"; clash: ({ constraint: string; sv: string; en: string; })[]; participants: (string)[]; } | { format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; previous?: ({ participant: string; team: string; sfiGroup: string; })[]; status: "unknown"; });
'Region.areasInput': { name: string; lat: number; lon: number; };
'Region.decisions': { participant: string; team?: string; sfi_group?: string; decision: "lock" | "turned_down"; reason: string; decided_on: string; override?: boolean; };
'Region.decisionsInput': { participant: string; team?: string; sfi_group?: string; decision: "lock" | "turned_down"; reason: string; decided_on: string; override?: boolean; };
'Region.extracts': { participant: string; principal: string; issued_on: string; shown_on: string; };
'Region.extractsInput': { participant: string; principal: string; issued_on: string; shown_on: string; };
'Region.participant_languages': { participant: string; language: string; level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native"; };
'Region.participant_languagesInput': { participant: string; language: string; level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native"; };
'Region.participantsInput': { id: string; gender: "woman" | "man" | "other"; permit_date: string; arrived_on: string; available_from: string; area: string; lat?: number; lon?: number; sfi_path: (1 | 2 | 3); sfi_course: "A" | "B" | "C" | "D"; sfi_group?: string; school_forms: ("preschool" | "compulsory" | "leisure")[]; roles: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences: (string)[]; max_commute_min: number; min_team_hours: number; max_week_hours: number; background?: string; background_consent?: boolean; avoid_units: (string)[]; prefer_units: (string)[]; child_units: (string)[]; protected?: boolean; };
'Region.sessions': { owner: "team" | "sfi" | "participant"; id: string; weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"; start: string; end: string; };
'Region.sessionsInput': { owner: "team" | "sfi" | "participant"; id: string; weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"; start: string; end: string; };
'Region.sfi_groupsInput': { id: string; provider: string; path: (1 | 2 | 3); course: "A" | "B" | "C" | "D"; seats: number; reserved_seats?: number; lat: number; lon: number; starts_on: string; };
'Region.team_backgroundsInput': { team: string; country: string; pupils: (number | "<5"); };
'Region.team_languagesInput': { team: string; language: string; pupils: (number | "<5"); pupils_last_year: (number | "<5"); adults_present: number; adults_wanted: number; };
'Region.teamsInput': { id: string; unit: string; name: string; seats: number; reserved_seats?: number; supervisors: number; per_supervisor?: number; min_hours: number; starts_on: string; roles: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences: (string)[]; women_share_min?: number; men_share_min?: number; };
'Region.travelInput': { from: string; to: string; minutes: number; };
'Region.units': { id: string; name: string; form: "preschool" | "compulsory" | "leisure"; principal: string; district: string; lat: number; lon: number; };
'Region.unitsInput': { id: string; name: string; form: "preschool" | "compulsory" | "leisure"; principal: string; district: string; lat: number; lon: number; };
RegionInput: { format: "resursutbyte/region@1"; name: string; period: { from: string; to: string; }; provenance?: string; policy?: schemas['PolicyInput']; participants: (schemas['Region.participantsInput'])[]; participant_languages: (schemas['Region.participant_languagesInput'])[]; units: (schemas['Region.unitsInput'])[]; teams: (schemas['Region.teamsInput'])[]; team_languages: (schemas['Region.team_languagesInput'])[]; sfi_groups: (schemas['Region.sfi_groupsInput'])[]; sessions: (schemas['Region.sessionsInput'])[]; areas?: (schemas['Region.areasInput'])[]; extracts?: (schemas['Region.extractsInput'])[]; team_backgrounds?: (schemas['Region.team_backgroundsInput'])[]; travel?: (schemas['Region.travelInput'])[]; decisions?: (schemas['Region.decisionsInput'])[]; };
Verification: { verified: true; onTrust: ({ sv: string; en: string; })[]; };
}
export interface paths {
'/health': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { status: "ok"; }; }; }; };
};
};
'/ready': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { status: "ready"; }; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/audit': {
get: {
parameters: { query?: { before?: number; limit?: number; }; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ seq: number; at: string; actor: string | null; action: string; region: string | null; })[]; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/audit/verify': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { status: "whole" | "broken" | "cut" | "rewritten" | "anchor_unreadable"; entries: number; anchoredTo?: (number | null); faults?: ({ seq: string; kind: "changed" | "missing" | "relinked"; })[]; }; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/contests/{id}': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { id: string; proposal: string; participant: string; version: number; openedAt: string; answeredAt: (string | null); question: string | null; answer: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/contests/{id}/answer': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { version: number; answer: string; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { version: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/examples': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ name: "farsta-2004" | "farsta-skarholmen"; description: { sv: string; en: string; }; })[]; }; }; };
};
};
'/v1/explain': {
post: {
parameters: { query?: { engine?: "auto" | "greedy" | "highs" | "priced" | "simplex"; seed?: number; gap?: number; timeLimit?: number; }; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { example?: "farsta-2004" | "farsta-skarholmen"; region?: schemas['RegionInput']; policy?: schemas['PolicyInput']; proposal: schemas['ProposalInput']; participant: string; team?: string; }; }; };
responses: { 200: { headers: object; content: { 'application/json': schemas['Explanation']; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 415: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 422: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/grants': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ id: string; userId: string; login: string; grant: { role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; }; })[]; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { login: string; grant: { role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; }; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/grants/{id}': {
delete: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/held-seats/{id}': {
delete: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/jobs/{id}': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { id: string; kind: string; region: string; proposal: (string | null); state: "queued" | "running" | "done" | "failed" | "cancelled"; attempts: number; phase: string | null; objective: number | null; bound: number | null; gap: number | null; createdAt: string; startedAt: (string | null); endedAt: (string | null); cancelRequested: boolean; failure: ({ code: string; detail: { sv: string; en: string; }; } | null); }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/jobs/{id}/cancel': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 202: { headers: object; content: { 'application/json': { status: "cancelled" | "stopping" | "over"; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/jobs/{id}/events': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'text/event-stream': Blob; }; }; 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/match': {
post: {
parameters: { query?: { engine?: "auto" | "greedy" | "highs" | "priced" | "simplex"; seed?: number; gap?: number; timeLimit?: number; }; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': (schemas['RegionInput'] | { example?: "farsta-2004" | "farsta-skarholmen"; region?: schemas['RegionInput']; policy?: schemas['PolicyInput']; }); 'application/zip': Blob; 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob; }; };
responses: { 200: { headers: object; content: { 'application/json': schemas['Proposal']; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 415: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 422: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/me': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { id: string; login: string; name: string; grants: ({ role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; })[]; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; regions: ({ id: string; name: string; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; })[]; csrfToken: string | null; }; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { id: string; region: string; regionVersion: number; policy: number; previous: (string | null); status: "requested" | "running" | "proposed" | "failed" | "cancelled"; job: (string | null); requestedAt: string; endedAt: (string | null); problemDigest: string | null; summary: ({ format: "resursutbyte/proposal@1"; region: string; engine: string; stopped: "gap" | "work" | "time" | "signal" | "exhausted"; seed: number; lottery: { seed: number; sv: string; en: string; }; digest: { region: string; policy: string; }; status: "optimal" | "feasible" | "infeasible"; broken: ({ constraint: string; sv: string; en: string; })[]; objective: number; bound: number; gap: number; certifiedBound: number; proven: boolean; proof: "prices" | "cuts" | "tree" | "engine"; equity: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; constrained: boolean; })[]; coverage: ({ team: string; language: string; pupils: (number | "<5"); wanted: number; present: number; placed: number; met: number; })[]; baseline: { engine: "greedy"; objective: number; placed: number; rates: ({ gender: "woman" | "man" | "other"; pool: number; placed: number; rate: number; meanPoints: number; })[]; broken: (string)[]; }; placed: number; unplaced: number; } | null); gapText: ({ sv: string; en: string; } | null); failure: ({ code: string; detail: { sv: string; en: string; }; } | null); }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/answers': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { participant: string; answer: "yes" | "no" | "undecided"; team?: string; sfi_group?: string; wishes: (string)[]; avoids: (string)[]; answered_on: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/contests': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { participant: string; question: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/decisions': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { mode: "each" | "all"; step: ({ step: "lock"; note?: string; } | { step: "unlock"; note?: string; } | { step: "accept"; note?: string; } | { step: "withdraw_acceptance"; note?: string; } | { step: "confirm"; note?: string; } | { step: "withdraw_confirmation"; note?: string; } | { step: "start"; note?: string; } | { step: "undo_start"; note?: string; } | { step: "complete"; note?: string; } | { step: "leave_early"; reason: "found_work" | "studies" | "moved_away" | "illness" | "parental_leave" | "stopped" | "did_not_fit" | "school_ended" | "place_closed" | "times" | "other"; note?: string; } | { step: "turn_down"; by: "participant" | "school" | "officer"; reason: "too_far" | "times" | "other_unit" | "other_work" | "sfi_group" | "found_work" | "studies" | "moves_away" | "wants_no_place" | "no_supervision" | "need_has_changed" | "extract" | "better_elsewhere" | "seat_given" | "data_wrong" | "other"; note?: string; } | { step: "take_back"; note?: string; }); pairs: ({ participant: string; version: number; })[]; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { committed: boolean; outcomes: ({ participant: string; decided: ({ version: number; state: ({ status: "proposed"; } | { status: "locked"; } | { status: "accepted"; } | { status: "confirmed"; } | { status: "started"; } | ({ status: "ended"; how: "completed"; } | { status: "ended"; how: "left_early"; reason: "found_work" | "studies" | "moved_away" | "illness" | "parental_leave" | "stopped" | "did_not_fit" | "school_ended" | "place_closed" | "times" | "other"; note: string; }) | { status: "turned_down"; by: "participant" | "school" | "officer"; reason: "too_far" | "times" | "other_unit" | "other_work" | "sfi_group" | "found_work" | "studies" | "moves_away" | "wants_no_place" | "no_supervision" | "need_has_changed" | "extract" | "better_elsewhere" | "seat_given" | "data_wrong" | "other"; note: string; }); } | null); failure: ({ code: string; detail: { sv: string; en: string; }; } | null); })[]; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/difference': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { format: "resursutbyte/difference@1"; changes: ({ participant: string; kind: "moved" | "placed" | "lost"; from: ({ team: string; unit: string; sfiGroup: string; points: number; } | null); to: ({ team: string; unit: string; sfiGroup: string; points: number; } | null); points: number; terms: ({ term: string; before: number; after: number; sv: string; en: string; })[]; why: ({ code: "left_pool" | "new_in_pool" | "place_gone" | "turned_down" | "locked" | "seat_taken" | "seat_left" | "reason" | "better" | "for_others"; sv: string; en: string; participants?: (string)[]; })[]; })[]; totals: ({ moved: number; placed: number; lost: number; unchanged: number; points: number; byGender: ({ gender: "woman" | "man" | "other"; moved: number; placed: number; lost: number; unchanged: number; points: number; })[]; } | null); summary: ({ sv: string; en: string; } | null); }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/keep': {
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { version: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/pairs': {
get: {
parameters: { query?: { limit?: number; after?: string; sort?: "participant" | "team" | "unit" | "points" | "state"; descending?: string; district?: string; unit?: string; state?: "proposed" | "locked" | "accepted" | "confirmed" | "started" | "ended" | "turned_down"; search?: string; }; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { pairs: ({ participant: string; version: number; team?: string; teamName?: string; unit?: string; unitName?: string; district?: string; sfiGroup?: string; points?: number; state?: "proposed" | "locked" | "accepted" | "confirmed" | "started" | "ended" | "turned_down"; origin?: "proposed" | "kept" | "manual"; })[]; next: string | null; counts: { [key: string]: number }; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/pairs/{participant}': {
get: {
parameters: { query?: never; path: { id: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { participant: string; proposal: string; standing: "standing" | "draft" | "superseded"; version: number; team?: string; unit?: string; district?: string; sfiGroup?: string; state?: ({ status: "proposed"; } | { status: "locked"; } | { status: "accepted"; } | { status: "confirmed"; } | { status: "started"; } | ({ status: "ended"; how: "completed"; } | { status: "ended"; how: "left_early"; reason: "found_work" | "studies" | "moved_away" | "illness" | "parental_leave" | "stopped" | "did_not_fit" | "school_ended" | "place_closed" | "times" | "other"; note: string; }) | { status: "turned_down"; by: "participant" | "school" | "officer"; reason: "too_far" | "times" | "other_unit" | "other_work" | "sfi_group" | "found_work" | "studies" | "moves_away" | "wants_no_place" | "no_supervision" | "need_has_changed" | "extract" | "better_elsewhere" | "seat_given" | "data_wrong" | "other"; note: string; }); origin?: "proposed" | "kept" | "manual"; points?: number; terms?: { [key: string]: number }; overridden?: { reason: string; rules: ({ rule: string; sv: string; en: string; })[]; sv: string; en: string; }; startsOn?: string; teamHours?: number; sfiHours?: number; week?: (schemas['Region.sessions'])[]; conditions?: ({ code: string; sv: string; en: string; })[]; history?: ({ id: string; proposal: string; at: string; by: string; action: ("lock" | "unlock" | "accept" | "withdraw_acceptance" | "confirm" | "withdraw_confirmation" | "start" | "undo_start" | "complete" | "leave_early" | "turn_down" | "take_back" | "pair_manually"); from: ("proposed" | "locked" | "accepted" | "confirmed" | "started" | "ended" | "turned_down" | null); to: "proposed" | "locked" | "accepted" | "confirmed" | "started" | "ended" | "turned_down"; pair: unknown; turnedDownBy: ("participant" | "school" | "officer" | null); reason: string | null; rulesBroken: (string)[]; note: string; })[]; steps: ("lock" | "unlock" | "accept" | "withdraw_acceptance" | "confirm" | "withdraw_confirmation" | "start" | "undo_start" | "complete" | "leave_early" | "turn_down" | "take_back")[]; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/pairs/{participant}/by-hand': {
post: {
parameters: { query?: never; path: { id: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { team: string; sfiGroup: string; version: number; displaces: (string)[]; reason: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { version: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/pairs/{participant}/check': {
post: {
parameters: { query?: never; path: { id: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { team: string; sfiGroup: string; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { participant: string; team: string; unit: string; sfiGroup: string; points: number; terms: ({ term: string; points: number; sv: string; en: string; })[]; rules: ({ rule: string; overridable: boolean; sv: string; en: string; })[]; overruns: ({ constraint: string; by: number; cost: number | null; sv: string; en: string; })[]; displaced: ({ participant: string; team: string; sfiGroup: string; points: number; })[]; change: number; verdict: "possible" | "override" | "impossible"; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/pairs/{participant}/decisions': {
post: {
parameters: { query?: never; path: { id: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { version: number; step: ({ step: "lock"; note?: string; } | { step: "unlock"; note?: string; } | { step: "accept"; note?: string; } | { step: "withdraw_acceptance"; note?: string; } | { step: "confirm"; note?: string; } | { step: "withdraw_confirmation"; note?: string; } | { step: "start"; note?: string; } | { step: "undo_start"; note?: string; } | { step: "complete"; note?: string; } | { step: "leave_early"; reason: "found_work" | "studies" | "moved_away" | "illness" | "parental_leave" | "stopped" | "did_not_fit" | "school_ended" | "place_closed" | "times" | "other"; note?: string; } | { step: "turn_down"; by: "participant" | "school" | "officer"; reason: "too_far" | "times" | "other_unit" | "other_work" | "sfi_group" | "found_work" | "studies" | "moves_away" | "wants_no_place" | "no_supervision" | "need_has_changed" | "extract" | "better_elsewhere" | "seat_given" | "data_wrong" | "other"; note?: string; } | { step: "take_back"; note?: string; }); }; }; };
responses: { 201: { headers: object; content: { 'application/json': { version: number; state: ({ status: "proposed"; } | { status: "locked"; } | { status: "accepted"; } | { status: "confirmed"; } | { status: "started"; } | ({ status: "ended"; how: "completed"; } | { status: "ended"; how: "left_early"; reason: "found_work" | "studies" | "moved_away" | "illness" | "parental_leave" | "stopped" | "did_not_fit" | "school_ended" | "place_closed" | "times" | "other"; note: string; }) | { status: "turned_down"; by: "participant" | "school" | "officer"; reason: "too_far" | "times" | "other_unit" | "other_work" | "sfi_group" | "found_work" | "studies" | "moves_away" | "wants_no_place" | "no_supervision" | "need_has_changed" | "extract" | "better_elsewhere" | "seat_given" | "data_wrong" | "other"; note: string; }); }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/places/{participant}': {
get: {
parameters: { query?: { limit?: number; }; path: { id: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { places: ({ team: string; unit: string; sfiGroup: string; points: number; price: number; net: number; teamSeatsLeft: number; sfiSeatsLeft: number; })[]; more: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/proof': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { format: "resursutbyte/proof@1"; proposal: string; problemDigest: string; problem: { [key: string]: unknown }; solution: { [key: string]: unknown }; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/proposals/{id}/unplaced': {
get: {
parameters: { query?: { limit?: number; after?: string; reason?: string; district?: string; search?: string; }; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { unplaced: ({ participant: string; district: string | null; reason: ({ code: string; sv: string; en: string; change: { sv: string; en: string; }; } | null); })[]; next: string | null; counts: { [key: string]: number }; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/protected-persons/{id}': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { region: string; data: { person: { gender: "woman" | "man" | "other"; permit_date: string; arrived_on: string; available_from: string; area: string; lat?: number; lon?: number; sfi_path: (1 | 2 | 3); sfi_course: "A" | "B" | "C" | "D"; sfi_group?: string; school_forms: ("preschool" | "compulsory" | "leisure")[]; roles: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences: (string)[]; max_commute_min: number; min_team_hours: number; max_week_hours: number; background?: string; background_consent?: boolean; avoid_units: (string)[]; prefer_units: (string)[]; child_units: (string)[]; }; languages: ({ language: string; level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native"; })[]; sessions: ({ weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"; start: string; end: string; })[]; extracts: ({ principal: string; issued_on: string; shown_on: string; })[]; }; place: ({ team: string; sfiGroup: string; } | null); }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/protected-persons/{id}/place': {
delete: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { team: string; sfiGroup: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { status: "placed"; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/protected-persons/{id}/places': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { places: ({ team: string; unit: string; sfiGroup: string; points: number; price: number; net: number; teamSeatsLeft: number; sfiSeatsLeft: number; })[]; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ id: string; name: string; version: number; importedAt: (string | null); })[]; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/contests': {
get: {
parameters: { query?: { limit?: number; after?: string; onlyOpen?: string; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { cases: ({ id: string; proposal: string; participant: string; version: number; openedAt: string; answeredAt: (string | null); })[]; next: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/held-seats': {
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { kind: "team" | "sfi_group"; place: string; seats: number; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants': {
get: {
parameters: { query?: { version?: number; after?: string; limit?: number; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { version: number; rows: ({ id: string; homeDistrict?: string | null; status?: string | null; team?: string | null; unit?: string | null; sfiPlacement?: string | null; })[]; next: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants/{participant}': {
get: {
parameters: { query?: { version?: number; }; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { id: string; homeDistrict?: string | null; status?: string | null; team?: string | null; unit?: string | null; sfiPlacement?: string | null; version: number; row: { id?: string; gender?: "woman" | "man" | "other"; permit_date?: string; arrived_on?: string; available_from?: string; area?: string; lat?: number; lon?: number; sfi_path?: (1 | 2 | 3); sfi_course?: "A" | "B" | "C" | "D"; sfi_group?: string; school_forms?: ("preschool" | "compulsory" | "leisure")[]; roles?: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences?: (string)[]; max_commute_min?: number; min_team_hours?: number; max_week_hours?: number; background?: string; background_consent?: boolean; avoid_units?: (string)[]; prefer_units?: (string)[]; child_units?: (string)[]; protected?: boolean; }; languages?: (schemas['Region.participant_languages'])[]; hindrances?: (schemas['Region.sessions'])[]; extracts?: (schemas['Region.extracts'])[]; decisions?: (schemas['Region.decisions'])[]; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants/{participant}/contact': {
delete: {
parameters: { query?: never; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
get: {
parameters: { query?: never; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { contact: ({ name?: string; phone?: string; email?: string; address?: string; } | null); version: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
put: {
parameters: { query?: never; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { contact: { name?: string; phone?: string; email?: string; address?: string; }; version: number; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { version: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants/{participant}/erasure': {
post: {
parameters: { query?: never; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { status: "erased" | "erased_already"; stays: ({ kind: string; count: number; why: { sv: string; en: string; }; })[]; also: { sv: string; en: string; }; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants/{participant}/log': {
get: {
parameters: { query?: { before?: number; limit?: number; }; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ seq: number; at: string; actor: string | null; action: string; region: string | null; detail: unknown; })[]; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/participants/{participant}/report': {
get: {
parameters: { query?: { as?: "json" | "text"; lang?: "sv" | "en"; }; path: { region: string; participant: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': unknown; 'text/plain': Blob; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/policies': {
get: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ number: number; note: string; createdAt: string; createdBy: string | null; })[]; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { policy: schemas['PolicyInput']; expectedNumber: number; note?: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { number: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/policies/effect': {
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { policy: schemas['PolicyInput']; team?: string; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { number: number; team: string; terms: ({ term: string; name: { sv: string; en: string; }; before: number; after: number; })[]; before: number; after: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/policies/{number}': {
get: {
parameters: { query?: never; path: { region: string; number: ("current" | number); }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { number: number; note: string; createdAt: string; createdBy: string | null; policy: schemas['Policy']; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/proposals': {
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { version?: number; policy?: number; previous?: (string | null); engine?: "auto" | "greedy" | "highs" | "priced" | "simplex"; seed?: number; gap?: number; timeLimit?: number; }; }; };
responses: { 202: { headers: object; content: { 'application/json': { proposal: string; job: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/protected-persons': {
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { person: { gender: "woman" | "man" | "other"; permit_date: string; arrived_on: string; available_from: string; area: string; lat?: number; lon?: number; sfi_path: (1 | 2 | 3); sfi_course: "A" | "B" | "C" | "D"; sfi_group?: string; school_forms: ("preschool" | "compulsory" | "leisure")[]; roles: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences: (string)[]; max_commute_min: number; min_team_hours: number; max_week_hours: number; background?: string; background_consent?: boolean; avoid_units: (string)[]; prefer_units: (string)[]; child_units: (string)[]; }; languages: ({ language: string; level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native"; })[]; sessions: ({ weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"; start: string; end: string; })[]; extracts: ({ principal: string; issued_on: string; shown_on: string; })[]; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/sfi-groups': {
get: {
parameters: { query?: { version?: number; after?: string; limit?: number; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { version: number; rows: ({ id: string; provider: string; path: (1 | 2 | 3); course: "A" | "B" | "C" | "D"; seats: number; reserved_seats?: number; lat: number; lon: number; starts_on: string; taken: number; held: number; })[]; next: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/teams': {
get: {
parameters: { query?: { version?: number; after?: string; limit?: number; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { version: number; rows: ({ id: string; unit: string; name: string; seats: number; reserved_seats?: number; supervisors: number; per_supervisor?: number; min_hours: number; starts_on: string; roles: ("teaching_assistant" | "childminder" | "library" | "caretaker" | "reception" | "kitchen" | "leisure_leader")[]; competences: (string)[]; women_share_min?: number; men_share_min?: number; unitName: string; district: string; principal: string; taken: number; held: number; })[]; next: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/units': {
get: {
parameters: { query?: { version?: number; after?: string; limit?: number; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { version: number; rows: (schemas['Region.units'])[]; next: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/uploads': {
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': schemas['RegionInput']; 'application/zip': Blob; 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob; }; };
responses: { 200: { headers: object; content: { 'application/json': { upload: string; expiresAt: string; follows: number; name: string; period: { from: string; to: string; }; rows: { participants: number; participant_languages: number; units: number; teams: number; team_languages: number; sfi_groups: number; sessions: number; areas: number; extracts: number; team_backgrounds: number; travel: number; decisions: number; }; difference: { format: "resursutbyte/region-difference@1"; summary: { sv: string; en: string; }; fields: ({ path: string; from: ((string | number | boolean | (string)[] | null) | (number)[]); to: ((string | number | boolean | (string)[] | null) | (number)[]); })[]; tables: ({ table: "participants" | "participant_languages" | "units" | "teams" | "team_languages" | "sfi_groups" | "sessions" | "areas" | "extracts" | "team_backgrounds" | "travel" | "decisions"; counts: { before: number; after: number; added: number; removed: number; changed: number; }; added: ({ [key: string]: (string | number | boolean | (string)[] | null) })[]; removed: ({ [key: string]: (string | number | boolean | (string)[] | null) })[]; changed: ({ key: { [key: string]: (string | number | boolean | (string)[] | null) }; columns: ({ column: string; from: (string | number | boolean | (string)[] | null); to: (string | number | boolean | (string)[] | null); })[]; })[]; })[]; }; notes: ({ file: string; row: (number | null); column: string | null; value: string | null; message: { sv: string; en: string; }; })[]; noteCount: number; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 415: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 422: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/versions': {
get: {
parameters: { query?: { before?: number; }; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ number: number; importedAt: string; importedBy: string | null; digest: string; note: string; counts: { participants: number; erased: number; units: number; teams: number; sfiGroups: number; }; })[]; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path: { region: string; }; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { upload: string; expectedVersion: number; note?: string; }; }; };
responses: { 200: { headers: object; content: { 'application/json': { number: number; digest: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 422: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/versions/{number}/difference': {
get: {
parameters: { query: { from: number; }; path: { region: string; number: number; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { format: "resursutbyte/region-difference@1"; summary: { sv: string; en: string; }; fields: ({ path: string; from: ((string | number | boolean | (string)[] | null) | (number)[]); to: ((string | number | boolean | (string)[] | null) | (number)[]); })[]; tables: ({ table: "participants" | "participant_languages" | "units" | "teams" | "team_languages" | "sfi_groups" | "sessions" | "areas" | "extracts" | "team_backgrounds" | "travel" | "decisions"; counts: { before: number; after: number; added: number; removed: number; changed: number; }; added: ({ [key: string]: (string | number | boolean | (string)[] | null) })[]; removed: ({ [key: string]: (string | number | boolean | (string)[] | null) })[]; changed: ({ key: { [key: string]: (string | number | boolean | (string)[] | null) }; columns: ({ column: string; from: (string | number | boolean | (string)[] | null); to: (string | number | boolean | (string)[] | null); })[]; })[]; })[]; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/regions/{region}/versions/{number}/export': {
get: {
parameters: { query?: { as?: "zip" | "xlsx"; }; path: { region: string; number: number; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/sessions': {
post: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { login: string; password: string; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; login: string; name: string; grants: ({ role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; })[]; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; regions: ({ id: string; name: string; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; })[]; csrfToken: string | null; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/sessions/current': {
delete: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': { who: ({ id: string; login: string; name: string; grants: ({ role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; })[]; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; regions: ({ id: string; name: string; may: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; })[]; csrfToken: string | null; } | null); openId: boolean; }; }; }; };
};
};
'/v1/template': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/tokens': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ id: string; name: string; actions: (string)[]; createdAt: string; expiresAt: string; lastUsedAt: (string | null); })[]; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { name: string; actions: ("region.preview" | "region.import" | "region.export" | "region.figures" | "places.read" | "participants.list" | "participant.read" | "participant.rank" | "participant.print" | "participant.answer" | "contact.read" | "contact.write" | "proposal.request" | "proposal.head" | "proposal.pairs" | "proposal.explain" | "proposal.difference" | "proposal.keep" | "proposal.proof" | "job.read" | "job.cancel" | "pair.lock" | "pair.accept" | "pair.turn_down" | "pair.turn_down_by_school" | "pair.take_back" | "pair.confirm" | "pair.start" | "pair.end" | "pair.manual" | "pair.override" | "contest.open" | "contest.answer" | "seats.hold" | "protected.match" | "protected.report" | "protected.erase" | "statistics.read" | "scenario.read" | "scenario.write" | "scenario.run" | "policy.read" | "policy.write" | "access_report.make" | "person.erase" | "person.log" | "retention.run" | "audit.read" | "audit.verify" | "users.manage" | "grants.manage" | "imports.configure" | "tokens.own" | "tokens.manage" | "service.metrics" | "service.backup" | "service.restore")[]; days: number; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; secret: string; expiresAt: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/tokens/{id}': {
delete: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/users': {
get: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ id: string; login: string; name: string; disabled: boolean; openId: boolean; grants: ({ id: string; grant: { role: "officer" | "planner" | "sfi_coordinator" | "school_supervisor" | "evaluator" | "administrator" | "protected_identity_handler"; region?: string; district?: string; principal?: string; teams?: (string)[]; }; })[]; })[]; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
post: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { login: string; name: string; password?: string; openId?: { issuer: string; subject: string; }; }; }; };
responses: { 201: { headers: object; content: { 'application/json': { id: string; }; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 409: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/users/{id}': {
delete: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 204: { headers: object; content?: never; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 404: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/users/{id}/tokens': {
get: {
parameters: { query?: never; path: { id: string; }; header?: Record<string, string>; cookie?: never; };
requestBody?: never;
responses: { 200: { headers: object; content: { 'application/json': ({ id: string; name: string; actions: (string)[]; createdAt: string; expiresAt: string; lastUsedAt: (string | null); })[]; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 401: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 403: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
'/v1/verify': {
post: {
parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never; };
requestBody: { content: { 'application/json': { example?: "farsta-2004" | "farsta-skarholmen"; region?: schemas['RegionInput']; policy?: schemas['PolicyInput']; proposal: schemas['ProposalInput']; }; 'application/zip': Blob; }; };
responses: { 200: { headers: object; content: { 'application/json': schemas['Verification']; }; }; 400: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 413: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 415: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 422: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 429: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 503: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; 504: { headers: object; content: { 'application/problem+json': schemas['Problem']; }; }; };
};
};
}
