/**
 * Every way in which a question can go unanswered: one code for commands and API alike, the exit code of a command, the
 * HTTP status of the API, and what whoever asked can do. The README's table is held against this one by a test.
 */
import {
  type InputProblem,
  identityNumberMessage,
  looksLikeIdentityNumber,
} from './domain/checks/input-problem.ts';
import type { Text } from './domain/text.ts';

interface Failing {
  /** The exit code of a command; null where no command ends so. */
  readonly exitCode: number | null;
  /** The status of an HTTP answer; null where no request ends so. */
  readonly httpStatus: number | null;
  readonly title: Text;
  readonly action: Text;
}

const catalogue = {
  usage: {
    exitCode: 2,
    httpStatus: 400,
    title: { sv: 'Frågan är fel ställd', en: 'The question is not well put' },
    action: {
      sv: 'Rätta det som nämns; --help och /docs visar vad som går att fråga.',
      en: 'Correct what is named; --help and /docs show what can be asked.',
    },
  },
  not_found: {
    exitCode: 2,
    httpStatus: 404,
    title: { sv: 'Finns inte', en: 'Not found' },
    action: { sv: 'Se efter att namnet är rätt skrivet.', en: 'See that the name is spelled right.' },
  },
  input_refused: {
    exitCode: 2,
    httpStatus: 422,
    title: { sv: 'Underlaget har fel', en: 'The input has errors' },
    action: {
      sv: 'Rätta det som nämns och försök igen; inget har lästs in.',
      en: 'Correct what is named and try again; nothing has been imported.',
    },
  },
  not_writable: {
    exitCode: 2,
    httpStatus: null,
    title: { sv: 'Filen kan inte skrivas', en: 'The file cannot be written' },
    action: {
      sv: 'Ange en plats som går att skriva till.',
      en: 'Name a place that can be written to.',
    },
  },
  port_taken: {
    exitCode: 2,
    httpStatus: null,
    title: { sv: 'Porten är upptagen', en: 'The port is taken' },
    action: {
      sv: 'Stäng det andra programmet eller välj en annan port: PORT=3001 npm start.',
      en: 'Close the other program or choose another port: PORT=3001 npm start.',
    },
  },
  conflict: {
    exitCode: 3,
    httpStatus: 409,
    title: { sv: 'Kraven går inte att förena', en: 'The demands cannot all be met' },
    action: {
      sv: 'Släpp något av de krav som nämns; att släppa ett av dem räcker för att lösa just den krocken.',
      en: 'Let go of one of the demands named; any one of them resolves this clash.',
    },
  },
  not_verified: {
    exitCode: 4,
    httpStatus: 422,
    title: { sv: 'Förslaget håller inte för kontrollen', en: 'The proposal does not stand up to the check' },
    action: {
      sv: 'Lita inte på förslaget: se vad som inte stämmer, och gör ett nytt av samma underlag.',
      en: 'Do not rely on the proposal: see what does not hold, and make a new one from the same input.',
    },
  },
  log_broken: {
    exitCode: 4,
    httpStatus: null,
    title: { sv: 'Loggen håller inte för kontrollen', en: 'The audit log does not stand up to the check' },
    action: {
      sv: 'Ändra inget i databasen, ta en säkerhetskopia som den är, och ta reda på vem som kommit åt den.',
      en: 'Change nothing in the database, back it up as it is, and find out who had access to it.',
    },
  },
  key_refused: {
    exitCode: 2,
    httpStatus: null,
    title: { sv: 'Huvudnyckeln kan inte bytas', en: 'The master key cannot be changed' },
    action: {
      sv: 'Rätta det som nämns och försök igen; inget har ändrats.',
      en: 'Correct what is named and try again; nothing has been changed.',
    },
  },
  backup_refused: {
    exitCode: 2,
    httpStatus: null,
    title: { sv: 'Säkerhetskopian kan inte läsas in', en: 'The backup cannot be restored' },
    action: {
      sv: 'Rätta det som nämns och försök igen; inget har ändrats.',
      en: 'Correct what is named and try again; nothing has been changed.',
    },
  },
  nothing_found: {
    exitCode: 5,
    httpStatus: 504,
    title: { sv: 'Inget hittades inom tiden', en: 'Nothing was found within the limit' },
    action: { sv: 'Ge mer tid eller en annan motor.', en: 'Allow more time, or another engine.' },
  },
  not_signed_in: {
    exitCode: null,
    httpStatus: 401,
    title: { sv: 'Inte inloggad', en: 'Not signed in' },
    action: {
      sv: 'Logga in, eller skicka en giltig nyckel som Authorization: Bearer.',
      en: 'Sign in, or send a valid token as Authorization: Bearer.',
    },
  },
  not_allowed: {
    exitCode: null,
    httpStatus: 403,
    title: { sv: 'Inte tillåtet', en: 'Not allowed' },
    action: {
      sv: 'Be den som sköter roller om det behövs i arbetet.',
      en: 'Ask whoever manages roles if your work needs it.',
    },
  },
  exists_already: {
    exitCode: 2,
    httpStatus: 409,
    title: { sv: 'Finns redan', en: 'Exists already' },
    action: {
      sv: 'Välj ett annat namn, eller ändra det som finns.',
      en: 'Choose another name, or change what is there.',
    },
  },
  changed_meanwhile: {
    exitCode: 3,
    httpStatus: 409,
    title: { sv: 'Ändrat av någon annan', en: 'Changed by somebody else' },
    action: {
      sv: 'Hämta det som gäller nu och avgör om ändringen fortfarande behövs.',
      en: 'Fetch what stands now and decide whether the change is still needed.',
    },
  },
  refused: {
    exitCode: null,
    httpStatus: 409,
    title: { sv: 'Går inte som det är nu', en: 'Not possible as things stand' },
    action: {
      sv: 'Se hur det står nu och vilka steg som går att ta.',
      en: 'See how things stand now and which steps can be taken.',
    },
  },
  still_running: {
    exitCode: null,
    httpStatus: 409,
    title: { sv: 'Samma fråga besvaras redan', en: 'The same question is being answered' },
    action: {
      sv: 'Fråga igen med samma nyckel efter det antal sekunder som Retry-After anger.',
      en: 'Ask again with the same key after the number of seconds in Retry-After.',
    },
  },
  key_reused: {
    exitCode: null,
    httpStatus: 422,
    title: { sv: 'Nyckeln är redan använd', en: 'The key has been used already' },
    action: {
      sv: 'Ta en ny Idempotency-Key för varje ny fråga.',
      en: 'Take a new Idempotency-Key for each new question.',
    },
  },
  too_large: {
    exitCode: null,
    httpStatus: 413,
    title: { sv: 'För stort', en: 'Too large' },
    action: {
      sv: 'Skicka regionen som zip, eller använd kommandot match.',
      en: 'Send the region as a zip, or use the command match.',
    },
  },
  unknown_media: {
    exitCode: null,
    httpStatus: 415,
    title: { sv: 'Okänt format', en: 'Unknown format' },
    action: {
      sv: 'Skicka application/json, application/zip eller en arbetsbok (.xlsx) med dess mediatyp.',
      en: 'Send application/json, application/zip or a workbook (.xlsx) with its media type.',
    },
  },
  busy: {
    exitCode: null,
    httpStatus: 429,
    title: { sv: 'Alla platser i kön är tagna', en: 'Every place in the queue is taken' },
    action: {
      sv: 'Försök igen efter det antal sekunder som Retry-After anger.',
      en: 'Try again after the number of seconds in Retry-After.',
    },
  },
  too_often: {
    exitCode: null,
    httpStatus: 429,
    title: { sv: 'För många frågor på kort tid', en: 'Too many questions in a short time' },
    action: {
      sv: 'Vänta det antal sekunder som Retry-After anger.',
      en: 'Wait the number of seconds in Retry-After.',
    },
  },
  interrupted: {
    exitCode: 130,
    httpStatus: 503,
    title: { sv: 'Avbrutet', en: 'Interrupted' },
    action: {
      sv: 'Kör igen; med --out sparas det bästa som hittats.',
      en: 'Run again; with --out the best found so far is kept.',
    },
  },
  not_ready: {
    exitCode: 2,
    httpStatus: 503,
    title: { sv: 'Tjänsten är inte redo', en: 'The service is not ready' },
    action: {
      sv: 'Försök igen om en stund; hjälper det inte, se till att databasen är i gång.',
      en: 'Try again in a while; if that does not help, see that the database is running.',
    },
  },
  internal: {
    exitCode: 1,
    httpStatus: 500,
    title: { sv: 'Ett fel i programmet', en: 'A fault in the program' },
    action: {
      sv: 'Försök igen, och berätta för dem som sköter programmet vad som gjordes om felet återkommer.',
      en: 'Try again, and tell those who look after the program what was done if it comes back.',
    },
  },
} as const satisfies Record<string, Failing>;

export type FailureCode = keyof typeof catalogue;

export const failures: Readonly<Record<FailureCode, Failing>> = catalogue;

/** What went wrong this time: the code, a sentence, and every fault found, each with its place. */
export interface Failure {
  readonly status: 'failed';
  readonly code: FailureCode;
  readonly detail: Text;
  readonly faults: readonly InputProblem[];
}

export function failure(code: FailureCode, detail: Text, faults: readonly InputProblem[] = []): Failure {
  return { status: 'failed', code, detail, faults: faults.map(withoutIdentityNumbers) };
}

/** Whoever wrote the fault, and whatever it quotes: it never shows a personal identity number. */
function withoutIdentityNumbers(fault: InputProblem): InputProblem {
  const { file, column, value, message } = fault;
  const shown = [file, column ?? '', value ?? '', message.sv, message.en];
  if (!shown.some(looksLikeIdentityNumber)) return fault;
  return { file: '…', row: fault.row, column: null, value: null, message: identityNumberMessage };
}
