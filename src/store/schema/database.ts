/** Every table of the store and the type of its rows, as kysely knows them; the migrations make them. */
import type { AgreementTable, OutcomeTable } from './followup.ts';
import type { AuditLogTable, JobEventTable, JobTable } from './jobs.ts';
import type {
  ApiTokenTable,
  IdempotencyKeyTable,
  RoleGrantTable,
  UserSessionTable,
  UserTable,
} from './people.ts';
import type {
  ContactTable,
  HeldSeatTable,
  MasterKeyTable,
  PersonKeyTable,
  ProtectedPersonTable,
  ProtectedPlacementTable,
} from './person-data.ts';
import type {
  AnswerTable,
  CaseTable,
  DecisionTable,
  PairTable,
  ProposalInputTable,
  ProposalTable,
  StandingProposalTable,
  ToldTable,
  UnplacedTable,
} from './proposals.ts';
import type {
  AreaTable,
  ParticipantTable,
  PolicyTable,
  RegionIdTable,
  RegionVersionTable,
  SessionTable,
  SfiGroupTable,
  TeamBackgroundTable,
  TeamLanguageTable,
  TeamTable,
  TravelTable,
  UnitTable,
  UploadTable,
} from './regions.ts';
import type { RetentionLimitTable } from './retention.ts';
import type {
  PartsOfRunTable,
  ScenarioRunTable,
  ScenariosOfRunTable,
  ScenarioTable,
  ScenarioVersionTable,
  SourcesOfRunTable,
} from './scenarios.ts';

export interface Database {
  regions: RegionIdTable;
  region_versions: RegionVersionTable;
  participants: ParticipantTable;
  units: UnitTable;
  teams: TeamTable;
  team_languages: TeamLanguageTable;
  team_backgrounds: TeamBackgroundTable;
  sfi_groups: SfiGroupTable;
  sessions: SessionTable;
  areas: AreaTable;
  travel: TravelTable;
  uploads: UploadTable;
  policies: PolicyTable;
  proposals: ProposalTable;
  standing_proposals: StandingProposalTable;
  proposal_inputs: ProposalInputTable;
  proposal_told: ToldTable;
  pairs: PairTable;
  unplaced: UnplacedTable;
  decisions: DecisionTable;
  answers: AnswerTable;
  cases: CaseTable;
  scenarios: ScenarioTable;
  scenario_versions: ScenarioVersionTable;
  scenario_runs: ScenarioRunTable;
  scenarios_of_runs: ScenariosOfRunTable;
  sources_of_runs: SourcesOfRunTable;
  parts_of_runs: PartsOfRunTable;
  jobs: JobTable;
  job_events: JobEventTable;
  users: UserTable;
  role_grants: RoleGrantTable;
  user_sessions: UserSessionTable;
  api_tokens: ApiTokenTable;
  idempotency_keys: IdempotencyKeyTable;
  master_keys: MasterKeyTable;
  person_keys: PersonKeyTable;
  contacts: ContactTable;
  protected_persons: ProtectedPersonTable;
  protected_placements: ProtectedPlacementTable;
  held_seats: HeldSeatTable;
  audit_log: AuditLogTable;
  retention_limits: RetentionLimitTable;
  outcomes: OutcomeTable;
  agreements: AgreementTable;
}
