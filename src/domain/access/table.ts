import type { Text } from '../text.ts';
import type { Role } from './roles.ts';

/**
 * Role x action, in one table: what the service offers, and who may ask for it. Everything that opens a door asks here (grants.ts), so what
 * is not in a row is refused.
 *
 * `reach` says how much of a grant's limits a target must lie within:
 *
 * - service: only a grant without limits suffices.
 * - region: the grant covers the whole of the region, not a part of it.
 * - part: any part of the region suffices; row filters (scopeOf) leave out what the grant does not cover.
 * - place: the target's own district, principal and team lie within the grant.
 * - anywhere: any grant of the role suffices, as what is asked for is one's own.
 */
export interface AccessRule extends Text {
  readonly reach: 'service' | 'region' | 'part' | 'place' | 'anywhere';
  readonly roles: readonly Role[];
}

const rule = (reach: AccessRule['reach'], roles: readonly Role[], sv: string, en: string): AccessRule => ({
  reach,
  roles,
  sv,
  en,
});

const officer = ['officer'] as const;
const planner = ['planner'] as const;
const administrator = ['administrator'] as const;
const handler = ['protected_identity_handler'] as const;
const officerAndPlanner = ['officer', 'planner'] as const;
const officerAndSchool = ['officer', 'school_supervisor'] as const;
const withPeople = ['officer', 'sfi_coordinator', 'school_supervisor'] as const;
const everybody = [
  'officer',
  'planner',
  'sfi_coordinator',
  'school_supervisor',
  'evaluator',
  'partner',
  'administrator',
  'protected_identity_handler',
] as const;

export const accessTable = {
  'region.preview': rule('region', officer, 'granska en import', 'preview an import'),
  'region.import': rule('region', officer, 'läsa in en region', 'import a region'),
  'region.export': rule('region', officer, 'föra ut en region', 'export a region'),
  'region.figures': rule(
    'part',
    ['officer', 'planner', 'sfi_coordinator'],
    'se regionens siffror',
    "see the region's figures",
  ),
  // The handler of protected identities gives places too, and must be able to tell what they are called.
  'places.read': rule(
    'part',
    ['officer', 'planner', 'sfi_coordinator', 'school_supervisor', 'protected_identity_handler'],
    'se enheter, arbetslag och sfi-grupper',
    'see units, teams and SFI groups',
  ),

  'participants.list': rule('part', withPeople, 'se listan över deltagare', 'see the list of participants'),
  'participant.read': rule('place', withPeople, 'se en deltagare', 'see a participant'),
  'participant.rank': rule(
    'place',
    officer,
    'se en deltagares möjliga platser',
    "see a participant's possible places",
  ),
  'participant.print': rule('place', officer, 'skriva ut en deltagares sida', "print a participant's page"),
  'participant.answer': rule(
    'place',
    officer,
    'anteckna en deltagares svar och önskemål',
    "record a participant's answer and wishes",
  ),

  'contact.read': rule('place', officer, 'se namn och kontakt', 'see name and contact'),
  'contact.write': rule('place', officer, 'skriva namn och kontakt', 'write name and contact'),

  'proposal.request': rule('part', officer, 'be om ett förslag', 'ask for a proposal'),
  'proposal.head': rule(
    'part',
    ['officer', 'planner', 'sfi_coordinator'],
    'se ett förslags siffror',
    "see a proposal's figures",
  ),
  'proposal.pairs': rule('part', withPeople, 'se ett förslags par', "see a proposal's pairs"),
  'proposal.explain': rule('place', officer, 'se varför ett par föreslås', 'see why a pair is proposed'),
  'proposal.difference': rule(
    'part',
    officer,
    'se skillnaden mellan två förslag',
    'see the difference between two proposals',
  ),
  // The standing proposal is the whole region's, so it takes whoever answers for the whole to put another in its place.
  'proposal.keep': rule('region', officer, 'låta ett förslag gälla', 'let a proposal stand'),
  'proposal.proof': rule('region', officer, 'hämta ett förslags bevis', "download a proposal's proof"),
  'job.read': rule('part', officerAndPlanner, 'följa ett jobb', 'follow a job'),
  'job.cancel': rule('part', officerAndPlanner, 'avbryta ett jobb', 'cancel a job'),

  'pair.lock': rule('place', officer, 'låsa eller låsa upp ett par', 'lock or unlock a pair'),
  'pair.accept': rule(
    'place',
    officer,
    'godta ett par eller ta tillbaka det',
    'accept a pair or withdraw that',
  ),
  'pair.turn_down': rule(
    'place',
    officer,
    'avböja ett par för deltagaren eller myndigheten',
    'turn down a pair for the participant or the office',
  ),
  'pair.turn_down_by_school': rule(
    'place',
    officerAndSchool,
    'avböja ett par för skolan',
    'turn down a pair for the school',
  ),
  'pair.take_back': rule('place', officer, 'ta tillbaka ett avböjande', 'take back a refusal'),
  'pair.confirm': rule(
    'place',
    ['school_supervisor'],
    'bekräfta ett par för skolan eller ta tillbaka det',
    'confirm a pair for the school or withdraw that',
  ),
  'pair.start': rule(
    'place',
    officerAndSchool,
    'anteckna att ett par har börjat',
    'record that a pair has started',
  ),
  'pair.end': rule('place', officerAndSchool, 'avsluta ett par', 'end a pair'),
  'pair.manual': rule('place', officer, 'para ihop för hand', 'make a pair by hand'),
  // To set a rule aside is for whoever answers for the whole region, since others there stand under the same rules.
  'pair.override': rule('region', officer, 'åsidosätta en regel', 'set a rule aside'),

  'contest.open': rule('place', officer, 'ta emot en invändning', 'receive an objection'),
  'contest.answer': rule('place', officer, 'besvara en invändning', 'answer an objection'),
  'seats.hold': rule(
    'place',
    ['officer', 'protected_identity_handler'],
    'hålla platser i reserv',
    'hold seats in reserve',
  ),
  'protected.match': rule(
    'region',
    handler,
    'söka plats åt en person med skyddade uppgifter',
    'seek a place for a person with protected data',
  ),
  'protected.report': rule(
    'region',
    handler,
    'lämna registerutdrag om en person med skyddade uppgifter',
    'give the access report of a person with protected data',
  ),
  'protected.erase': rule(
    'region',
    handler,
    'radera en person med skyddade uppgifter',
    'erase a person with protected data',
  ),

  'outcome.read': rule(
    'place',
    officer,
    'se hur det gick för en deltagare',
    'see what became of a participant',
  ),
  'outcome.record': rule(
    'place',
    officer,
    'anteckna hur det gick för en deltagare',
    'record what became of a participant',
  ),
  // Start, attendance and end, which the school knows; what else became of somebody is not the host's to know.
  'outcome.record_at_place': rule(
    'place',
    officerAndSchool,
    'anteckna start, närvaro och slut på en plats',
    'record start, attendance and end of a place',
  ),
  'outcome.import': rule('region', officer, 'läsa in utfall', 'import outcomes'),
  'outcome.export': rule('region', officer, 'föra ut utfall', 'export outcomes'),
  'statistics.read': rule(
    'part',
    ['officer', 'planner', 'evaluator', 'partner'],
    'se uppföljningens siffror',
    'see the figures of follow-up',
  ),
  // A partner sees their own (partnersOf in grants.ts).
  'commitment.read': rule(
    'part',
    ['officer', 'planner', 'evaluator', 'partner'],
    'se parternas löften',
    "see partners' commitments",
  ),
  'agreement.write': rule(
    'region',
    planner,
    'anteckna vad parterna kommit överens om',
    'record what partners agreed on',
  ),
  'learning.read': rule(
    'region',
    ['planner', 'evaluator'],
    'se vad en inlärd chans betyder för kvinnor och män',
    'see what a learnt chance means for women and men',
  ),
  'learning.decide': rule(
    'region',
    planner,
    'slå på eller av en inlärd chans',
    'turn a learnt chance on or off',
  ),
  'lottery.approve': rule('region', planner, 'anteckna ett etikgodkännande', 'record an ethical approval'),
  'lottery.compare': rule(
    'region',
    ['planner', 'evaluator'],
    'jämföra utfall genom lottningen',
    'compare outcomes through the lottery',
  ),
  'scenario.read': rule('part', officerAndPlanner, 'se scenarier', 'see scenarios'),
  'scenario.write': rule('part', planner, 'skriva scenarier', 'write scenarios'),
  'scenario.run': rule('part', planner, 'räkna på scenarier', 'run scenarios'),
  'scenario.figures': rule(
    'part',
    ['officer', 'planner', 'evaluator'],
    'se vad scenarier leder till',
    'see what scenarios come to',
  ),
  // Who sees every person of the region can count them anyway.
  'scenario.small_numbers': rule(
    'region',
    officer,
    'se små tal i scenariers siffror',
    "see small numbers in scenarios' figures",
  ),
  'policy.read': rule(
    'part',
    ['officer', 'planner', 'evaluator'],
    'se hur saker vägs',
    'see how things are weighed',
  ),
  'policy.write': rule('region', planner, 'ändra hur saker vägs', 'change how things are weighed'),

  'access_report.make': rule('place', officer, 'lämna registerutdrag', 'give an access report'),
  'person.erase': rule('place', officer, 'radera en person', 'erase a person'),
  'person.log': rule('place', officer, 'se vem som har sett en person', 'see who has seen a person'),
  'retention.run': rule('region', administrator, 'gallra', 'apply retention limits'),
  // Without the persons in it: an administrator sees no personal data (fields.ts).
  'audit.read': rule('region', administrator, 'läsa loggen', 'read the audit log'),
  'audit.verify': rule('service', administrator, 'kontrollera loggen', 'verify the audit log'),

  'users.manage': rule('service', administrator, 'sköta konton', 'manage users'),
  'grants.manage': rule('place', administrator, 'ge och ta roller', 'give and take roles'),
  'imports.configure': rule('region', administrator, 'ställa in importer', 'configure imports'),
  'tokens.own': rule('anywhere', everybody, 'sköta egna nycklar', 'manage own tokens'),
  'tokens.manage': rule('service', administrator, 'sköta andras nycklar', "manage others' tokens"),
  'service.metrics': rule('service', administrator, 'se tjänstens mätvärden', "see the service's metrics"),
  'service.backup': rule('service', administrator, 'säkerhetskopiera', 'back up'),
  'service.restore': rule('service', administrator, 'återställa', 'restore'),
} as const satisfies Readonly<Record<string, AccessRule>>;

export type Action = keyof typeof accessTable;

/** Every action, in the order of the table. */
export const actions: readonly Action[] = Object.keys(accessTable).filter(isAction);

/** Whether a name is an action's. */
function isAction(name: string): name is Action {
  return Object.hasOwn(accessTable, name);
}

/** Who may ask for an action, how far a grant must reach, and what it is called. */
export function ruleOf(action: Action): AccessRule {
  return accessTable[action];
}
