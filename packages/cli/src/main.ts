#!/usr/bin/env node
import { describeFailure } from "./describe-failure.ts";
import { readSettings } from "./env.ts";
import { HELP } from "./help.ts";
import { deployMigrations, newMigration, showMigrationStatus } from "./migrate/migrate.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  "migrate status": async () => showMigrationStatus(readSettings()),
  "migrate deploy": async () => deployMigrations(readSettings()),
  "migrate new": async ([name]) => newMigration(readSettings(), name),
};

const [noun = "help", verb = "", ...args] = process.argv.slice(2);
const command = commands[`${noun} ${verb}`];
const asksHelp = ["help", "--help", "-h"].includes(noun);

if (command) {
  process.exitCode = await command(args).catch((error: unknown) => {
    console.error(describeFailure(error));
    return 1;
  });
} else {
  console[asksHelp ? "log" : "error"](asksHelp ? HELP : `There is no command "${`${noun} ${verb}`.trim()}".\n\n${HELP}`);
  process.exitCode = asksHelp ? 0 : 2;
}
