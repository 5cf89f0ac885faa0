/**
 * user: the accounts of a single machine, without the service's help. What each command does stands in a file of its own, loaded when it is
 * asked for: no other command needs the database.
 */
import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { addRoleOptions } from './role-options.ts';

export function userCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const named = (name: string, about: string) =>
    new Command(name)
      .description(about)
      .argument('<login>', sv ? 'namn att logga in med' : 'name to sign in with');
  return new Command('user')
    .description(
      sv
        ? 'Lägger upp och stänger av konton, och ger och tar roller.'
        : 'Adds and disables users, and gives and takes roles.',
    )
    .helpCommand(false)
    .addCommand(addCommand(terminal, done))
    .addCommand(
      new Command('list')
        .description(sv ? 'Visar konton och deras roller.' : 'Shows users and their roles.')
        .action(async () => done(await (await import('./list.ts')).showUsers(terminal))),
    )
    .addCommand(
      named('disable', sv ? 'Stänger av ett konto genast.' : 'Disables a user at once.').action(
        async (login: string) => done(await (await import('./disable.ts')).disable(terminal, login)),
      ),
    )
    .addCommand(
      addRoleOptions(named('grant', sv ? 'Ger en roll.' : 'Gives a role.'), sv).action(
        async (login: string, options: unknown) =>
          done(await (await import('./grant.ts')).give(terminal, login, options)),
      ),
    )
    .addCommand(
      new Command('revoke')
        .description(sv ? 'Tar tillbaka en roll.' : 'Takes a role back.')
        .argument('<grant>', sv ? 'rollens id, som list visar' : 'the id of the role given, which list shows')
        .action(async (id: string) => done(await (await import('./revoke.ts')).revoke(terminal, id))),
    );
}

function addCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return addRoleOptions(new Command('add'), sv)
    .description(
      sv
        ? 'Lägger upp ett konto; lösenordet frågas efter eller läses från stdin.'
        : 'Adds a user; the password is asked for or read from stdin.',
    )
    .argument('<login>', sv ? 'namn att logga in med' : 'name to sign in with')
    .option('--name <name>', sv ? 'namn som visas' : 'name to be shown')
    .option(
      '--issuer <url>',
      sv ? 'OpenID Connect-utfärdare att logga in hos' : 'OpenID Connect provider to sign in at',
    )
    .option('--subject <id>', sv ? 'vem det är där' : 'who it is there')
    .action(async (login: string, options: unknown) =>
      done(await (await import('./add.ts')).add(terminal, login, options)),
    );
}
